import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's time lies after the value. */
export const dateGreaterThan: ConditionOperator = {
  name: 'DateGreaterThan',
  negated: false,
  matcher: comparing(readDate, (given, expected) => given > expected),
};
