import type { ExactRequest } from '../exact/replay/replay.ts';
import type { ProofPolicies } from '../accessTests/policySets.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { simulate } from '../simulate/simulate.ts';
import { isTrust } from './askedPolicies.ts';
import type { Violation } from './guaranteeResult.ts';

/** The first of the requests that the simulator allows too, all layers combined. */
export function violationOf(
  witnesses: readonly ExactRequest[],
  policies: ProofPolicies,
  principal: string,
): Violation | undefined {
  return witnesses
    .flatMap((witness) =>
      isTrust(policies.set) ? assumptions(witness, principal) : requests(witness, principal),
    )
    .map((request) => ({ request, policies }))
    .find(({ request }) => simulate(request, policies.set).verdict === 'allowed');
}

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
