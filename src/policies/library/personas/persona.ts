import type { DocumentKind } from '../../language/policy.ts';
import type { TrustOffer } from '../trust/trust.ts';

export interface Persona {
  readonly id: string;
  readonly title: string;
  /** Two or three capital letters, shown beside the lines that the persona needs. */
  readonly mark: string;
  /** The mark in Sids of version 0.1, by which edits from then are found. */
  readonly formerMark?: string;
  readonly summary: string;
  /** Id of its group in the list; none for a persona of an organization, which has a group of its own. */
  readonly family?: string;
  /** Only some teams have it: not part of an example of everything. */
  readonly specialized?: true;
  /** Kind of document its activities make; those of roles, endpoints and resources never mix. */
  readonly kind: Extract<DocumentKind, 'identity' | 'vpc-endpoint' | 'resource'>;
  /** Ways in which its role can be assumed, the first one by default. None for what is not a role. */
  readonly trust: readonly TrustOffer[];
  /** Variable with the ARN of its role, where other roles pass it. */
  readonly roleVariable?: string;
  /** In the order in which they are offered and their statements are written. */
  readonly activities: readonly {
    readonly activity: string;
    /** Whether it is selected together with the persona. */
    readonly selected: boolean;
  }[];
}
