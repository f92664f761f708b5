import type { ActivityOption, GuideReference, StatementTemplate } from './activity.ts';

/** What jobs and models in a VPC share: the network interfaces of their containers. */

const interfaces = 'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:network-interface/*';
const subnets = 'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:subnet/<SUBNET_ID>';
const securityGroups = 'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:security-group/<SECURITY_GROUP_ID>';

const writes = [
  'ec2:CreateNetworkInterfacePermission',
  'ec2:DeleteNetworkInterface',
  'ec2:DeleteNetworkInterfacePermission',
];

const describes = [
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeVpcs',
  'ec2:DescribeDhcpOptions',
  'ec2:DescribeSubnets',
  'ec2:DescribeSecurityGroups',
];

const strict = {
  value: 'strict',
  label: 'Strict',
} as const;

const documented = {
  value: 'compatible',
  label: 'As documented by AWS',
} as const;

/**
 * AWS documents these actions of a processing job without a resource or a condition: with one, “the validation checks that occur
 * during the creation of the processing job fail”. How the checks ask is not documented.
 * Source: https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms
 */
export const jobReachOption: ActivityOption = {
  id: 'reach',
  label: 'Network interfaces',
  help: 'Whether the role can create interfaces in any subnet. The permissions to start a job, not this setting, limit the subnets of the job.',
  choices: [
    {
      ...documented,
      help: 'Any interface in any VPC. AWS says that processing jobs in a VPC need these actions without conditions or resources. Detached interfaces of other workloads can be deleted.',
    },
    {
      ...strict,
      help: 'Only in the specified subnets and security groups. According to AWS, processing jobs in a VPC then fail. For training jobs it’s inferred from the condition keys and not confirmed. Test a job first.',
    },
  ],
  default: 'strict',
  recommended: 'compatible',
  stances: ['hardened'],
};

export const modelReachOption: ActivityOption = {
  id: 'reach',
  label: 'Network interfaces',
  help: 'Whether the role can create interfaces in any subnet or only in the specified subnets.',
  choices: [
    {
      ...strict,
      help: 'Only in the specified subnets and security groups. Inferred from the condition keys and not confirmed. Test deploying a model first.',
    },
    {
      ...documented,
      help: 'Any interface in any VPC, as in the guide. Detached interfaces of other workloads can be deleted.',
    },
  ],
  default: 'strict',
  stances: ['hardened'],
};

/** The guide's statement, which is the same for jobs and models. */
export function publishedInterfaces(guide: GuideReference): StatementTemplate {
  return {
    Sid: 'SageMakerEC2Management',
    Effect: 'Allow',
    Action: ['ec2:CreateNetworkInterface', ...writes, ...describes],
    Resource: ['*'],
    guide: [guide],
  };
}

export function hardenedInterfaces(
  sid: 'JobVpc' | 'HostVpc',
  guide: GuideReference,
  alsoDescribe: readonly string[] = [],
): readonly StatementTemplate[] {
  return [
    {
      Sid: `${sid}Describe`,
      Effect: 'Allow',
      Action: [...describes, ...alsoDescribe],
      Resource: ['*'],
      guide: [guide],
    },
    {
      Sid: `${sid}CreateInterface`,
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkInterface'],
      Resource: [interfaces, subnets, securityGroups],
      when: { reach: 'strict' },
      guide: [guide],
    },
    {
      Sid: `${sid}ManageInterface`,
      Effect: 'Allow',
      Action: writes,
      Resource: [interfaces],
      Condition: { ArnEquals: { 'ec2:Subnet': [subnets] } },
      when: { reach: 'strict' },
      guide: [guide],
    },
    {
      Sid: `${sid}AnyInterface`,
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkInterface', ...writes],
      Resource: ['*'],
      when: { reach: 'compatible' },
      guide: [guide],
    },
  ];
}
