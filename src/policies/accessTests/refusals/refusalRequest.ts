import { readArn } from '../../language/arn.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { servicesPassedTo } from './operationActions.ts';
import type { RefusedCall } from './refusedCall.ts';

/** The role behind a session; anything else as it is. A session doesn’t tell the path of its role. */
export function roleArnOf(principal: string): string {
  const [, partition, account, role] =
    /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([^/]+)/.exec(principal) ?? [];
  return role === undefined ? principal : `arn:${partition}:iam::${account}:role/${role}`;
}

export const accountOfArn = (arn: string | undefined): string | undefined =>
  /^arn:[\w-]+:[\w-]+:[\w-]*:(\d{12}):/.exec(arn ?? '')?.[1];

/**
 * The refused call as a request, with what its message says of the context. What it doesn’t say is left out: it is asked with
 * missing keys unknown.
 */
export function refusalRequest(call: RefusedCall, principal: string, resource: string): AccessRequest {
  const { region } = readArn(resource) ?? {};
  const role = roleArnOf(principal);
  const account = accountOfArn(role);
  return {
    principal,
    action: call.action,
    resource: { arn: resource },
    context: {
      ...(role.startsWith('arn:') ? { 'aws:PrincipalArn': role } : {}),
      ...(account ? { 'aws:PrincipalAccount': account } : {}),
      ...(region ? { 'aws:RequestedRegion': region } : {}),
      ...contextOfOperation(call, resource),
    },
  };
}

/** What the API's call says of the action that it needs. */
function contextOfOperation({ action, operation }: RefusedCall, resource: string): AccessRequest['context'] {
  const lower = action.toLowerCase();
  if (lower === 'iam:passrole') {
    const [service] = servicesPassedTo(operation);
    return { 'iam:PassedToService': service };
  }
  if (lower === 'sagemaker:addtags' && operation?.startsWith('Create'))
    return { 'sagemaker:TaggingAction': operation };
  const linked = /:role\/aws-service-role\/([\w.-]+)\//.exec(resource)?.[1];
  return lower === 'iam:createservicelinkedrole' && linked ? { 'iam:AWSServiceName': linked } : {};
}
