import type { PolicyType } from '../../policies/language/policyType.ts';

/** The policy that is being validated. Kept while the page lives, so that closing the dialog loses nothing; never stored. */

export interface CheckedPolicy {
  readonly text: string;
  readonly type: PolicyType;
  /** CloudFormation's name of what a resource policy is attached to; empty for none. */
  readonly resourceType: string;
}

let last: CheckedPolicy = { text: '', type: 'identity', resourceType: '' };

export const lastChecked = (): CheckedPolicy => last;

export function keepChecked(policy: CheckedPolicy): void {
  last = policy;
}

/** Another text, for the type that was selected last. */
export const keepCheckedText = (text: string): void => keepChecked({ ...last, text });
