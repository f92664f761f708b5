import { readNumber } from './number.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's number lies after the value or on it. */
export const numericGreaterThanEquals: ConditionOperator = {
  name: 'NumericGreaterThanEquals',
  negated: false,
  matcher: comparing(readNumber, (given, expected) => given >= expected),
};
