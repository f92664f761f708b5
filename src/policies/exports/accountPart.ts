import { statedConflicts } from '../compose/checkedRoles.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { measure } from '../size/measure.ts';
import { accountNotes, type PlannedAccount } from './accountNotes.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import { parametersIn, type Reference, withoutReferences } from './parameters.ts';
import type { Entry } from './partNotes.ts';
import { isOfPermissionSet } from './permissionSets.ts';
import {
  type ExistingRole,
  emptyPart,
  type ExportPart,
  type PlannedPolicy,
  type PlannedRole,
} from './planned.ts';
import { planner } from './planner.ts';
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
import { inOrderOfTrust } from './trustOrder.ts';

/** Roles and policies of the account. `inPermissionSets`: the personas whose role IAM Identity Center makes. */
export function accountPart(set: ExportSet, name: string, inPermissionSets: ReadonlySet<string>): ExportPart {
  const planned = planAccount(set, planner(name, set), inPermissionSets);
  const { fitting, roles, existing, texts } = planned;
  return {
    ...emptyPart('account', name),
    parameters: parametersIn(texts, set.ruleset),
    policies: fitting.filter(({ inline }) => !inline).map(({ policy }) => policy),
    roles,
    existing,
    notes: accountNotes(set, planned, inPermissionSets),
  };
}

function planAccount(
  set: ExportSet,
  plan: ReturnType<typeof planner>,
  inPermissionSets: ReadonlySet<string>,
): PlannedAccount {
  const { ruleset } = set;
  const trusts = oneTrustEach(ofKind(set, 'trust'));
  const conflicts = statedConflicts(trusts, ruleset);
  const owners = trusts.map((trust) => trustedRole(trust, plan, conflicts));
  const references = owners.flatMap(referencesTo);
  const entries = entriesOf(set, owners, references, inPermissionSets, plan);
  const fitting = entries.filter((entry) => !isTooLarge(set, entry));
  const created = owners.filter(isCreatedRole).map((owner) => createdRole(owner, owners, fitting, ruleset));
  const { roles, circular } = inOrderOfTrust(created, references);
  return {
    owners,
    conflicts,
    references,
    fitting,
    tooLarge: entries.filter((entry) => isTooLarge(set, entry)),
    roles,
    circular,
    existing: owners
      .filter((owner) => !isCreatedRole(owner))
      .map((owner) => existingRole(owner, owners, fitting, ruleset)),
    texts: textsOf(fitting, roles),
  };
}

/** The texts of policies and trust policies, without the references to roles that the export creates. */
const textsOf = (entries: readonly Entry[], roles: readonly PlannedRole[]): PlannedAccount['texts'] => [
  ...entries.map(({ policy }) => withoutReferences(policy.document, policy.references)),
  ...roles.map(({ trust, trustReferences }) => withoutReferences(trust, trustReferences)),
];

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
