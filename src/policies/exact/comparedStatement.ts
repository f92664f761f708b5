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
  readonly statement: Statement;
  /** Its patterns of actions, in lower case: those with wildcards. */
  readonly wildcards: readonly string[];
}
