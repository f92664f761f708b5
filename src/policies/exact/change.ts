import type { Statement } from '../language/policy.ts';
import { type Scope, scopeKey } from './scope.ts';

/**
 * `widens`: requests may be allowed that were not. `narrows`: the other way round; an added Deny is one. `conditions`: on the
 * same resources under other conditions, and not simply under fewer. `notCompared`: see `reason`.
 */
export type ChangeKind = 'widens' | 'narrows' | 'conditions' | 'notCompared';

/**
 * Why something was not compared: patterns that also match actions which AWS has not published yet; a service whose actions
 * are not in the data; a pattern over several services; a statement that IAM would refuse; resource patterns with fewer than six
 * fields, which AWS may read in two ways.
 */
export type NotComparedReason =
  | 'futureActions'
  | 'serviceNotKnown'
  | 'acrossServices'
  | 'malformed'
  | 'readTwoWays';

/** How access to actions of one service and access level differs between two sets of policies. */
export interface PermissionChange {
  readonly kind: ChangeKind;
  /** Of the statements that changed. */
  readonly effect: Statement['Effect'];
  /** Prefix of the service; `*` for all that no policy names. */
  readonly service: string;
  /** As AWS calls it; `unknown` for actions that are not in the catalog. */
  readonly accessLevel: string;
  /** Full names. `s3:*`: actions of S3 that no list has; `*`: those of services that no policy names. */
  readonly actions: readonly string[];
  /** The scopes of these statements before, as far as they are gone. */
  readonly from: readonly Scope[];
  /** What they say now and did not say before. */
  readonly to: readonly Scope[];
  /** Of a Deny: no statement here allows the actions, so that it counts only beside other policies. */
  readonly withoutAllow?: true;
  readonly reason?: NotComparedReason;
}

/** A difference between two sides' statements about an action. */
export type ClauseDifference = Pick<
  PermissionChange,
  'kind' | 'effect' | 'from' | 'to' | 'withoutAllow' | 'reason'
>;

/** The same difference has the same key, whichever statements it came from. */
export const differenceKey = ({ kind, effect, from, to, withoutAllow }: ClauseDifference): string =>
  [kind, effect, withoutAllow, ...from.map(scopeKey).toSorted(), 'to', ...to.map(scopeKey).toSorted()].join(
    '|',
  );
