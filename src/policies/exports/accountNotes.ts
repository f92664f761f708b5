import type { AccountRole } from '../compose/sharedRoles.ts';
import type { StatedConflict } from '../model/rolesInAccount.ts';
import { type ExportSet, ofKind } from './exporter.ts';
import type { Reference } from './parameters.ts';
import {
  attachmentQuotaNote,
  circularTrust,
  type Entry,
  existingNotes,
  namesInBoundary,
  notesOf,
  orphanTrustNote,
  permissionSetPoliciesNote,
  sharedRoleNote,
  tooLargeNote,
  unknownPlaceholderNoteOnTexts,
  unknownRole,
} from './partNotes.ts';
import { isOfPermissionSet } from './permissionSets.ts';
import type { ExistingRole } from './planned.ts';
import { nameTaken, sharedNotes } from './sharedNotes.ts';
import { sizeNotes } from './sizeNotes.ts';
import type { TrustedRole } from './trustedRoles.ts';
import type { OrderedRoles } from './trustOrder.ts';

/** What an export makes of the roles and policies of an account. */
export interface PlannedAccount extends OrderedRoles {
  /** Every role that has a trust policy here, whether it is created or exists. */
  readonly owners: readonly TrustedRole[];
  readonly conflicts: readonly (StatedConflict & Pick<AccountRole, 'holders'>)[];
  /** How policies name the roles that the export creates. */
  readonly references: readonly Reference[];
  readonly fitting: readonly Entry[];
  /** Policies that are not exported, because they are larger than IAM accepts. */
  readonly tooLarge: readonly Entry[];
  readonly existing: readonly ExistingRole[];
  /** The texts of what is exported, without references. */
  readonly texts: readonly string[];
}

/** The notes of an export on the roles and policies of an account. */
export function accountNotes(
  set: ExportSet,
  planned: PlannedAccount,
  inPermissionSets: ReadonlySet<string>,
): readonly string[] {
  const { ruleset } = set;
  const { fitting, tooLarge, texts, references } = planned;
  const trusts = planned.owners.map(({ trust }) => trust);
  const withRole = new Set([...trusts.flatMap(({ personas }) => personas), ...inPermissionSets]);
  return [
    ...unknownPlaceholderNoteOnTexts(texts, ruleset),
    ...sizeNotes(set, ['identity', 'permissions-boundary', 'trust']),
    ...roleNotes(planned, set),
    ...fitting.flatMap((entry) => namesInBoundary(entry, references)),
    ...permissionSetPoliciesNote(
      fitting.filter(({ document }) => isOfPermissionSet(document, inPermissionSets)),
    ),
    ...fitting.flatMap((entry) => notesOf(entry, withRole, ruleset)),
    ...[...planned.roles, ...planned.existing].flatMap(attachmentQuotaNote),
    ...tooLarge.map(({ document }) => tooLargeNote(document)),
    ...ofKind(set, 'trust').flatMap((trust) => (trusts.includes(trust) ? [] : [orphanTrustNote(trust)])),
  ];
}

const roleNotes = (
  { conflicts, owners, roles, existing, circular }: PlannedAccount,
  { ruleset }: ExportSet,
): readonly string[] => [
  ...conflicts.flatMap((stated) => notesOfConflict(stated, owners, existing)),
  ...[...roles, ...existing].flatMap((role) => sharedRoleNote(role, ruleset)),
  ...existing.flatMap((role) => notesOfExisting(role, owners)),
  ...circular.map(({ role, others }) => circularTrust(role, others)),
];

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
