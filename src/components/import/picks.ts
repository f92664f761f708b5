import type { DocumentKind } from '../../policies/language/policy.ts';

/** What the reader of the dialog chose for a policy, by its place in the reading. */
export interface Picks {
  readonly wanted: Readonly<Record<number, boolean>>;
  readonly kinds: Readonly<Record<number, DocumentKind>>;
}
