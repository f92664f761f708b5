import { arnFields, arnGlobOf } from '../arnMatch.ts';
import type { ConditionOperator } from './operator.ts';

/** ARNs field by field, with wildcards. A request value that is no ARN matches nothing. */
export const arnLike: ConditionOperator = {
  name: 'ArnLike',
  negated: false,
  matcher: (policyValue) => {
    const matches = arnGlobOf(policyValue);
    return (value) => value.startsWith('arn:') && arnFields(value) !== undefined && matches(value);
  },
};
