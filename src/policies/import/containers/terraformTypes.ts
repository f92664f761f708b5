import type { FoundKind } from '../importReading.ts';

/** Which attributes of Terraform's resources hold policies, and what these are. Source: the AWS provider's page of each resource. */

type Attributes = Readonly<Record<string, FoundKind | undefined>>;

const policies: Readonly<Record<string, Attributes>> = {
  aws_iam_policy: { policy: 'identity' },
  aws_iam_role: { assume_role_policy: 'trust' },
  aws_iam_role_policy: { policy: 'identity' },
  aws_iam_user_policy: { policy: 'identity' },
  aws_iam_group_policy: { policy: 'identity' },
  aws_ssoadmin_permission_set_inline_policy: { inline_policy: 'identity' },
  aws_vpc_endpoint: { policy: 'vpc-endpoint' },
  aws_vpc_endpoint_policy: { policy: 'vpc-endpoint' },
  aws_organizations_policy: { content: 'service-control' },
  aws_iam_policy_document: { json: undefined, minified_json: undefined },
  awscc_iam_managed_policy: { policy_document: 'identity' },
  awscc_iam_role: { assume_role_policy_document: 'trust' },
  awscc_iam_role_policy: { policy_document: 'identity' },
  awscc_iam_user_policy: { policy_document: 'identity' },
  awscc_iam_group_policy: { policy_document: 'identity' },
};

/** Attributes of other resources, such as keys, topics, queues, secrets and repositories. */
const ofResource = /(?:^|_)polic(?:y|ies)(?:_(?:document|text|json))?$/;

/** Whether an attribute of a type is one that holds a policy. */
export const holdsPolicy = (type: string, attribute: string): boolean =>
  Object.hasOwn(policies, type)
    ? Object.hasOwn(policies[type] ?? {}, attribute)
    : /^aws(?:cc)?_/.test(type) && ofResource.test(attribute);

/** What a policy is by the attribute that holds it; nothing where that does not say. */
export function kindOfAttribute(type: string, attribute: string): FoundKind | undefined {
  if (/^assume_role_policy/.test(attribute)) return 'trust';
  if (Object.hasOwn(policies, type)) return policies[type]?.[attribute];
  return /^aws(?:cc)?_(?!iam_)/.test(type) ? 'resource' : undefined;
}
