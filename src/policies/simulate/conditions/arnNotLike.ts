import { arnLike } from './arnLike.ts';
import type { ConditionOperator } from './operator.ts';

/** Matches none of the ARN patterns. */
export const arnNotLike: ConditionOperator = { ...arnLike, name: 'ArnNotLike', negated: true };
