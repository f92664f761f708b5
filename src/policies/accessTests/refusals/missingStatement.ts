import type { ConditionBlock, PolicyDocument, Statement } from '../../language/policy.ts';
import type { PolicyType } from '../../language/policyType.ts';
import type { Layer } from '../../simulate/policySet.ts';
import { isAssuming } from '../otherSide.ts';
import { servicesPassedTo } from './operationActions.ts';
import { accountOfArn, roleArnOf } from './refusalRequest.ts';
import type { RefusedCall } from './refusedCall.ts';

/** How a policy of a layer is checked. */
export function typeOfLayer(layer: Layer, action: string): PolicyType {
  if (layer === 'vpcEndpoint') return 'vpc-endpoint';
  if (layer === 'serviceControl') return 'scp';
  if (layer === 'resourceControl') return 'rcp';
  if (layer !== 'resource') return 'identity';
  return isAssuming(action) ? 'trust' : 'resource';
}

/** The layer in which a statement belongs: where AWS says nothing, the caller’s own policies. */
export const layerOf = ({ layer, principal }: Pick<RefusedCall, 'layer' | 'principal'>): Layer =>
  layer ?? (principal && !principal.startsWith('arn:') ? 'resource' : 'identity');

/** Most resources of one statement: more are named by a pattern that a person has to choose. */
const MAX_RESOURCES = 20;

/**
 * The statement that would have allowed a call, in the kind of policy that refused it, as narrow as the message says. Conditions
 * are those without which it would allow more than the call: the service that a role is passed to, or grants that AWS services
 * create. Nothing where the message does not say what is needed for it.
 */
export function missingStatement(
  call: RefusedCall,
  resources: readonly string[] = call.resource === undefined ? [] : [call.resource],
): Statement | undefined {
  const layer = layerOf(call);
  const type = typeOfLayer(layer, call.action);
  const isNaming = type === 'trust' || type === 'resource' || type === 'vpc-endpoint';
  const needsResource = type !== 'trust' && !isOwnKey(type, call.action);
  if (type === 'rcp' || (isNaming && call.principal === undefined)) return undefined;
  if (needsResource && (resources.length === 0 || resources.length > MAX_RESOURCES)) return undefined;
  const [first, ...others] = resources;
  // A principal that can pass any role can gain its permissions: the message has to name the role.
  if (call.action.toLowerCase() === 'iam:passrole' && first === '*') return undefined;
  const condition = conditionOf(call, type, first);
  return {
    Sid: sidOf(call.action),
    Effect: 'Allow',
    ...(isNaming ? principalOf(call, type) : {}),
    Action: call.action,
    ...(needsResource && first !== undefined
      ? { Resource: others.length > 0 ? resources : first }
      : isOwnKey(type, call.action)
        ? { Resource: '*' }
        : {}),
    ...(Object.keys(condition).length > 0 ? { Condition: condition } : {}),
  };
}

/** In its own policy a key is `*`. */
const isOwnKey = (type: PolicyType, action: string): boolean =>
  type === 'resource' && action.toLowerCase().startsWith('kms:');

const sidOf = (action: string): string =>
  `Allow${action.slice(action.indexOf(':') + 1).replaceAll(/\W/g, '')}`;

/** A gateway endpoint takes no principal but `*`, and every endpoint takes the condition that is used in place of one. */
function principalOf({ principal = '' }: RefusedCall, type: PolicyType): Pick<Statement, 'Principal'> {
  if (type === 'vpc-endpoint') return { Principal: '*' };
  return { Principal: principal.startsWith('arn:') ? { AWS: roleArnOf(principal) } : { Service: principal } };
}

function conditionOf(
  { action, operation, principal = '' }: RefusedCall,
  type: PolicyType,
  resource: string | undefined,
): ConditionBlock {
  const lower = action.toLowerCase();
  if (type === 'vpc-endpoint') return { ArnEquals: { 'aws:PrincipalArn': roleArnOf(principal) } };
  if (type === 'trust') {
    const account = accountOfArn(resource);
    const isService = !principal.startsWith('arn:');
    return isService && account ? { StringEquals: { 'aws:SourceAccount': account } } : {};
  }
  if (lower === 'iam:passrole') {
    const [service] = servicesPassedTo(operation);
    return { StringEquals: { 'iam:PassedToService': service } };
  }
  if (lower === 'kms:creategrant') return { Bool: { 'kms:GrantIsForAWSResource': 'true' } };
  if (lower === 'sagemaker:addtags' && operation?.startsWith('Create'))
    return { StringEquals: { 'sagemaker:TaggingAction': operation } };
  const linked = /:role\/aws-service-role\/([\w.-]+)\//.exec(resource ?? '')?.[1];
  return lower === 'iam:createservicelinkedrole' && linked
    ? { StringEquals: { 'iam:AWSServiceName': linked } }
    : {};
}

/** A policy with this statement alone. */
export const policyWith = (statement: Statement): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [statement],
});
