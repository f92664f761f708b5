import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's number lies after the value. */
export const numericGreaterThan: ConditionOperator = {
  name: 'NumericGreaterThan',
  negated: false,
  matcher: comparing(readNumber, (given, expected) => given > expected),
};
