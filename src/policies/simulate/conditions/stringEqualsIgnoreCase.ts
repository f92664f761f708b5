import type { ConditionOperator } from './operator.ts';

/** The same text, whatever the case. Wildcards mean themselves. */
export const stringEqualsIgnoreCase: ConditionOperator = {
  name: 'StringEqualsIgnoreCase',
  negated: false,
  matcher: ({ text }) => {
    const expected = text.toLowerCase();
    return (value) => value.toLowerCase() === expected;
  },
};
