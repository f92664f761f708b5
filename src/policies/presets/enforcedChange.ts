import type { Why } from '../library/preset.ts';

/** Something of a draft that a rule of the preset did not let stand. */
export interface EnforcedChange {
  /**
   * `value`: of a variable; `limit`: a guardrail or its options; `delivery`: where limits stand and who is exempt; `edit`: what
   * a person wrote in a guardrail's statement.
   */
  readonly kind: 'value' | 'limit' | 'delivery' | 'activity' | 'edit' | 'name';
  /** Id of the variable, guardrail or activity; empty for the others. */
  readonly id: string;
  readonly why: Why;
}
