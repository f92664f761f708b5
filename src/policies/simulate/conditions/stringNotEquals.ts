import type { ConditionOperator } from './operator.ts';
import { stringEquals } from './stringEquals.ts';

/** Another text than each of the values. */
export const stringNotEquals: ConditionOperator = { ...stringEquals, name: 'StringNotEquals', negated: true };
