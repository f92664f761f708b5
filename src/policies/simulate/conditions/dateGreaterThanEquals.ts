import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's time lies after the value or on it. */
export const dateGreaterThanEquals: ConditionOperator = {
  name: 'DateGreaterThanEquals',
  negated: false,
  matcher: comparing(readDate, (given, expected) => given >= expected),
};
