import type { ConditionOperator } from './operator.ts';
import { stringLike } from './stringLike.ts';

/** Matches none of the patterns. */
export const stringNotLike: ConditionOperator = { ...stringLike, name: 'StringNotLike', negated: true };
