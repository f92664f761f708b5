import { bitsOf } from '../../language/ipRange.ts';
import type { Matcher } from '../arnMatch.ts';
import type { Text } from '../policyVariables.ts';
import { type ConditionOperator, nothing } from './operator.ts';

/** An address within a range in CIDR notation. An address of the other family is never within. */
export const ipAddress: ConditionOperator = { name: 'IpAddress', negated: false, matcher: within };

function within({ text }: Text): Matcher {
  const [address = '', mask, ...rest] = text.split('/');
  const range = bitsOf(address);
  if (!range || rest.length > 0 || (mask !== undefined && !/^\d{1,3}$/.test(mask))) return nothing;
  const length = mask === undefined ? range.length : Number(mask);
  if (length > range.length) return nothing;
  const start = range.slice(0, length);
  return (value) => {
    const bits = bitsOf(value);
    return bits !== undefined && bits.length === range.length && bits.startsWith(start);
  };
}
