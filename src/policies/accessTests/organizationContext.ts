import type { PolicyDocument } from '../language/policy.ts';
import { readOperator } from '../language/conditionOperator.ts';
import { isPattern } from '../language/glob.ts';
import { isServicePrincipal } from '../language/partitions.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { accountOfArn } from './refusals/refusalRequest.ts';
import { type AppliedPolicies, withResourceControl } from '../compose/appliedPolicies.ts';

type Context = AccessRequest['context'];

/**
 * What a call of a service has in its context, in place of the keys of principals. It acts for a resource of the organization where
 * that is of the account.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export const contextOfService = (organization: string, isForAccount: boolean): Context => ({
  'aws:PrincipalIsAWSService': 'true',
  ...(isForAccount ? { 'aws:SourceOrgID': organization } : {}),
});

/**
 * What is known of a caller where a set has resource control policies; nothing where it has none. Roles of the account are in the organization that the
 * policies make an exception for, and AWS services are in none.
 */
export function organizationContext(
  documents: readonly ComposedDocument[],
  principal: string,
  account: string | undefined,
): Context {
  const policies = documents.flatMap(({ kind, policy }) => (kind === 'resource-control' ? [policy] : []));
  if (policies.length === 0) return {};
  if (isServicePrincipal(principal)) return { 'aws:PrincipalIsAWSService': 'true', 'aws:PrincipalOrgID': [] };
  const caller = accountOfArn(principal);
  if (caller === undefined) return {};
  const [organization, ...others] = new Set(policies.flatMap(organizationsExcepted));
  const isKnown = organization !== undefined && others.length === 0 && caller === account;
  return {
    'aws:PrincipalIsAWSService': 'false',
    ...(isKnown ? { 'aws:PrincipalOrgID': organization } : {}),
  };
}

/** Organizations whose principals a policy doesn't deny: a pattern names none. */
const organizationsExcepted = ({ Statement }: PolicyDocument): readonly string[] =>
  Statement.flatMap(({ Condition = {} }) =>
    Object.entries(Condition).flatMap(([operator, keys]) =>
      readOperator(operator)?.negated === true
        ? Object.entries(keys).flatMap(([key, values]) =>
            key.toLowerCase() === 'aws:principalorgid' ? [values].flat().map(String) : [],
          )
        : [],
    ),
  ).filter((one) => !isPattern(one));

/** The policies with the resource control policies of a set, unless the resource is known to be of another account. `owner`: its account. */
export function controlledPolicies(
  found: AppliedPolicies,
  documents: readonly ComposedDocument[],
  owner: string | undefined,
  account: string | undefined,
): AppliedPolicies {
  const isElsewhere = owner !== undefined && account !== undefined && owner !== account;
  return isElsewhere ? found : withResourceControl(found, documents);
}
