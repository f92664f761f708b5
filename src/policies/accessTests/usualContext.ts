import type { AccessTest } from '../library/accessTests/accessTest.ts';
import type { Draft } from '../model/draft.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { fillText, type PlaceholderValues } from '../compose/fillPlaceholders.ts';

/** The context of every call, from inside the network that the guardrails require. */
export function usualContext(
  principal: string,
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
  return {
    ...(principal.startsWith('arn:') ? { 'aws:PrincipalArn': principal } : {}),
    'aws:PrincipalAccount': fillText('<ACCOUNT_ID>', values),
    'aws:PrincipalOrgID': fillText('<ORGANIZATION_ID>', values),
    'aws:PrincipalIsAWSService': 'false',
    'aws:ResourceAccount': fillText('<ACCOUNT_ID>', values),
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
