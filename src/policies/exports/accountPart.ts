import { statedConflicts } from '../compose/checkedRoles.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { AccountRole } from '../compose/sharedRoles.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { StatedConflict } from '../model/rolesInAccount.ts';
import { measure } from '../size/measure.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { parametersIn, type Reference, withoutReferences } from './parameters.ts';
import {
  type ExistingRole,
  emptyPart,
  type ExportPart,
  type PlannedPolicy,
  type PlannedRole,
} from './planned.ts';
import { planner } from './planner.ts';
import { isOfPermissionSet } from './permissionSets.ts';
import {
  circularTrust,
  type Entry,
  existingNotes,
  namesInBoundary,
  orphanTrustNote,
  permissionSetPoliciesNote,
  tooLargeNote,
  notesOf,
  sharedRoleNote,
  unknownPlaceholderNoteOnTexts,
  attachmentQuotaNote,
  unknownRole,
} from './partNotes.ts';
import { sizeNotes } from './sizeNotes.ts';
import {
  arnsByName,
  canBeAttachedTo,
  havePersonasOf,
  isCreatedRole,
  isForRole,
  oneTrustEach,
  roleTitle,
  type TrustedRole,
  trustsOf,
} from './trustedRoles.ts';
import { nameTaken, sharedNotes } from './sharedNotes.ts';
import { inOrderOfTrust } from './trustOrder.ts';

/** Roles and policies of the account. `inPermissionSets`: the personas whose role IAM Identity Center makes. */
export function accountPart(set: ExportSet, name: string, inPermissionSets: ReadonlySet<string>): ExportPart {
  const plan = planner(name, set);
  const trusts = oneTrustEach(ofKind(set, 'trust'));
  const withRole = new Set([...trusts.flatMap(({ personas }) => personas), ...inPermissionSets]);
  const conflicts = statedConflicts(trusts, set.ruleset);
  const owners = trusts.map((trust) => trustedRole(trust, plan, conflicts));
  const references = owners.flatMap(referencesTo);
  const entries = entriesOf(set, owners, references, inPermissionSets, plan);
  const fitting = entries.filter((entry) => !isTooLarge(set, entry));
  const planned = owners
    .filter(isCreatedRole)
    .map((owner) => createdRole(owner, owners, fitting, set.ruleset));
  const { roles, circular } = inOrderOfTrust(planned, references);
  const existing = owners
    .filter((owner) => !isCreatedRole(owner))
    .map((owner) => existingRole(owner, owners, fitting, set.ruleset));
  const texts = [
    ...fitting.map(({ policy }) => withoutReferences(policy.document, policy.references)),
    ...roles.map(({ trust, trustReferences }) => withoutReferences(trust, trustReferences)),
  ];
  return {
    ...emptyPart('account', name),
    parameters: parametersIn(texts, set.ruleset),
    policies: fitting.filter(({ inline }) => !inline).map(({ policy }) => policy),
    roles,
    existing,
    notes: [
      ...unknownPlaceholderNoteOnTexts(texts, set.ruleset),
      ...sizeNotes(set, ['identity', 'permissions-boundary', 'trust']),
      ...conflicts.flatMap((stated) => notesOfConflict(stated, owners, existing)),
      ...[...roles, ...existing].flatMap((role) => sharedRoleNote(role, set.ruleset)),
      ...existing.flatMap((role) => notesOfExisting(role, owners)),
      ...circular.map(({ role, others }) => circularTrust(role, others)),
      ...fitting.flatMap((entry) => namesInBoundary(entry, references)),
      ...permissionSetPoliciesNote(
        fitting.filter(({ document }) => isOfPermissionSet(document, inPermissionSets)),
      ),
      ...fitting.flatMap((entry) => notesOf(entry, withRole, set.ruleset)),
      ...[...roles, ...existing].flatMap(attachmentQuotaNote),
      ...entries.filter((entry) => isTooLarge(set, entry)).map(({ document }) => tooLargeNote(document)),
      ...ofKind(set, 'trust').flatMap((trust) => (trusts.includes(trust) ? [] : [orphanTrustNote(trust)])),
    ],
  };
}

