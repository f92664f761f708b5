import { arnLike } from './arnLike.ts';
import type { ConditionOperator } from './operator.ts';

/** Behaves as `ArnNotLike` does, wildcards included. */
export const arnNotEquals: ConditionOperator = { ...arnLike, name: 'ArnNotEquals', negated: true };
