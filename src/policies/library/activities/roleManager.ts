import type { ActivityOption, StatementTemplate } from './activity.ts';

/** What the activities after SageMaker Role Manager share. */

export const arn = (type: string, name = '<NAME_PREFIX>*'): string =>
  `arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:${type}/${name}`;

export function vpcOption(of: string): ActivityOption {
  return {
    id: 'vpc',
    label: `Network of ${of}`,
    help: 'Whether they must use the specified subnets and security groups.',
    choices: [
      {
        value: 'on',
        label: 'Specified subnets only',
        help: 'Denies requests without a VPC or with any other subnet or security group.',
      },
      {
        value: 'off',
        label: 'Any network',
        help: 'They can run outside the VPC, with internet access.',
      },
    ],
    default: 'on',
    stances: ['hardened'],
  };
}

export function kmsOption(of: string): ActivityOption {
  return {
    id: 'kms',
    label: `KMS keys of ${of}`,
    help: 'Whether they must use the specified KMS keys.',
    choices: [
      {
        value: 'off',
        label: 'Any key or no key',
        help: 'KMS keys are optional, but a volume key also requires kms:CreateGrant, which is added only with specified keys.',
      },
      {
        value: 'on',
        label: 'Specified keys only',
        help: 'Denies requests with any other key or no key. Adds the grant that a volume key requires.',
      },
    ],
    default: 'off',
    stances: ['hardened'],
  };
}

export const tagsOption: ActivityOption = {
  id: 'tags',
  label: 'Tags on creation',
  help: 'Creating resources with tags requires sagemaker:AddTags. Studio and Step Functions add tags automatically.',
  choices: [
    { value: 'on', label: 'Yes', help: 'Adds tagging during creation only.' },
    { value: 'off', label: 'No', help: 'Denies creating resources with tags.' },
  ],
  default: 'on',
  stances: ['hardened'],
};

export const inVpc = {
  'ForAllValues:StringEquals': {
    'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
    'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
  },
  Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
} as const;

export const volumeKey = { 'sagemaker:VolumeKmsKeyArn': ['<VOLUME_KMS_CMK_ARN>'] } as const;
export const outputKey = { 'sagemaker:OutputKmsKeyArn': ['<DATA_KMS_CMK_ARN>'] } as const;

type Core = Pick<StatementTemplate, 'Sid' | 'Action' | 'Resource'>;
type Conditions = NonNullable<StatementTemplate['Condition']>;

/** One statement without keys and one with them: the same actions, fewer or more conditions. */
export const byKms = (statement: Core, keys: Conditions): readonly StatementTemplate[] => [
  { ...statement, Effect: 'Allow', when: { kms: 'off' } },
  { ...statement, Sid: `${statement.Sid}WithKeys`, Effect: 'Allow', Condition: keys, when: { kms: 'on' } },
];

/** As `byKms`, outside of the VPC and in it. */
export const byVpcAndKms = (statement: Core, keys: Conditions): readonly StatementTemplate[] => [
  ...byKms(statement, keys).map((template) => ({ ...template, when: { ...template.when, vpc: 'off' } })),
  ...byKms({ ...statement, Sid: `${statement.Sid}InVpc` }, keys).map((template) => ({
    ...template,
    Condition: { ...inVpc, ...template.Condition },
    when: { ...template.when, vpc: 'on' },
  })),
];

export function passRole(Sid: string, role: string, service = 'sagemaker.amazonaws.com'): StatementTemplate {
  return {
    Sid,
    Effect: 'Allow',
    Action: ['iam:PassRole'],
    Resource: [role],
    Condition: { StringEquals: { 'iam:PassedToService': [service] } },
  };
}

export function tagOnCreate(
  Sid: string,
  created: readonly string[],
  Resource: readonly string[],
): StatementTemplate {
  return {
    Sid,
    Effect: 'Allow',
    Action: ['sagemaker:AddTags'],
    Resource,
    Condition: { StringEquals: { 'sagemaker:TaggingAction': created } },
    when: { tags: 'on' },
  };
}

/** Grants that SageMaker creates for the caller. */
export const grantBySageMaker = {
  Bool: { 'kms:GrantIsForAWSResource': ['true'] },
  StringEquals: {
    'kms:ViaService': ['sagemaker.<REGION>.amazonaws.com', 'sagemaker.<REGION>.<DNS_SUFFIX>'],
  },
} as const;

export function volumeGrant(Sid: string): StatementTemplate {
  return {
    Sid,
    Effect: 'Allow',
    Action: ['kms:CreateGrant'],
    Resource: ['<VOLUME_KMS_CMK_ARN>'],
    Condition: grantBySageMaker,
    when: { kms: 'on' },
  };
}

/** The key of a domain’s file system: which service asks for its grant isn’t documented. */
export const domainGrant = (Sid: string): StatementTemplate => ({
  ...volumeGrant(Sid),
  Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
});

/** Using the data key as S3 does for the caller. */
export const dataKeyThroughS3 = (Sid: string): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
  Resource: ['<DATA_KMS_CMK_ARN>'],
  Condition: {
    StringEquals: { 'kms:ViaService': ['s3.<REGION>.amazonaws.com', 's3.<REGION>.<DNS_SUFFIX>'] },
  },
  when: { kms: 'on' },
});

export const listAll = (Sid: string, Action: readonly string[]): StatementTemplate => ({
  Sid,
  Effect: 'Allow',
  Action,
  Resource: ['*'],
});

/** What runs on reserved capacity is authorized on a plan, and on capacities, whose names SageMaker makes. */
export const onTrainingPlan = [arn('training-plan'), arn('reserved-capacity', '*')];

/** Finding the plans to run on. */
export const viewTrainingPlans = (sid: string): readonly StatementTemplate[] => [
  {
    Sid: sid,
    Effect: 'Allow',
    Action: ['sagemaker:DescribeTrainingPlan'],
    Resource: [arn('training-plan')],
    when: { plans: 'on' },
  },
  { ...listAll(`${sid}List`, ['sagemaker:ListTrainingPlans']), when: { plans: 'on' } },
];

/** Running on training plans as elsewhere, under the same conditions. */
export const plansOption = (help: string, denies: string): ActivityOption => ({
  id: 'plans',
  label: 'Training plans',
  help,
  choices: [
    { value: 'off', label: 'No', help: denies },
    {
      value: 'on',
      label: 'Yes',
      help: 'Adds training plans with the name prefix, with the same conditions.',
    },
  ],
  default: 'off',
  stances: ['hardened'],
});
