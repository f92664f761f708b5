import type { Statement } from '../language/policy.ts';
import type { Scope } from './scope.ts';

/** A statement ready to be compared. */
export interface ComparedStatement {
  /** Its own, the same wherever the statement is. */
  readonly place: number;
  /** The same for statements that say the same of an action. */
  readonly id: number;
  /** The same for statements that say the same of the same actions. */
  readonly whole: number;
  readonly effect: Statement['Effect'];
  readonly scopes: readonly Scope[];
  /** Of its actions, as it writes them; a copy, since a statement may be changed after it was compared. */
  readonly patterns: readonly string[];
  /** Whether the patterns are what it leaves out. */
  readonly isExcept: boolean;
  /** The patterns with wildcards, in lower case. */
  readonly wildcards: readonly string[];
}
