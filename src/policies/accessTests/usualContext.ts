import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { Draft } from '../model/draft.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { isServicePrincipal } from '../language/partitions.ts';
import { fillContext, fillText, type PlaceholderValues } from '../compose/fillPlaceholders.ts';
import { contextOfService } from './organizationContext.ts';
import { accountOfArn } from './refusals/refusalRequest.ts';

/** The context of a test: that of every call, and what the test says. */
export function contextOfTest(
  { context }: AccessTest,
  principal: string,
  draft: Draft,
  values: PlaceholderValues,
): AccessRequest['context'] {
  const own = fillContext(context, values);
  return { ...usualContext(principal, own, draft, values), ...own };
}

/** The context of every call, from inside the network that the guardrails require. */
function usualContext(
  principal: string,
  own: AccessRequest['context'],
  { limits }: Draft,
  values: PlaceholderValues,
): AccessRequest['context'] {
  const by = limits.chosen.find(({ guardrail }) => guardrail === 'callerNetwork')?.options['by'];
  const network =
    by === 'ip'
      ? { 'aws:SourceIp': fillText('<CALLER_CIDR>', values) }
      : {
          'aws:SourceVpce': fillText('<CALLER_VPC_ENDPOINT_ID>', values),
          'aws:SourceVpc': fillText('<CALLER_VPC_ID>', values),
          'aws:VpceOrgID': fillText('<ORGANIZATION_ID>', values),
        };
  const account = fillText('<ACCOUNT_ID>', values);
  const organization = fillText('<ORGANIZATION_ID>', values);
  const isForAccount = own['aws:SourceAccount'] === account;
  return {
    ...(principal.startsWith('arn:') ? { 'aws:PrincipalArn': principal } : {}),
    ...(isServicePrincipal(principal)
      ? contextOfService(organization, isForAccount)
      : {
          'aws:PrincipalAccount': accountOfArn(principal) ?? account,
          'aws:PrincipalOrgID': organization,
          'aws:PrincipalIsAWSService': 'false',
        }),
    'aws:ResourceAccount': account,
    'aws:RequestedRegion': fillText('<REGION>', values),
    'aws:SecureTransport': 'true',
    'aws:ViaAWSService': 'false',
    'aws:ViaAWSMCPService': 'false',
    ...network,
  };
}

/** The account of a resource in another account: the ARN of a bucket or an object has none. */
export function otherAccountOf(
  { otherAccount, attachedTo, context }: AccessTest,
  values: PlaceholderValues,
): Pick<AccessRequest['resource'], 'accountId'> {
  const account = context['aws:ResourceAccount'];
  return (otherAccount || attachedTo) && typeof account === 'string'
    ? { accountId: fillText(account, values) }
    : {};
}

/** Whether a call is about a resource of another account, over which the resource control policies of the set have no say. */
export function isElsewhere({ resource, otherAccount }: AccessTest, values: PlaceholderValues): boolean {
  const owner = accountOfArn(fillText(resource, values));
  return otherAccount === true || (owner !== undefined && owner !== fillText('<ACCOUNT_ID>', values));
}
