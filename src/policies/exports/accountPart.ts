import { statedConflicts } from '../compose/checkedRoles.ts';
import { findPersona, type Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { POLICY_VERSION } from '../language/policy.ts';
import { mergeStatements } from '../compose/merge/mergeStatements.ts';
import { ONE_ROLE_TITLE } from '../draft/roles.ts';
import { type AccountRole, accountRoles, nameInArn, type StatedConflict } from '../compose/sharedRoles.ts';
import { measure } from '../size/measure.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { parametersIn, type Reference, withoutReferences } from './parameters.ts';
import {
  type ExistingRole,
  emptyPart,
  type ExportPart,
  type PlannedPolicy,
  type PlannedRole,
  type RoleTrust,
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
import { nameTaken, sharedNotes } from './sharedNotes.ts';
import { inOrderOfTrust } from './trustOrder.ts';

/** A role that has a trust policy, before its permissions policies are added. */
interface TrustedRole {
  readonly trust: ComposedDocument;
  readonly id: string;
  readonly name: string;
  /** Set where its name is that of a role that exists, so that it is not created. */
  readonly taken?: StatedConflict;
}

/** Roles and policies of the account. `inPermissionSets`: the personas whose role IAM Identity Center makes. */
export function accountPart(set: ExportSet, name: string, inPermissionSets: ReadonlySet<string>): ExportPart {
  const plan = planner(name, set);
  const trusts = firstOfEach(ofKind(set, 'trust'));
  const withRole = new Set([...trusts.flatMap(({ personas }) => personas), ...inPermissionSets]);
  const conflicts = statedConflicts(trusts, set.ruleset);
  const owners = trusts.map((trust): TrustedRole => {
    const planned = plan.role(trust.personas);
    const taken = conflicts.find(
      ({ conflict, holders }) =>
        conflict === 'taken' && holders.some(({ created, personas }) => created && isSame(personas, trust)),
    );
    const name = trust.role?.state === 'created' ? trust.role.name : planned.name;
    return { trust, ...planned, name, ...(taken ? { taken } : {}) };
  });
  const references = owners.flatMap(({ trust: { role }, id, taken }): readonly Reference[] =>
    role?.state === 'created' && !taken ? [{ role: id, arn: role.arn }] : [],
  );
  const entries = entriesOf(set, owners, references, inPermissionSets, plan);
  const fitting = entries.filter((entry) => !isTooLarge(set, entry));
  const planned = owners.filter(isCreated).map((owner) => createdRole(owner, owners, fitting, set.ruleset));
  const { roles, circular } = inOrderOfTrust(planned, references);
  const existing = owners
    .filter((owner) => !isCreated(owner))
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
      owners.some((owner) => isHere(owner) && isFor(document, owner, owners));
    const inline = document.kind === 'identity' && set.attach === 'inline' && attached;
    const policy = plan.policy(document, document.kind === 'identity' ? references : []);
    return { document, inline, attached, policy };
  });
}

const isTooLarge = ({ attach }: ExportSet, { document, inline, attached }: Entry): boolean =>
  !inline && !attached && attach === 'inline' && measure(document.policy, 'managed').state === 'over';

/** A role has one trust policy; one that is nobody's makes no role, nor one for a persona that has its role already. */
function firstOfEach(trusts: readonly ComposedDocument[]): readonly ComposedDocument[] {
  const served = new Set<string>();
  return trusts.filter(({ personas }) => {
    const isFirst = personas.length > 0 && !personas.some((persona) => served.has(persona));
    if (isFirst) for (const persona of personas) served.add(persona);
    return isFirst;
  });
}

const isSame = (personas: readonly string[], trust: ComposedDocument): boolean =>
  personas.join() === trust.personas.join();

const isCreated = ({ trust: { role }, taken }: TrustedRole): boolean =>
  !taken && (role === undefined || role.state === 'created');

/** Whether policies can be attached to a role from the account. */
const isHere = (owner: TrustedRole): boolean => isCreated(owner) || arnsOf(owner).length > 0;

/** One ARN of each name: policies are attached by name. */
function arnsOf({ trust: { role } }: TrustedRole): readonly string[] {
  const arns = role?.state === 'exists' ? role.arns : [];
  const named = (arn: string) => nameInArn(arn).toLowerCase();
  return arns.filter((arn, index) => arns.findIndex((other) => named(other) === named(arn)) === index);
}

const serves = ({ trust }: TrustedRole, { personas }: ComposedDocument): boolean =>
  personas.some((persona) => trust.personas.includes(persona));

/**
 * Whether a document belongs to a role. Permissions belong to one role: those of several personas are never given to several
 * roles, each of which would have them all.
 */
const isFor = (document: ComposedDocument, owner: TrustedRole, owners: readonly TrustedRole[]): boolean =>
  serves(owner, document) &&
  (document.kind !== 'identity' || owners.filter((other) => serves(other, document)).length === 1);

const titleOf = (
  { personas: [persona = '', ...others], title }: ComposedDocument,
  ruleset: Ruleset,
): string => (others.length > 0 ? ONE_ROLE_TITLE : (findPersona(persona, ruleset)?.title ?? title));

/** What a role is, whether it is created or exists. */
function roleOf(
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  entries: readonly Entry[],
  ruleset: Ruleset,
) {
  const { id, trust } = owner;
  const ofRole = entries.filter(({ document }) => isHere(owner) && isFor(document, owner, owners));
  const identity = ofRole.filter(({ document }) => document.kind === 'identity');
  const boundary = ofRole.find(({ document }) => document.kind === 'permissions-boundary')?.policy;
  return {
    id,
    personas: trust.personas,
    title: titleOf(trust, ruleset),
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
  arns: arnsOf(owner),
  trusts: trustsOf(owner, owners, ruleset),
});

/** A role has one trust policy: that of one that several personas have, has the statements of all. */
function trustsOf(
  owner: TrustedRole,
  owners: readonly TrustedRole[],
  ruleset: Ruleset,
): readonly RoleTrust[] {
  const isOf = ({ holders }: AccountRole) => holders.some(({ personas }) => isSame(personas, owner.trust));
  const all = accountRoles(owners.map(({ trust }) => trust)).filter(isOf);
  const sets = owner.taken
    ? [[owner]]
    : all.map(({ holders }) =>
        owners.filter(
          ({ trust, taken }) => !taken && holders.some(({ personas }) => isSame(personas, trust)),
        ),
      );
  const trusts = (sets.length > 0 ? sets : [[owner]]).map((owners) => trustOf(owners, ruleset));
  return [...new Map(trusts.map((trust) => [trust.id, trust])).values()];
}

function trustOf(owners: readonly TrustedRole[], ruleset: Ruleset): RoleTrust {
  const policies = owners.map(({ trust }) => trust.policy);
  const [first] = policies;
  return {
    id: owners.map(({ id }) => id).join('+'),
    title: owners.map(({ trust }) => titleOf(trust, ruleset)).join(', '),
    policy:
      first && policies.length === 1
        ? first
        : {
            Version: POLICY_VERSION,
            Statement: mergeStatements(policies.flatMap(({ Statement }) => Statement)),
          },
  };
}

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
