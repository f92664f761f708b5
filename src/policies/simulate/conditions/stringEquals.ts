import type { ConditionOperator } from './operator.ts';

/** The same text, letter by letter. Wildcards mean themselves. */
export const stringEquals: ConditionOperator = {
  name: 'StringEquals',
  negated: false,
  matcher:
    ({ text }) =>
    (value) =>
      value === text,
};
