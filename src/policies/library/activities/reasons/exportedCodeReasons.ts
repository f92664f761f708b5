import type { Reason } from '../activity.ts';
import type { ActivityReasons } from '../activityReasons.ts';

/** The handlers of resource types name the calls that CloudFormation makes. */
const handlers: Reason = {
  text: 'CloudFormation and the AWS CDK make the calls that the schema of a resource type lists, with the permissions of the role that deploys the stack.',
  source: 'https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html',
};

const bootstrap: Reason = {
  text: 'The AWS CDK deploys with the roles of its bootstrap stack, which this role can’t assume. Bootstrap with the permissions of the apply role as --cloudformation-execution-policies.',
  source: 'https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html',
};

export const readEndpointPoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'ec2:DescribeVpcEndpoints applies to no single endpoint, so all endpoints of the account can be described.',
      source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html',
    },
  ],
};

export const readResourcePoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'Only the policies of the shared group, bucket, KMS key, and repository can be read. Terraform and Pulumi read the key’s rotation and tags as well.',
      source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key_policy',
    },
  ],
};

export const readPermissionSetsReasons: ActivityReasons = {
  notes: [
    {
      text: 'The ARN of a permission set has a generated ID, so all permission sets of the organization can be read, including those of administrators.',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html',
    },
  ],
};

export const readOrganizationPoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'Only the management account and delegated administrators can make these calls. Every service and resource control policy of the organization can be read, because their ARNs have generated IDs.',
      source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html',
    },
  ],
};

export const setEndpointPoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'This role can set the policies of all endpoints of the account and Region, because their ARNs have generated IDs. An endpoint policy limits the requests that can use the endpoint. It doesn’t grant permissions.',
      source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    },
    handlers,
  ],
};

export const setResourcePoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'Anyone who can set these policies can share the models and their data with any account, and remove the access of the key’s administrators. Select this only in the pipeline of the registry account.',
      source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    },
    {
      text: 'Terraform and Pulumi read the key’s rotation and tags as well. CloudFormation and the AWS CDK create the model package group and the repository, and can’t set the policy of an existing key.',
      source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key_policy',
    },
    handlers,
  ],
};

export const setPermissionSetsReasons: ActivityReasons = {
  notes: [
    {
      text: 'The ARN of a permission set has a generated ID, so all permission sets of the organization can be changed, including those of administrators. Use a separate pipeline for it, in the account that administers IAM Identity Center.',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_CreatePermissionSet.html',
    },
    handlers,
  ],
};

export const setOrganizationPoliciesReasons: ActivityReasons = {
  notes: [
    {
      text: 'Only the management account and delegated administrators can make these calls. The role can change and detach every service and resource control policy of the organization, because their ARNs have generated IDs.',
      source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html',
    },
    {
      text: 'Creating policies is limited by their type instead of a resource, as in the examples of AWS.',
      source:
        'https://docs.aws.amazon.com/organizations/latest/userguide/security_iam_resource-based-policy-examples.html',
    },
    handlers,
  ],
};

export const planStacksReasons: ActivityReasons = {
  notes: [
    {
      text: 'A change set for a stack that doesn’t exist creates an empty stack for review. Nothing else is created before the change set is executed.',
      source:
        'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-changesets.html',
    },
    bootstrap,
  ],
};

export const deployStacksReasons: ActivityReasons = {
  notes: [
    {
      text: 'Stacks are named after the policy set, like roles. Without a service role, CloudFormation creates the resources of a template with the permissions of this role.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    },
    {
      text: 'If an existing stack with the prefix has a service role, CloudFormation always uses it, so this role can do what the service role can. Don’t give service roles to these stacks.',
      source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-iam-servicerole.html',
    },
    bootstrap,
    handlers,
  ],
};
