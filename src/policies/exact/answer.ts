import type { Catalog } from '../catalog/catalog.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { ExactRequest } from './replay/replay.ts';
import type { SharedTests } from './question/tests.ts';
import type { Reading } from './texts/textPattern.ts';

/** Why a question is not decided. */
export type Undecided =
  /** The question takes more steps than it may. */
  | { readonly reason: 'steps' }
  /** The answer depends on what policy variables stand for. */
  | { readonly reason: 'policyVariable'; readonly keys: readonly string[] }
  /** The answer depends on values that are missing: names of placeholders. */
  | { readonly reason: 'missingValue'; readonly names: readonly string[] }
  /** An operator that is not known, or a key under operators of several kinds. */
  | { readonly reason: 'operator'; readonly operators: readonly string[] }
  /** Actions of services whose data is not loaded. */
  | { readonly reason: 'dataNotLoaded'; readonly services: readonly string[] }
  /** A document or a statement that IAM would refuse: nothing is known of what it would allow. */
  | { readonly reason: 'malformed' }
  /** A request that was found is not as it should be when it is replayed: a fault of this page. */
  | { readonly reason: 'notReplayed' };

/**
 * Whether some request is as asked. `none`: no request is; that holds for every request. `some`: this one is; it was replayed.
 * `undecided`: neither could be shown. `otherReading`: what the answer is where resource patterns are read in the other way, where that
 * is another.
 */
export type Answer = (
  | { readonly kind: 'none'; readonly proven: true }
  | { readonly kind: 'some'; readonly witness: ExactRequest }
  | { readonly kind: 'undecided'; readonly because: Undecided }
) & { readonly otherReading?: 'none' | 'some' };

export interface ExactOptions {
  /** For actions that exist; without it none is known. */
  readonly catalog?: Catalog;
  /** `all` (default): every name counts, also those that AWS has not published. `published`: those of the catalog. */
  readonly actions?: 'all' | 'published';
  /** `any` (default): every text. `typed`: those that the action's resource types allow; of documents only with published actions. */
  readonly resources?: 'any' | 'typed';
  /** See `Reading`. Default `fields`. Of layers, which are read as `simulate` reads them, `plain` is `short`. */
  readonly reading?: Reading;
  /** Steps that the question may take. The same question takes the same steps everywhere. */
  readonly steps?: number;
  /** For several questions about the same policies, which are read once then. The answers are the same. */
  readonly shared?: SharedTests;
}

/** Policies that apply together: what some Allow of them matches and no Deny. */
export type Documents = readonly PolicyDocument[];
