import type { ConditionOperator } from './operator.ts';
import { stringEqualsIgnoreCase } from './stringEqualsIgnoreCase.ts';

/** Another text than each of the values, whatever the case. */
export const stringNotEqualsIgnoreCase: ConditionOperator = {
  ...stringEqualsIgnoreCase,
  name: 'StringNotEqualsIgnoreCase',
  negated: true,
};
