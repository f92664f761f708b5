import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** Another number than each of the values; what is no number differs from all. */
export const numericNotEquals: ConditionOperator = {
  name: 'NumericNotEquals',
  negated: true,
  matcher: comparing(readNumber, (given, expected) => given === expected),
};
