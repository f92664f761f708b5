import type { Activity, StatementTemplate } from './activity.ts';
import { matchOption, ownerBy, ownerTagDifferences, ownerTagGuards } from './ownership.ts';
import { sources } from './sources.ts';

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
      companion: {
        text: 'The console describes an instance before it shows the start and open buttons.',
        source: sources.policyExamples,
      },
    },
    {
      Sid: 'NotebookList',
      Effect: 'Allow',
      Action: ['sagemaker:ListNotebookInstances'],
      Resource: ['*'],
      companion: {
        text: 'The console lists the instances first. The action doesn’t support resource-level permissions, so it uses "Resource": "*".',
        source: sources.apiPermissions,
      },
    },
    {
      Sid: 'NotebookPassRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
      companion: {
        text: 'Starting an instance passes its execution role to SageMaker.',
        source: sources.apiPermissions,
      },
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
      companion: {
        text: 'Starting an instance in a VPC looks up its network. These actions don’t support resource-level permissions, so they use "Resource": "*".',
        source: sources.apiPermissions,
      },
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
      companion: {
        text: 'Starting an instance in a VPC creates its network interface.',
        source: sources.apiPermissions,
      },
    },
    {
      Sid: 'NotebookVolumeKeyDescribe',
      Effect: 'Allow',
      Action: ['kms:DescribeKey'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      when: { volumeKey: 'on' },
      companion: {
        text: 'Starting an instance with a volume key looks up the key.',
        source: sources.apiPermissions,
      },
    },
    {
      Sid: 'NotebookVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'on' },
      companion: {
        text: 'Starting an instance with a volume key creates a grant on it. Limited to grants that AWS services create for the caller.',
        source: sources.apiPermissions,
      },
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
      companion: {
        text: 'Starting an instance with a volume key looks up the key and creates a grant on it. Limited to what SageMaker does for the caller, and to grants for AWS services.',
        source: sources.apiPermissions,
      },
    },
    ...ownerTagGuards('Notebook', 'notebook-instance'),
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['NotebookAccessByOwner', 'NotebookAccessByUserId'],
      text: 'Limited to notebook instances in this account and Region.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['NotebookVolumeKeyThroughSageMaker', 'NotebookVolumeKeyGrantThroughSageMaker'],
      text: 'The key can be used only in calls that SageMaker makes for the caller.',
      source: sources.grantConditions,
    },
    {
      tag: 'validity',
      statements: ['NotebookDescribe', 'NotebookList'],
      text: 'Without permission to view instances, the console doesn’t show buttons to start or open them.',
      source: sources.policyExamples,
    },
    {
      tag: 'validity',
      statements: [
        'NotebookPassRole',
        'NotebookVpcDescribe',
        'NotebookVpcCreateInterface',
        'NotebookVolumeKeyDescribe',
        'NotebookVolumeKeyGrant',
      ],
      text: 'Starting an instance is denied without permissions on its role, network, and key.',
      source: sources.apiPermissions,
    },
    ...ownerTagDifferences('Notebook'),
  ],
};
