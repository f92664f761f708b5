import type { Activity, ActivityOption } from './activity.ts';
import { sources } from './sources.ts';

const jobs = [
  'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:training-job/<NAME_PREFIX>*',
  'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:hyper-parameter-tuning-job/<NAME_PREFIX>*',
  'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:processing-job/<NAME_PREFIX>*',
];

const create = [
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateProcessingJob',
];

const options: readonly ActivityOption[] = [
  {
    id: 'vpc',
    label: 'Network of the jobs',
    help: 'Whether a job must name the given subnets and security groups.',
    choices: [
      {
        value: 'on',
        label: 'Only in the named subnets',
        help: 'A job without a VPC, or with any other subnet or security group, is refused.',
      },
      {
        value: 'off',
        label: 'Any network',
        help: 'Jobs may run outside the VPC, with a way to the internet.',
      },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'tags',
    label: 'Tags on jobs',
    help: 'Creating a job with tags needs sagemaker:AddTags. Studio and Step Functions add tags on their own.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds tagging while a job is created, not later.' },
      { value: 'off', label: 'No', help: 'Creating a job with tags is refused.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'logs',
    label: 'Read the logs of jobs',
    help: 'The SDK shows a job’s log while it waits for it.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds reading the log groups below /aws/sagemaker/, of all jobs in the account.',
      },
      { value: 'off', label: 'No', help: 'Waiting for a job with its log fails, although the job runs.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'stop',
    label: 'Stop jobs',
    help: 'The guide’s sample can start jobs but not cancel them.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds stopping jobs with the name prefix.' },
      { value: 'off', label: 'No', help: 'Somebody else has to stop a job.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'onNotebook',
    label: 'get_execution_role() on notebook instances',
    help: 'The SDK finds its role by describing the notebook instance that it runs on.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds sagemaker:DescribeNotebookInstance on the account’s instances.',
      },
      { value: 'off', label: 'No', help: 'Code on a notebook instance must name its role itself.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'onStudio',
    label: 'get_execution_role() in Studio',
    help: 'The SDK finds its role by describing the user profile and the domain that it runs in.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds sagemaker:DescribeUserProfile and DescribeDomain in the named domain.',
      },
      { value: 'off', label: 'No', help: 'Code in Studio must name its role itself.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'volumeKey',
    label: 'Grant on the volume key',
    help: 'A job with a volume key needs a grant on it, made by the caller or by the job’s own role.',
    choices: [
      {
        value: 'on',
        label: 'By the caller',
        help: 'Adds kms:CreateGrant for AWS resources on the volume key.',
      },
      {
        value: 'off',
        label: 'By the job’s role',
        help: 'Such a job is refused unless its role may create the grant.',
      },
    ],
    default: 'off',
    stances: ['hardened'],
  },
];

export const runJobs: Activity = {
  id: 'runJobs',
  title: 'Run training, tuning and processing jobs',
  summary: 'Create jobs and pass them their execution role.',
  options,
  published: [
    {
      Sid: 'SageMakerTraining',
      Effect: 'Allow',
      Action: create,
      Resource: ['*'],
      guide: [{ policy: 5, statement: 1 }],
    },
    {
      Sid: 'SageMakerPassRoleTraining',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
      guide: [{ policy: 5, statement: 2 }],
    },
  ],
  hardened: [
    {
      Sid: 'JobsCreate',
      Effect: 'Allow',
      Action: create,
      Resource: jobs,
      Condition: {
        'ForAllValues:StringEquals': {
          'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
          'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
        },
        Null: { 'sagemaker:VpcSubnets': ['false'], 'sagemaker:VpcSecurityGroupIds': ['false'] },
      },
      when: { vpc: 'on' },
      guide: [{ policy: 5, statement: 1 }],
    },
    {
      Sid: 'JobsCreateAnywhere',
      Effect: 'Allow',
      Action: create,
      Resource: jobs,
      when: { vpc: 'off' },
      guide: [{ policy: 5, statement: 1 }],
    },
    {
      Sid: 'JobsPassRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'],
      Condition: { StringEquals: { 'iam:PassedToService': ['sagemaker.amazonaws.com'] } },
      guide: [{ policy: 5, statement: 2 }],
    },
    {
      Sid: 'JobsFollow',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeTrainingJob',
        'sagemaker:DescribeHyperParameterTuningJob',
        'sagemaker:DescribeProcessingJob',
      ],
      Resource: jobs,
      companion: {
        text: 'The SDK describes a job as soon as it has created it.',
        source: 'https://github.com/aws/sagemaker-python-sdk/pull/4600',
      },
    },
    {
      Sid: 'JobsStop',
      Effect: 'Allow',
      Action: [
        'sagemaker:StopTrainingJob',
        'sagemaker:StopHyperParameterTuningJob',
        'sagemaker:StopProcessingJob',
      ],
      Resource: jobs,
      when: { stop: 'on' },
    },
    {
      Sid: 'JobsTagOnCreate',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: jobs,
      Condition: {
        StringEquals: {
          'sagemaker:TaggingAction': [
            'CreateTrainingJob',
            'CreateHyperParameterTuningJob',
            'CreateProcessingJob',
          ],
        },
      },
      when: { tags: 'on' },
      companion: {
        text: 'Creating a job with tags needs AddTags; Studio and Step Functions add tags on their own. Limited to tags set while a job is created.',
        source: 'https://github.com/aws/aws-cdk/issues/32294',
      },
    },
    {
      Sid: 'JobsReadLogs',
      Effect: 'Allow',
      Action: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/*'],
      when: { logs: 'on' },
      companion: {
        text: 'The SDK reads a job’s log while it waits; without these it fails although the job runs.',
        source: 'https://github.com/aws/sagemaker-python-sdk/issues/2253',
      },
    },
    {
      Sid: 'NotebookDescribesItself',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeNotebookInstance'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance/*'],
      when: { onNotebook: 'on' },
      companion: {
        text: 'get_execution_role() describes the notebook instance that it runs on.',
        source: 'https://github.com/aws/sagemaker-python-sdk/pull/1033',
      },
    },
    {
      Sid: 'StudioDescribesItself',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeDomain', 'sagemaker:DescribeUserProfile'],
      Resource: [
        'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:domain/<STUDIO_DOMAIN_ID>',
        'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:user-profile/<STUDIO_DOMAIN_ID>/*',
      ],
      when: { onStudio: 'on' },
      companion: {
        text: 'get_execution_role() describes the user profile and the domain that it runs in.',
        source: 'https://github.com/aws/sagemaker-python-sdk/issues/2027',
      },
    },
    {
      Sid: 'JobsVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: { Bool: { 'kms:GrantIsForAWSResource': ['true'] } },
      when: { volumeKey: 'on' },
      companion: {
        text: 'A volume key is used through a grant that the caller or the job’s role creates. Limited to grants that AWS services make for the caller.',
        source: sources.apiPermissions,
      },
    },
  ],
  repairs: [],
  differences: [
    {
      tag: 'hardening',
      statements: ['JobsCreate', 'JobsCreateAnywhere', 'JobsStop', 'JobsTagOnCreate'],
      text: 'Limited to jobs of this account and Region whose name starts with the prefix.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'hardening',
      statements: ['JobsCreate'],
      text: 'A job must run in the named subnets and security groups. ForAllValues alone holds when a request names none, so Null requires that it names some.',
      source: sources.setOperators,
    },
    {
      tag: 'validity',
      statements: [
        'JobsFollow',
        'JobsTagOnCreate',
        'JobsReadLogs',
        'NotebookDescribesItself',
        'StudioDescribesItself',
      ],
      text: 'The SageMaker SDK makes these calls around every job.',
      source: 'https://github.com/aws/sagemaker-python-sdk/pull/4600',
    },
    {
      tag: 'optional',
      statements: ['JobsStop'],
      text: 'Without these nobody can cancel what they started.',
      source: sources.sagemakerActions,
    },
    {
      tag: 'optional',
      statements: ['JobsVolumeKeyGrant'],
      text: 'Needed where a job has a volume key and its own role may not create the grant.',
      source: sources.apiPermissions,
    },
  ],
  notes: [
    {
      text: 'The jobs of a tuning job are launched by SageMaker. Inferred from the condition keys: a limit must name both create actions to hold for them.',
      source: sources.sagemakerActions,
    },
    {
      text: 'iam:PassRole names roles one by one. A wildcard would let the notebook hand a job any role of the account.',
      source: sources.passRole,
    },
  ],
};
