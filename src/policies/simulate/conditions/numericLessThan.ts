import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's number lies before the value. */
export const numericLessThan: ConditionOperator = {
  name: 'NumericLessThan',
  negated: false,
  matcher: comparing(readNumber, (given, expected) => given < expected),
};
