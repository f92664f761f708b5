import type { Activity, StatementTemplate } from './activity.ts';
import { matchOption, ownerBy, ownerTagGuards } from './ownership.ts';

const actions = [
  'sagemaker:StartNotebookInstance',
  'sagemaker:StopNotebookInstance',
  'sagemaker:CreatePresignedNotebookInstanceUrl',
];

const notebooks = 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance/*';

function accessByOwner(
  Sid: string,
  match: keyof typeof ownerBy,
  policy: number,
  resource: string,
): StatementTemplate {
  return {
    Sid,
    Effect: 'Allow',
    Action: actions,
    Resource: [resource],
    Condition: { StringEquals: { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': [ownerBy[match]] } },
    when: { match },
    guide: [{ policy, statement: 1 }],
  };
}

const throughSageMaker = {
  StringEquals: {
    'kms:ViaService': ['sagemaker.<REGION>.amazonaws.com', 'sagemaker.<REGION>.<DNS_SUFFIX>'],
  },
} as const;

export const notebookAccessByOwner: Activity = {
  id: 'notebookAccessByOwner',
  title: 'Start, stop, and open your own notebook instances',
  summary: 'Only instances with an owner tag that matches the caller.',
  options: [
    matchOption,
    {
      id: 'vpc',
      label: 'Instances in a VPC',
      help: 'Starting an instance in a VPC requires network permissions.',
      choices: [
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds network lookups and network interfaces in the specified subnets and security groups.',
        },
        { value: 'off', label: 'No', help: 'Denies starting an instance in a VPC.' },
      ],
      default: 'on',
      stances: ['hardened'],
    },
    {
      id: 'volumeKey',
      label: 'Instances with a volume key',
      help: 'Starting an instance with a volume encrypted with a customer managed key requires a grant on that key.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Adds kms:CreateGrant for AWS resources and kms:DescribeKey.' },
        {
          value: 'sageMaker',
          label: 'Yes, through SageMaker only',
          help: 'The same, limited with kms:ViaService to calls that SageMaker makes for the caller. Test it in your account: AWS doesn’t document the key for notebook instances.',
        },
        { value: 'off', label: 'No', help: 'Denies starting such an instance.' },
      ],
      default: 'on',
      recommended: 'sageMaker',
      stances: ['hardened'],
    },
  ],
  published: [
    accessByOwner('SageMakerNotebookAccessbyOwner', 'userid', 2, '*'),
    accessByOwner('SageMakerNotebookAccessbyOwner', 'principalTag', 3, '*'),
  ],
  hardened: [
    accessByOwner('NotebookAccessByUserId', 'userid', 2, notebooks),
    accessByOwner('NotebookAccessByOwner', 'principalTag', 3, notebooks),
    {
      Sid: 'NotebookDescribe',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeNotebookInstance'],
      Resource: [notebooks],
    },
    {
      Sid: 'NotebookList',
      Effect: 'Allow',
      Action: ['sagemaker:ListNotebookInstances'],
      Resource: ['*'],
    },
    {
      Sid: 'NotebookPassRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
    },
    {
      Sid: 'NotebookVpcDescribe',
      Effect: 'Allow',
      Action: [
        'ec2:DescribeNetworkInterfaces',
        'ec2:DescribeSecurityGroups',
        'ec2:DescribeSubnets',
        'ec2:DescribeVpcs',
      ],
      Resource: ['*'],
      when: { vpc: 'on' },
    },
    {
      Sid: 'NotebookVpcCreateInterface',
      Effect: 'Allow',
      Action: ['ec2:CreateNetworkInterface'],
      Resource: [
        'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:network-interface/*',
        'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:subnet/<SUBNET_ID>',
        'arn:<PARTITION>:ec2:<REGION>:<ACCOUNT_ID>:security-group/<SECURITY_GROUP_ID>',
      ],
      when: { vpc: 'on' },
    },
    {
      Sid: 'NotebookVolumeKeyDescribe',
      Effect: 'Allow',
      Action: ['kms:DescribeKey'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      when: { volumeKey: 'on' },
    },
    {
      Sid: 'NotebookVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'on' },
    },
    {
      Sid: 'NotebookVolumeKeyThroughSageMaker',
      Effect: 'Allow',
      Action: ['kms:DescribeKey'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: throughSageMaker,
      when: { volumeKey: 'sageMaker' },
    },
    {
      Sid: 'NotebookVolumeKeyGrantThroughSageMaker',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { ...throughSageMaker, Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'sageMaker' },
    },
    ...ownerTagGuards('Notebook', 'notebook-instance'),
  ],
};
