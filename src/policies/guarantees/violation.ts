import type { ExactRequest } from '../exact/replay/replay.ts';
import { allowEverything, type AppliedPolicies } from '../compose/appliedPolicies.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { simulate } from '../simulate/simulate.ts';
import { isTrust } from './askedPolicies.ts';
import type { Violation } from './guaranteeResult.ts';

/** The first of the requests that the simulator allows too, all layers combined. */
export function violationOf(
  witnesses: readonly ExactRequest[],
  policies: AppliedPolicies,
  principal: string,
): Violation | undefined {
  if (policies.set.resource && policies.set.identity.length === 0)
    return violationFromElsewhere(witnesses, policies, principal);
  return witnesses
    .flatMap((witness) =>
      isTrust(policies.set) ? assumptions(witness, principal) : requests(witness, principal),
    )
    .map((request) => ({ request, policies }))
    .find(({ request }) => simulate(request, policies.set).verdict === 'allowed');
}

/** Of the policy of a resource: by somebody of another account who may do everything there. */
function violationFromElsewhere(
  witnesses: readonly ExactRequest[],
  policies: AppliedPolicies,
  owner: string,
): Violation | undefined {
  const [, partition = 'aws', , , accountId = ''] = owner.split(':');
  const asked = { ...policies, set: { ...policies.set, identity: [allowEverything] } };
  return witnesses
    .flatMap(({ principal = '', action, resource, context }) => {
      const accounts = [principal.split(':')[4] ?? '', STRANGER];
      const callers = accounts.map((account) => `arn:${partition}:iam::${account}:role/example`);
      return [principal, ...callers].map((caller) => ({
        principal: caller,
        action,
        resource: { arn: resource, accountId },
        context,
      }));
    })
    .filter((request) => request.principal.split(':')[4] !== accountId)
    .map((request) => ({ request, policies: asked }))
    .find(({ request }) => simulate(request, asked.set).verdict === 'allowed');
}

const STRANGER = '999999999999';

/** What a call is about can be of any account: where its ARN names another one, also in the caller's. */
function requests(
  { principal, action, resource, context }: ExactRequest,
  caller: string,
): readonly AccessRequest[] {
  const request = { principal: principal ?? caller, action, resource: { arn: resource }, context };
  const [, , , , account = ''] = request.principal.split(':');
  return account === ''
    ? [request]
    : [request, { ...request, resource: { arn: resource, accountId: account } }];
}

/** Every text is a principal for the comparison: where one is none, someone else in the account shows the same. */
function assumptions(
  { principal = '', action, context }: ExactRequest,
  role: string,
): readonly AccessRequest[] {
  const someone = role.replace(/:role\/.*$/, ':user/example');
  return [principal, someone].map((caller) => ({
    principal: caller,
    action,
    resource: { arn: role },
    context,
  }));
}
