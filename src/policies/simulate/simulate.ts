import { evaluateRequest } from './evaluate.ts';
import type { SimulateOptions } from './preparedPolicySet.ts';
import type { Decision } from './decision.ts';
import type { PolicySet } from './policySet.ts';
import { prepare } from './prepare.ts';
import type { PreparedPolicySet } from './preparedPolicySet.ts';
import type { AccessRequest } from './request.ts';

/**
 * Whether policies allow a request, as IAM decides it, with its grounds. An explicit Deny in any layer ends it; otherwise every
 * layer that the request needs must allow it. Malformed policies or requests give the verdict `error`; it never throws. For
 * many requests give it what `prepare` made of the policies.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function simulate(
  request: AccessRequest,
  policies: PolicySet | PreparedPolicySet,
  options: SimulateOptions = {},
): Decision {
  const prepared = isPrepared(policies) ? policies : prepare(policies);
  return evaluateRequest(prepared, request, options);
}

const isPrepared = (policies: unknown): policies is PreparedPolicySet =>
  typeof policies === 'object' && policies !== null && 'simulate' in policies && 'layers' in policies;