function trustedRole(
  trust: ComposedDocument,
  plan: ReturnType<typeof planner>,
  conflicts: ReturnType<typeof statedConflicts>,
): TrustedRole {
  const planned = plan.role(trust.personas);
  const taken = conflicts.find(
    ({ conflict, holders }) =>
      conflict === 'taken' &&
      holders.some(({ created, personas }) => created && havePersonasOf(personas, trust)),
  );
  const name = trust.role?.state === 'created' ? trust.role.name : planned.name;
  return { trust, ...planned, name, ...(taken ? { taken } : {}) };
}

/** How policies name a role that the export creates; nothing for others. */
const referencesTo = ({ trust: { role }, id, taken }: TrustedRole): readonly Reference[] =>
  role?.state === 'created' && !taken ? [{ role: id, arn: role.arn }] : [];

function entriesOf(
  set: ExportSet,
  owners: readonly TrustedRole[],
  references: readonly Reference[],
  inPermissionSets: ReadonlySet<string>,
  plan: ReturnType<typeof planner>,
): readonly Entry[] {
  return [...ofKind(set, 'identity'), ...ofKind(set, 'permissions-boundary')].map((document) => {
    const attached =
      isOfPermissionSet(document, inPermissionSets) ||
      owners.some((owner) => canBeAttachedTo(owner) && isForRole(document, owner, owners));
    const inline = document.kind === 'identity' && set.attach === 'inline' && attached;
    const policy = plan.policy(document, document.kind === 'identity' ? references : []);
    return { document, inline, attached, policy };
  });
}

const isTooLarge = ({ attach }: ExportSet, { document, inline, attached }: Entry): boolean =>
  !inline && !attached && attach === 'inline' && measure(document.policy, 'managed').state === 'over';

/** What a role is, whether it is created or exists. */
function roleOf(
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  entries: readonly Entry[],
  ruleset: Ruleset,
) {
  const { id, trust } = owner;
  const ofRole = entries.filter(
    ({ document }) => canBeAttachedTo(owner) && isForRole(document, owner, owners),
  );
  const identity = ofRole.filter(({ document }) => document.kind === 'identity');
  const boundary = ofRole.find(({ document }) => document.kind === 'permissions-boundary')?.policy;
  return {
    id,
    personas: trust.personas,
    title: roleTitle(trust, ruleset),
    trust: trust.policy,
    managed: policiesOf(identity, false),
    inline: policiesOf(identity, true),
    ...(boundary ? { boundary } : {}),
  };
}

const policiesOf = (entries: readonly Entry[], isInline: boolean): readonly PlannedPolicy[] =>
  entries.filter(({ inline }) => inline === isInline).map(({ policy }) => policy);

const createdRole = (
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  entries: readonly Entry[],
  ruleset: Ruleset,
): PlannedRole => ({
  ...roleOf(owner, owners, entries, ruleset),
  name: owner.name,
  trustReferences: [],
});

const existingRole = (
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  entries: readonly Entry[],
  ruleset: Ruleset,
): ExistingRole => ({
  ...roleOf(owner, owners, entries, ruleset),
  arns: arnsByName(owner),
  trusts: trustsOf(owner, owners, ruleset),
});

/** The notes of an export on a conflict of roles. If a name already exists, the note is that of the role that is not created. */
function notesOfConflict(
  stated: StatedConflict & Pick<AccountRole, 'holders'>,
  owners: readonly TrustedRole[],
  existing: readonly ExistingRole[],
): readonly string[] {
  const sharing = existing.filter(
    ({ id, personas }) =>
      !owners.some((owner) => owner.id === id && owner.taken) &&
      stated.holders.some((holder) => holder.personas.join() === personas.join()),
  );
  return stated.conflict === 'taken' && sharing.length < 2 ? [] : sharedNotes(stated, sharing);
}

function notesOfExisting(role: ExistingRole, owners: readonly TrustedRole[]): readonly string[] {
  const owner = owners.find(({ id }) => id === role.id);
  if (owner?.taken) return [nameTaken(role, owner.taken)];
  const stated = owner?.trust.role;
  return stated?.state === 'exists' ? existingNotes(role, stated.elsewhere) : [unknownRole(role)];
}
