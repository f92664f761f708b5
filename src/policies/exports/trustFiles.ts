import { printPolicy } from '../print.ts';
import type { ExportedFile } from './exporter.ts';
import type { ExistingRole, ExportPart } from './planned.ts';

/** Name of the file with the trust policy of roles that exist. */
export const trustFileOf = ({ id }: ExistingRole): string => `${id}.trust-policy.json`;

/**
 * The trust policies of roles that exist, which no code here sets: as text, for whoever owns the role. `start` begins the names.
 */
export const trustFiles = ({ existing }: ExportPart, start: string): readonly ExportedFile[] =>
  existing.map((role) => ({
    name: start + trustFileOf(role),
    title: `${role.title}: trust policy, to set on the existing role`,
    text: printPolicy(role.trust).text,
    mediaType: 'application/json',
  }));
