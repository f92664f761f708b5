/** What the palette finds. */

export const entryGroups = [
  'Commands',
  'Policies',
  'Findings',
  'Actions',
  'Condition keys',
  'Activities',
  'Guardrails',
  'Fields',
  'Personas',
  'Checks',
] as const;

export type EntryGroup = (typeof entryGroups)[number];

export interface Entry {
  readonly key: string;
  readonly group: EntryGroup;
  readonly label: string;
  /** Where it is. */
  readonly detail?: string;
  readonly keys?: string;
  /** Further words that it is found by. */
  readonly more?: string;
  /** It cannot be used now. */
  readonly isOff?: boolean;
  run(): void;
}
