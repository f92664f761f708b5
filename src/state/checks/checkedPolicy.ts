import type { PolicyType } from '../../policies/language/policyType.ts';

/** A policy that is validated, and as what. */
export interface CheckedPolicy {
  readonly text: string;
  readonly type: PolicyType;
  /** CloudFormation's name of what a resource policy is attached to; empty for none. */
  readonly resourceType: string;
}
