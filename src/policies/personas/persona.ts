import type { DocumentKind } from '../document.ts';

export interface Persona {
  readonly id: string;
  readonly title: string;
  /** Two capital letters, shown beside the lines that the persona needs. */
  readonly mark: string;
  readonly summary: string;
  /** Kind of document its activities make; identity and endpoint documents never mix. */
  readonly kind: Exclude<DocumentKind, 'trust'>;
  /** In the order in which they are offered and their statements are written. */
  readonly activities: readonly {
    readonly activity: string;
    /** Chosen together with the persona. */
    readonly selected: boolean;
  }[];
}
