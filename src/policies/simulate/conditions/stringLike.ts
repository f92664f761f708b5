import { globOf } from '../arnMatch.ts';
import type { ConditionOperator } from './operator.ts';

/** Case counts; `*` is any run of characters, `?` exactly one. */
export const stringLike: ConditionOperator = { name: 'StringLike', negated: false, matcher: globOf };
