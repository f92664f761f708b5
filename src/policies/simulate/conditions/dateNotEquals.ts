import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** Another time than each of the values; what is no time differs from all. */
export const dateNotEquals: ConditionOperator = {
  name: 'DateNotEquals',
  negated: true,
  matcher: comparing(readDate, (given, expected) => given === expected),
};
