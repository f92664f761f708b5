import { allowEverything, defaultKeyPolicy } from '../../compose/appliedPolicies.ts';
import type { Documents } from '../../exact/answer.ts';
import type { ExactRequest } from '../../exact/replay/replay.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import type { ComparedKind } from './accessDifference.ts';

/** An account for requests that name none. */
const ACCOUNT = '111122223333';

/**
 * Policies of one kind as what decides a request, alone: beside identity policies that allow everything where they are of another
 * kind, and beside what the key or role of a request says of its own account. Nothing where there is no policy that could decide.
 */
export function decidingAlone(
  kind: ComparedKind,
  policies: Documents,
  request: AccessRequest,
): PolicySet | undefined {
  const [first] = policies;
  const open: PolicySet = { identity: [allowEverything], ...ownPolicyOf(request) };
  switch (kind) {
    case 'identity':
      return { ...open, identity: policies };
    case 'trust':
    case 'resource':
      return first && { ...open, resource: joined(policies) };
    case 'vpc-endpoint':
      return first && { ...open, vpcEndpoint: policies };
    case 'permissions-boundary':
      return first && { ...open, permissionsBoundary: policies };
    case 'service-control':
      return first && { ...open, serviceControl: [policies] };
    case 'resource-control':
      return { ...open, resourceControl: [policies] };
    default:
      return kind satisfies never;
  }
}

/** A key and a role decide with their own policy: one that leaves it to the account. */
function ownPolicyOf({ action, resource: { accountId = ACCOUNT } }: AccessRequest): Partial<PolicySet> {
  const name = action.toLowerCase();
  if (name.startsWith('kms:')) return { resource: defaultKeyPolicy('aws', accountId) };
  if (!name.startsWith('sts:assumerole')) return {};
  const account = { AWS: `arn:aws:iam::${accountId}:root` };
  return {
    resource: {
      Version: '2012-10-17',
      Statement: [{ Sid: 'Account', Effect: 'Allow', Principal: account, Action: 'sts:AssumeRole' }],
    },
  };
}

/** A role has one trust policy. */
const joined = ([first, ...others]: Documents) => ({
  ...(first?.Version !== undefined && { Version: first.Version }),
  Statement: [first, ...others].flatMap((policy) => policy?.Statement ?? []),
});

/** A request of the comparison as the simulator takes one: of a role in the account of the resource. */
export function simulatedRequest(
  kind: ComparedKind,
  { principal, action, resource, context }: ExactRequest,
): AccessRequest {
  const named = resource.split(':')[4] ?? '';
  const accountId = /^\d{12}$/.test(named) ? named : ACCOUNT;
  const role = `arn:aws:iam::${accountId}:role/example`;
  return {
    principal: principal ?? role,
    action,
    resource: { arn: kind === 'trust' ? role : resource, accountId },
    context: Object.fromEntries(
      Object.entries(context).map(([key, values]) => [key, values.length === 1 ? (values[0] ?? '') : values]),
    ),
  };
}
