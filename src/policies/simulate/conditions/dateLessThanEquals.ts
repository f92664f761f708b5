import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The request's time lies before the value or on it. */
export const dateLessThanEquals: ConditionOperator = {
  name: 'DateLessThanEquals',
  negated: false,
  matcher: comparing(readDate, (given, expected) => given <= expected),
};
