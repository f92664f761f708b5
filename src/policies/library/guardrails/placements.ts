import type { GuardrailPlacement } from '../../model/draft.ts';

/** One way to enforce guardrails. A policy that others than roles carry, such as one of the stores, would be one more entry. */
export interface Placement {
  readonly value: GuardrailPlacement;
  /** Who is bound by it. */
  readonly binds: string;
  /** What it is, and what it needs. */
  readonly detail: string;
}

/** In the order in which they bind more. */
export const placements: readonly Placement[] = [
  {
    value: 'deny',
    binds: 'Applies to the roles of this set, regardless of their other policies.',
    detail: 'Adds Deny statements to the policies of each role.',
  },
  {
    value: 'conditions',
    binds: 'Applies only to what the policies of this set allow. Other policies can still grant more.',
    detail:
      'Adds conditions to Allow statements, as SageMaker Role Manager does. Uses Deny where no condition exists.',
  },
  {
    value: 'boundary',
    binds: 'Applies to the roles that have it as their permissions boundary.',
    detail: 'A separate policy that you attach as the boundary of each role. It grants no permissions.',
  },
  {
    value: 'serviceControl',
    binds:
      'Applies to every principal of the member accounts that it’s attached to, but not to the management account or service-linked roles.',
    detail: 'A policy for AWS Organizations. It grants no permissions. Keep FullAWSAccess attached.',
  },
];
