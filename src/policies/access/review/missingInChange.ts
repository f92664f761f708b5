import type { PermissionChange } from '../../exact/change.ts';
import { placeholderNames } from '../../language/placeholder.ts';
import { withExampleAccount } from '../withExampleAccount.ts';

/**
 * Names of the placeholders in what a change lets through, once each: without their values there may be no request that shows it.
 * Account, partition and Region are not among them; an example has its own.
 */
export const missingInChange = ({ from, to }: Pick<PermissionChange, 'from' | 'to'>): readonly string[] => [
  ...new Set(placeholderNames(JSON.stringify(withExampleAccount([from, to])))),
];
