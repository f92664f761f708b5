import type { Matcher } from '../arnMatch.ts';
import type { Text } from '../policyVariables.ts';
import { readBool } from './bool.ts';
import type { ConditionOperator } from './operator.ts';

export const ABSENT = 'absent';
export const PRESENT = 'present';

/** Whether the key is absent (`true`) or present (`false`). Asked not of a value but of `ABSENT` or `PRESENT`. */
export const nullOperator: ConditionOperator = { name: 'Null', negated: false, matcher: presence };

function presence({ text }: Text): Matcher {
  const absent = readBool(text);
  return (state) => absent !== undefined && (state === ABSENT) === absent;
}
