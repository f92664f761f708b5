import type { Catalog } from '../../catalog/catalog.ts';
import type { ExactRequest } from '../../exact/replay/replay.ts';
import { typicalResources } from '../review/exampleRequests.ts';

const ACCOUNT = '111122223333';

/**
 * A request whose caller is a role, and whose resource is as its action takes one, where the shortest texts that differ are no such
 * ARNs. `isOne`: whether a request shows the same; without one that does, it stays as it is.
 */
export const withTypicalParts = (
  request: ExactRequest,
  catalog: Catalog,
  isOne: (request: ExactRequest) => boolean,
): ExactRequest => withTypicalResource(withTypicalCaller(request, isOne), catalog, isOne);

/** A principal that is an account means everyone in it. */
function withTypicalCaller(request: ExactRequest, isOne: (request: ExactRequest) => boolean): ExactRequest {
  const [, service = '', account] = /^arn:[^:]*:([^:]*):[^:]*:(\d{12}):/.exec(request.principal ?? '') ?? [];
  if (account === undefined || service === 'iam' || service === 'sts') return request;
  const typical = { ...request, principal: `arn:aws:iam::${account}:role/example` };
  return isOne(typical) ? typical : request;
}

function withTypicalResource(
  request: ExactRequest,
  catalog: Catalog,
  isOne: (request: ExactRequest) => boolean,
): ExactRequest {
  if (request.resource === '*' || /^arn(?::[^:]*){4}:./.test(request.resource)) return request;
  const role = `arn:aws:iam::${ACCOUNT}:role/example`;
  const caller = { principal: role, accountId: ACCOUNT, attachedTo: role };
  const typical = typicalResources(request.action, caller, catalog).map((resource) => ({
    ...request,
    resource,
  }));
  return typical.find(isOne) ?? request;
}
