import { type AccessTest, arn, sageMaker } from '../accessTest.ts';
import { type EndpointCalls, testsOfEndpoint } from './endpointCalls.ts';

/** Of VPC endpoints besides that of S3: what is let through, for callers who may do everything otherwise. */

const job = sageMaker('training-job/<NAME_PREFIX>1');
const hosted = sageMaker('endpoint/<NAME_PREFIX>1');
const features = sageMaker('feature-group/<NAME_PREFIX>1');
const log = (group: string) => arn('logs', `log-group:${group}:log-stream:1`);
const jobLog = log('/aws/sagemaker/TrainingJobs');
const role = (account: string) => `arn:<PARTITION>:iam::${account}:role/Reader`;
const inAnother = (resource: string) => `arn:<PARTITION>:sagemaker:<REGION>:999999999999:${resource}`;

const endpoints: readonly EndpointCalls[] = [
  {
    endpoint: 'sagemaker-apiEndpoint',
    activity: 'sagemakerApiEndpoint',
    name: 'SageMaker API',
    allowed: [
      ['train', 'starts a training job', 'sagemaker:CreateTrainingJob', job],
      ['view', 'views a training job', 'sagemaker:DescribeTrainingJob', job],
      ['list', 'lists endpoints', 'sagemaker:ListEndpoints', '*'],
    ],
    denied: [
      [
        'workforce',
        'deletes a workforce',
        'sagemaker:DeleteWorkforce',
        sageMaker('workforce/private-crowd/1'),
      ],
    ],
    foreign: [
      [
        'foreign',
        'starts a training job with credentials from another account',
        'sagemaker:CreateTrainingJob',
        job,
      ],
    ],
  },
  {
    endpoint: 'sagemaker-runtimeEndpoint',
    activity: 'sagemakerRuntimeEndpoint',
    name: 'SageMaker Runtime',
    allowed: [
      ['invoke', 'invokes a model of the team', 'sagemaker:InvokeEndpoint', hosted],
      ['queue', 'queues a request to a model of the team', 'sagemaker:InvokeEndpointAsync', hosted],
    ],
    denied: [
      [
        'other',
        'invokes a model of another team',
        'sagemaker:InvokeEndpoint',
        sageMaker('endpoint/zz-another-team'),
      ],
    ],
    foreign: [
      [
        'foreign',
        'invokes a model with credentials from another account',
        'sagemaker:InvokeEndpoint',
        hosted,
      ],
    ],
  },
  {
    endpoint: 'notebookEndpoint',
    activity: 'notebookEndpoint',
    name: 'notebook',
    allowed: [
      [
        'open',
        'opens a notebook instance',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        sageMaker('notebook-instance/1'),
      ],
    ],
    denied: [],
    elsewhere: [
      [
        'other',
        'opens a notebook instance in another account',
        'sagemaker:CreatePresignedNotebookInstanceUrl',
        inAnother('notebook-instance/1'),
      ],
    ],
  },
  {
    endpoint: 'studioEndpoint',
    activity: 'studioEndpoint',
    name: 'Studio',
    hasStyles: false,
    allowed: [
      [
        'open',
        'opens Studio',
        'sagemaker:CreatePresignedDomainUrl',
        sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana'),
      ],
      [
        'app',
        'starts an app',
        'sagemaker:CreateApp',
        sageMaker('app/<STUDIO_DOMAIN_ID>/ana/JupyterLab/default'),
      ],
    ],
    denied: [
      [
        'other',
        'opens Studio of another domain',
        'sagemaker:CreatePresignedDomainUrl',
        sageMaker('user-profile/d-other0000000/ana'),
      ],
      [
        'other-app',
        'starts an app of another domain',
        'sagemaker:CreateApp',
        sageMaker('app/d-other0000000/ana/JupyterLab/default'),
      ],
    ],
  },
  {
    endpoint: 'logsEndpoint',
    activity: 'logsEndpoint',
    name: 'CloudWatch Logs',
    allowed: [
      ['write', 'writes the log of a job', 'logs:PutLogEvents', jobLog],
      [
        'build',
        'reads the log of an image build',
        'logs:GetLogEvents',
        log('/aws/codebuild/sagemaker-studio-1'),
      ],
      ['groups', 'finds log groups', 'logs:DescribeLogGroups', arn('logs', 'log-group:*')],
    ],
    denied: [
      ['other', 'writes the log of another service', 'logs:PutLogEvents', log('/aws/lambda/payments')],
      [
        'delete',
        'deletes a log group',
        'logs:DeleteLogGroup',
        arn('logs', 'log-group:/aws/sagemaker/TrainingJobs'),
      ],
      ['export', 'starts a query over log groups', 'logs:StartQuery', arn('logs', 'log-group:/aws/lambda/x')],
    ],
    foreign: [
      [
        'foreign',
        'writes the log of a job with credentials from another account',
        'logs:PutLogEvents',
        jobLog,
      ],
      [
        'foreign-groups',
        'finds log groups with credentials from another account',
        'logs:DescribeLogGroups',
        arn('logs', 'log-group:*'),
      ],
    ],
  },
  {
    endpoint: 'kmsEndpoint',
    activity: 'kmsEndpoint',
    name: 'KMS',
    allowed: [
      ['decrypt', 'decrypts data', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>'],
      ['encrypt', 'encrypts data', 'kms:GenerateDataKey', '<DATA_KMS_CMK_ARN>'],
    ],
    denied: [
      [
        'other',
        'decrypts with another key',
        'kms:Decrypt',
        arn('kms', 'key/00000000-0000-0000-0000-000000000000'),
      ],
      ['delete', 'schedules the deletion of the data key', 'kms:ScheduleKeyDeletion', '<DATA_KMS_CMK_ARN>'],
    ],
    foreign: [
      ['foreign', 'decrypts data with credentials from another account', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>'],
    ],
  },
  {
    endpoint: 'stsEndpoint',
    activity: 'stsEndpoint',
    name: 'STS',
    allowed: [
      ['who', 'gets the caller identity', 'sts:GetCallerIdentity', '*'],
      ['role', 'assumes a role of the account', 'sts:AssumeRole', role('<ACCOUNT_ID>')],
    ],
    denied: [
      ['session', 'gets a session token', 'sts:GetSessionToken', '*'],
      ['tag', 'tags the session of a role of the account', 'sts:TagSession', role('<ACCOUNT_ID>')],
    ],
    elsewhere: [['other', 'assumes a role in another account', 'sts:AssumeRole', role('999999999999')]],
    foreign: [
      [
        'foreign',
        'gets the caller identity with credentials from another account',
        'sts:GetCallerIdentity',
        '*',
      ],
      [
        'foreign-role',
        'assumes a role of the account with credentials from another account',
        'sts:AssumeRole',
        role('<ACCOUNT_ID>'),
      ],
    ],
  },
  {
    endpoint: 'monitoringEndpoint',
    activity: 'monitoringEndpoint',
    name: 'CloudWatch',
    allowed: [['publish', 'publishes metrics', 'cloudwatch:PutMetricData', '*']],
    denied: [['alarm', 'deletes an alarm', 'cloudwatch:DeleteAlarms', arn('cloudwatch', 'alarm:payments')]],
    foreign: [
      ['foreign', 'publishes metrics with credentials from another account', 'cloudwatch:PutMetricData', '*'],
    ],
  },
  {
    endpoint: 'featurestore-runtimeEndpoint',
    activity: 'featureStoreEndpoint',
    name: 'Feature Store Runtime',
    allowed: [
      ['read', 'reads a record', 'sagemaker:GetRecord', features],
      ['write', 'writes a record', 'sagemaker:PutRecord', features],
    ],
    denied: [
      [
        'other',
        'reads a record of another team',
        'sagemaker:GetRecord',
        sageMaker('feature-group/zz-another-team'),
      ],
    ],
    foreign: [
      ['foreign', 'reads a record with credentials from another account', 'sagemaker:GetRecord', features],
    ],
  },
];

export const throughEndpoints: readonly AccessTest[] = endpoints.flatMap(testsOfEndpoint);
