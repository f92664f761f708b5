import { readDate } from './date.ts';
import { type ConditionOperator, comparing } from './operator.ts';

/** The same time, however it is written. */
export const dateEquals: ConditionOperator = {
  name: 'DateEquals',
  negated: false,
  matcher: comparing(readDate, (given, expected) => given === expected),
};
