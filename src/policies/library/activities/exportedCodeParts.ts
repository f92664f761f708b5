import type { Activity, ActivityOption, StatementTemplate } from './activity.ts';

/**
 * What applies and what plans the parts of the exported code that are beside its roles. Each part is applied in the account that has
 * it: the network, the stores that are shared, IAM Identity Center, and the organization.
 */

interface Access {
  readonly Sid: string;
  /** What compares the code with the account. */
  readonly reads: readonly string[];
  /** What changes the account. */
  readonly writes: readonly string[];
  readonly Resource: readonly string[];
}

const statement = (
  Sid: string,
  Action: readonly string[],
  Resource: readonly string[],
): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource,
});

/** Statements that read, without those that would have no action. */
const reading = (access: readonly Access[]): readonly StatementTemplate[] =>
  access.flatMap(({ Sid, reads, Resource }) =>
    reads.length > 0 ? [statement(`${Sid}Read`, reads, Resource)] : [],
  );

const applying = (access: readonly Access[]): readonly StatementTemplate[] =>
  access.map(({ Sid, reads, writes, Resource }) => statement(Sid, [...reads, ...writes], Resource));

const activity = (
  [id, title, summary]: readonly [id: string, title: string, summary: string],
  hardened: readonly StatementTemplate[],
  options: readonly ActivityOption[] = [],
): Activity => ({ id, title, summary, status: 'missingInGuide', options, hardened });

const ec2 = (resource: string): string => `arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:${resource}`;

const endpoints: readonly Access[] = [
  { Sid: 'EndpointPolicies', reads: ['ec2:DescribeVpcEndpoints'], writes: [], Resource: ['*'] },
];

export const readEndpointPolicies = activity(
  [
    'readEndpointPolicies',
    'Read the endpoint policies of the exported code',
    'Compare the policies of VPC endpoints with the code.',
  ],
  reading(endpoints),
);

