import type { Layer, StatementRef } from './policySet.ts';
import type { SimulationError } from './statementProblems.ts';

/** `unknown`: it depends on keys that were not given. `error`: the policies or the request could not be read. */
export type Verdict = 'allowed' | 'implicitDeny' | 'explicitDeny' | 'unknown' | 'error';

export interface LayerMatches {
  /** Statements that apply. */
  readonly allow: readonly StatementRef[];
  readonly deny: readonly StatementRef[];
  /** Statements that apply if keys that were not given have the right values. */
  readonly mayAllow: readonly StatementRef[];
  readonly mayDeny: readonly StatementRef[];
}

/**
 * The outcome of a layer. `silent`: present and needed, and no statement of it allows. `notNeeded`: the request is allowed without
 * it. `notPresent`: there is no such policy. `perhaps`: keys that were not given decide.
 */
export type LayerOutcome = 'allows' | 'denies' | 'silent' | 'notNeeded' | 'notPresent' | 'perhaps';

export interface PlacedRef {
  readonly layer: Layer;
  readonly statement: StatementRef;
}

/** One reason why a statement does not apply. */
export type MissReason =
  | { readonly part: 'action'; readonly expected: readonly string[] }
  | { readonly part: 'principal' }
  | {
      readonly part: 'resource';
      /** Patterns after substitution. */
      readonly expected: readonly string[];
      /** Keys without which a variable has no value. */
      readonly missingKeys: readonly string[];
    }
  | {
      readonly part: 'condition';
      readonly operator: string;
      readonly key: string;
      /** Values after substitution. */
      readonly expected: readonly string[];
      /** Nothing when the request does not have the key. */
      readonly given: readonly string[] | undefined;
      readonly missingKeys: readonly string[];
    };

/** A statement that would have allowed the request, and all that it fails on. */
export interface NearestMiss extends PlacedRef {
  readonly failures: readonly MissReason[];
}

/** What the verdict is when a key that was not given is absent, or has this value. */
export interface Branch {
  /** Nothing: the key is absent. */
  readonly value: string | undefined;
  /** The value represents all values that the policies do not name. */
  readonly isOther: boolean;
  readonly verdict: Verdict;
  /** As that of a decision. */
  readonly otherReading?: OtherReading;
}

export interface Dependency {
  /** As the policy writes it. */
  readonly key: string;
  readonly branches: readonly Branch[];
  /** Values that policies compare it with and that were not tried. */
  readonly moreValues: number;
}

/**
 * What the verdict would be if a `*` in a resource pattern with fewer than six fields reached beyond its field, and the patterns
 * on which that depends, as the policies write them.
 */
export interface OtherReading {
  readonly verdict: Verdict;
  readonly patterns: readonly (PlacedRef & { readonly pattern: string })[];
}

/** A verdict with its grounds: plain data, which a worker can post. */
export interface Decision {
  readonly verdict: Verdict;
  /**
   * Only where the other reading of some resource pattern gives another verdict. AWS documents both readings, so
   * the result of such a request is undecided. See `isAllowed`.
   */
  readonly otherReading?: OtherReading | undefined;
  readonly matched: Readonly<Record<Layer, LayerMatches>>;
  readonly layers: Readonly<Record<Layer, LayerOutcome>>;
  /** Statements that made the verdict: each Deny that applies, or every Allow of the layers that were needed. */
  readonly deciding: readonly PlacedRef[];
  /**
   * Layers that should have allowed the request and did not; for service control policies with the level, from 0. None for an implicit
   * deny of a call that AWS refuses to this kind of principal, whatever policies allow.
   */
  readonly lacking: readonly { readonly layer: Layer; readonly level?: number }[];
  /** For an implicit deny: per lacking layer the statements that came nearest to allowing it. */
  readonly nearestMisses: readonly NearestMiss[];
  /** For `unknown`: each key on which the verdict depends, with what it would be. */
  readonly dependsOn: readonly Dependency[];
  /** Context keys that AWS does not define for the action; they are evaluated nonetheless. Empty without a catalog. */
  readonly unknownKeys: readonly string[];
  readonly errors: readonly SimulationError[];
}

/** A verdict without its grounds. */
export type ShortDecision = Pick<Decision, 'verdict' | 'otherReading' | 'errors'>;
