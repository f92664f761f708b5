import type { AccessQuestion } from '../exact/isAccessPossible.ts';

const BY_SERVICE = 'aws:PrincipalIsAWSService';

/**
 * What is so of every request of a role: it isn’t one of a service itself. Asked only where policies test it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const requestsOfRoles = (policies: readonly unknown[]): readonly AccessQuestion[] =>
  JSON.stringify(policies).toLowerCase().includes(BY_SERVICE.toLowerCase())
    ? [{ condition: { BoolIfExists: { [BY_SERVICE]: 'false' } } }]
    : [];

/** Requests whose resource can be of another account than the role, as that of an S3 bucket: its ARN names none. */
export function requestsElsewhere(principal: string): AccessQuestion {
  const [, partition = '*', , , account = ''] = principal.split(':');
  return { exceptResources: [`arn:${partition}:*:*:${account}:*`] };
}