export const setEndpointPolicies = activity(
  [
    'setEndpointPolicies',
    'Set the endpoint policies of the exported code',
    'Set the policies of VPC endpoints, and create the endpoints where the code does.',
  ],
  [
    ...applying(endpoints),
    statement('EndpointPoliciesSet', ['ec2:ModifyVpcEndpoint'], [ec2('vpc-endpoint/*')]),
    {
      ...statement(
        'EndpointPoliciesCreate',
        ['ec2:CreateVpcEndpoint'],
        [
          ec2('route-table/*'),
          ec2('security-group/<SECURITY_GROUP_ID>'),
          ec2('subnet/<SUBNET_ID>'),
          ec2('vpc-endpoint/*'),
          ec2('vpc/*'),
        ],
      ),
      when: { create: 'on' },
    },
    {
      ...statement('EndpointPoliciesDelete', ['ec2:DeleteVpcEndpoints'], [ec2('vpc-endpoint/*')]),
      when: { create: 'on' },
    },
  ],
  [
    {
      id: 'create',
      label: 'Create the endpoints',
      help: 'CloudFormation and the AWS CDK can set the policy of an endpoint only if they create the endpoint.',
      choices: [
        { value: 'off', label: 'No', help: 'Sets the policies of existing endpoints.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds creating endpoints in the specified subnets, and deleting endpoints.',
        },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
);

const group = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model-package-group/<SHARED_MODEL_GROUP>';
const repository = 'arn:<PARTITION>:ecr:<REGION>:<ACCOUNT_ID>:repository/<SHARED_MODEL_REPOSITORY>';

const stores: readonly Access[] = [
  {
    Sid: 'SharedGroupPolicy',
    reads: [
      'sagemaker:DescribeModelPackageGroup',
      'sagemaker:GetModelPackageGroupPolicy',
      'sagemaker:ListTags',
    ],
    writes: [
      'sagemaker:CreateModelPackageGroup',
      'sagemaker:DeleteModelPackageGroupPolicy',
      'sagemaker:PutModelPackageGroupPolicy',
    ],
    Resource: [group],
  },
  {
    Sid: 'SharedBucketPolicy',
    reads: ['s3:GetBucketPolicy'],
    writes: ['s3:DeleteBucketPolicy', 's3:PutBucketPolicy'],
    Resource: ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>'],
  },
  {
    Sid: 'SharedKeyPolicy',
    reads: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus', 'kms:ListResourceTags'],
    writes: ['kms:PutKeyPolicy'],
    Resource: ['<REGISTRY_KMS_KEY_ARN>'],
  },
  {
    Sid: 'SharedRepositoryPolicy',
    reads: [
      'ecr:DescribeRepositories',
      'ecr:GetLifecyclePolicy',
      'ecr:GetRepositoryPolicy',
      'ecr:ListTagsForResource',
    ],
    writes: ['ecr:CreateRepository', 'ecr:DeleteRepositoryPolicy', 'ecr:SetRepositoryPolicy'],
    Resource: [repository],
  },
];

export const readResourcePolicies = activity(
  [
    'readResourcePolicies',
    'Read the resource-based policies of the exported code',
    'Compare the policies of the shared model registry with the code.',
  ],
  reading(stores),
);

export const setResourcePolicies = activity(
  [
    'setResourcePolicies',
    'Set the resource-based policies of the exported code',
    'Set the policies of the shared model package group, bucket, KMS key, and repository.',
  ],
  applying(stores),
);

const permissionSets: readonly Access[] = [
  {
    Sid: 'PermissionSets',
    reads: [
      'sso:DescribePermissionSet',
      'sso:DescribePermissionSetProvisioningStatus',
      'sso:GetInlinePolicyForPermissionSet',
      'sso:GetPermissionsBoundaryForPermissionSet',
      'sso:ListAccountsForProvisionedPermissionSet',
      'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
      'sso:ListManagedPoliciesInPermissionSet',
      'sso:ListPermissionSets',
      'sso:ListTagsForResource',
    ],
    writes: [
      'sso:AttachCustomerManagedPolicyReferenceToPermissionSet',
      'sso:CreatePermissionSet',
      'sso:DeleteInlinePolicyFromPermissionSet',
      'sso:DeletePermissionSet',
      'sso:DeletePermissionsBoundaryFromPermissionSet',
      'sso:DetachCustomerManagedPolicyReferenceFromPermissionSet',
      'sso:ProvisionPermissionSet',
      'sso:PutInlinePolicyToPermissionSet',
      'sso:PutPermissionsBoundaryToPermissionSet',
      'sso:UpdatePermissionSet',
    ],
    Resource: [
      'arn:<PARTITION>:sso:::account/*',
      'arn:<PARTITION>:sso:::instance/*',
      'arn:<PARTITION>:sso:::permissionSet/*',
    ],
  },
  { Sid: 'PermissionSetInstances', reads: ['sso:ListInstances'], writes: [], Resource: ['*'] },
];

export const readPermissionSets = activity(
  [
    'readPermissionSets',
    'Read the permission sets of the exported code',
    'Compare the permission sets of IAM Identity Center with the code.',
  ],
  reading(permissionSets),
);

export const setPermissionSets = activity(
  [
    'setPermissionSets',
    'Create the permission sets of the exported code',
    'Create, change, and delete permission sets of IAM Identity Center.',
  ],
  applying(permissionSets),
);

const inOrganization = (resource: string): string => `arn:<PARTITION>:organizations::*:${resource}`;
const controls = [
  inOrganization('policy/<ORGANIZATION_ID>/resource_control_policy/*'),
  inOrganization('policy/<ORGANIZATION_ID>/service_control_policy/*'),
];
const targets = ['account', 'ou', 'root'].map((type) => inOrganization(`${type}/<ORGANIZATION_ID>/*`));

const organization: readonly Access[] = [
  {
    Sid: 'OrganizationPolicies',
    reads: [
      'organizations:DescribePolicy',
      'organizations:ListTagsForResource',
      'organizations:ListTargetsForPolicy',
    ],
    writes: ['organizations:DeletePolicy', 'organizations:UpdatePolicy'],
    Resource: controls,
  },
  { Sid: 'OrganizationPoliciesFind', reads: ['organizations:ListPolicies'], writes: [], Resource: ['*'] },
];

export const readOrganizationPolicies = activity(
  [
    'readOrganizationPolicies',
    'Read the organization policies of the exported code',
    'Compare service and resource control policies with the code.',
  ],
  reading(organization),
);

export const setOrganizationPolicies = activity(
  [
    'setOrganizationPolicies',
    'Create the organization policies of the exported code',
    'Create, change, attach, and delete service and resource control policies.',
  ],
  [
    ...applying(organization),
    statement(
      'OrganizationPoliciesAttach',
      ['organizations:AttachPolicy', 'organizations:DetachPolicy'],
      [...controls, ...targets],
    ),
    {
      ...statement('OrganizationPoliciesCreate', ['organizations:CreatePolicy'], ['*']),
      Condition: {
        StringEquals: {
          'organizations:PolicyType': ['RESOURCE_CONTROL_POLICY', 'SERVICE_CONTROL_POLICY'],
        },
      },
    },
  ],
);

const stacks: readonly Access[] = [
  {
    Sid: 'ExportedStacks',
    reads: [
      'cloudformation:CreateChangeSet',
      'cloudformation:DeleteChangeSet',
      'cloudformation:DescribeChangeSet',
      'cloudformation:DescribeStackEvents',
      'cloudformation:DescribeStacks',
      'cloudformation:GetTemplate',
      'cloudformation:GetTemplateSummary',
    ],
    writes: [
      'cloudformation:CreateStack',
      'cloudformation:DeleteStack',
      'cloudformation:ExecuteChangeSet',
      'cloudformation:UpdateStack',
    ],
    Resource: ['arn:<PARTITION>:cloudformation:<REGION>:<ACCOUNT_ID>:stack/<CREATED_PREFIX>*/*'],
  },
  {
    Sid: 'ExportedStackTemplates',
    reads: ['cloudformation:GetTemplateSummary', 'cloudformation:ValidateTemplate'],
    writes: [],
    Resource: ['*'],
  },
];

export const planStacks = activity(
  [
    'planStacks',
    'Plan the stacks of the exported code',
    'Read stacks, and create change sets without executing them.',
  ],
  reading(stacks),
);

export const deployStacks = activity(
  [
    'deployStacks',
    'Deploy the stacks of the exported code',
    'Create, change, and delete CloudFormation stacks with the prefix.',
  ],
  applying(stacks),
);
