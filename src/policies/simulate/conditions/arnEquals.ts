import { arnLike } from './arnLike.ts';
import type { ConditionOperator } from './operator.ts';

/** Behaves as `ArnLike` does, wildcards included. */
export const arnEquals: ConditionOperator = { ...arnLike, name: 'ArnEquals' };
