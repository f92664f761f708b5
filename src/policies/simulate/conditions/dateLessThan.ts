import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's time lies before the value. */
export const dateLessThan: ConditionOperator = {
  name: 'DateLessThan',
  negated: false,
  matcher: comparing(readDate, (given, expected) => given < expected),
};
