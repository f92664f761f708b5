import type { Activity, ActivityOption } from './activity.ts';
import { grantBySageMaker } from './roleManager.ts';

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
    label: 'Job network',
    help: 'Whether a job must use the specified subnets and security groups.',
    choices: [
      {
        value: 'on',
        label: 'Specified subnets only',
        help: 'Denies jobs without a VPC or with any other subnet or security group.',
      },
      {
        value: 'off',
        label: 'Any network',
        help: 'Jobs can run outside the VPC, with internet access.',
      },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'tags',
    label: 'Tags on jobs',
    help: 'Creating a job with tags requires sagemaker:AddTags. Studio and Step Functions add tags automatically.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds tagging during creation only.' },
      { value: 'off', label: 'No', help: 'Denies creating jobs with tags.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'logs',
    label: 'Read job logs',
    help: 'The SDK shows the log of a job while it waits.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds read access to the log groups under /aws/sagemaker/, which include all jobs in the account.',
      },
      { value: 'off', label: 'No', help: 'Waiting for a job with its logs fails, even though the job runs.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'stop',
    label: 'Stop jobs',
    help: 'The guide sample can start jobs but can’t stop them.',
    choices: [
      { value: 'on', label: 'Yes', help: 'Adds stopping jobs with the name prefix.' },
      { value: 'off', label: 'No', help: 'Only someone with other permissions can stop jobs.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'onNotebook',
    label: 'get_execution_role() on notebook instances',
    help: 'The SDK describes the notebook instance that it runs on to find its role.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds sagemaker:DescribeNotebookInstance on the instances in the account.',
      },
      { value: 'off', label: 'No', help: 'Code on a notebook instance must specify its role.' },
    ],
    default: 'on',
    stances: ['hardened'],
  },
  {
    id: 'onStudio',
    label: 'get_execution_role() in Studio',
    help: 'The SDK describes the user profile and domain that it runs in to find its role.',
    choices: [
      {
        value: 'on',
        label: 'Yes',
        help: 'Adds sagemaker:DescribeUserProfile and DescribeDomain in the specified domain.',
      },
      { value: 'off', label: 'No', help: 'Code in Studio must specify its role.' },
    ],
    default: 'off',
    stances: ['hardened'],
  },
  {
    id: 'volumeKey',
    label: 'Grant on the volume key',
    help: 'A job with a volume key needs a grant on the key, created by the caller or by the role of the job.',
    choices: [
      {
        value: 'on',
        label: 'Created by the caller',
        help: 'Adds kms:CreateGrant for AWS resources on the volume key, through SageMaker only.',
      },
      {
        value: 'off',
        label: 'Created by the execution role',
        help: 'Such a job fails unless its execution role can create the grant.',
      },
    ],
    default: 'off',
    stances: ['hardened'],
  },
];

export const runJobs: Activity = {
  id: 'runJobs',
  title: 'Run training, tuning, and processing jobs',
  summary: 'Create jobs and pass their execution role.',
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
    },
    {
      Sid: 'JobsReadLogs',
      Effect: 'Allow',
      Action: ['logs:DescribeLogStreams', 'logs:GetLogEvents'],
      Resource: ['arn:<PARTITION>:logs:<REGION>:<ACCOUNT_ID>:log-group:/aws/sagemaker/*'],
      when: { logs: 'on' },
    },
    {
      Sid: 'NotebookDescribesItself',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeNotebookInstance'],
      Resource: ['arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:notebook-instance/*'],
      when: { onNotebook: 'on' },
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
    },
    {
      Sid: 'JobsVolumeKeyGrant',
      Effect: 'Allow',
      Action: ['kms:CreateGrant'],
      Resource: ['<VOLUME_KMS_CMK_ARN>'],
      Condition: grantBySageMaker,
      when: { volumeKey: 'on' },
    },
  ],
};
