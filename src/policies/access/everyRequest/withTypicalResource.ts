import type { Catalog } from '../../catalog/catalog.ts';
import type { ExactRequest } from '../../exact/replay/replay.ts';
import { typicalResources } from '../review/exampleRequests.ts';

const ACCOUNT = '111122223333';

/**
 * A request whose resource is as its action takes one, where the shortest text that differs is no ARN. `isOne`: whether a request
 * shows the same; without one that does, it stays as it is.
 */
export function withTypicalResource(
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
