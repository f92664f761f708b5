import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's number lies before the value or on it. */
export const numericLessThanEquals: ConditionOperator = {
  name: 'NumericLessThanEquals',
  negated: false,
  matcher: comparing(readNumber, (given, expected) => given <= expected),
};
