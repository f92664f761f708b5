import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The same number, however it is written. */
export const numericEquals: ConditionOperator = {
  name: 'NumericEquals',
  negated: false,
  matcher: comparing(readNumber, (given, expected) => given === expected),
};
