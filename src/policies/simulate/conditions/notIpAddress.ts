import { ipAddress } from './ipAddress.ts';
import type { ConditionOperator } from './operator.ts';

/** Outside all of the ranges; so is an address of the other family, and what is no address. */
export const notIpAddress: ConditionOperator = { ...ipAddress, name: 'NotIpAddress', negated: true };
