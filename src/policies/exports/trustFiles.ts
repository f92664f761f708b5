import { printPolicy } from '../language/print.ts';
import type { ExportedFile } from './exporter.ts';
import type { ExistingRole, ExportPart, RoleTrust } from './planned.ts';

const nameOf = ({ id }: RoleTrust): string => `${id}.trust-policy.json`;

/** Names of the files with the trust policy of a role that exists. */
export const trustFilesOf = ({ trusts }: Pick<ExistingRole, 'trusts'>): string =>
  trusts.map(nameOf).join(' and ');

/**
 * The trust policies of roles that exist, which no code here sets: as text, for the owner of the role. One role of several
 * personas has one trust policy. `start` begins the names.
 */
export const trustFiles = ({ existing }: ExportPart, start: string): readonly ExportedFile[] => {
  const trusts = new Map(existing.flatMap((role) => role.trusts).map((trust) => [trust.id, trust]));
  return [...trusts.values()].map((trust) => ({
    name: start + nameOf(trust),
    title: `${trust.title}: trust policy, to set on the existing role`,
    text: printPolicy(trust.policy).text,
    mediaType: 'application/json',
  }));
};
