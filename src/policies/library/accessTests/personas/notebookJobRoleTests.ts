import { pullsImages, usesJobData, usesJobKeys, usesJobNetwork, writesLogs } from './jobRoleAdditions.ts';
import { queries } from './sharedAdditions.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const run = { activity: 'runNotebookJobs' };
const role = '<NOTEBOOK_JOB_ROLE_ARN>';
const takes = { trust: 'notebookJobService' };
const bySageMaker = { ...takes, caller: 'sagemaker.amazonaws.com' };
const pipeline = sageMaker('pipeline/daily-report');
const job = sageMaker('training-job/daily-report-1');
const ofSchedule = { 'aws:ResourceTag/sagemaker:is-scheduling-notebook-job': 'true' };
const ofAccount = { 'aws:ResourceAccount': '<ACCOUNT_ID>' };
const artifacts = (account: string) => object(`sagemaker-automated-execution-${account}-<REGION>/x.ipynb`);
const outside = { 'aws:RequestTag/sagemaker:is-scheduling-notebook-job': 'true' };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };

export const notebookJobRole: readonly AccessTest[] = [
  ...usesJobData,
  ...usesJobKeys,
  ...usesJobNetwork,
  ...pullsImages,
  ...writesLogs,
  ...queries,
  ...mustAllow([
    [
      'start',
      'starts the pipeline of a scheduled notebook',
      'sagemaker:StartPipelineExecution',
      pipeline,
      ofSchedule,
      run,
    ],
    [
      'job',
      'starts the job of a scheduled notebook',
      'sagemaker:CreateTrainingJob',
      job,
      { ...carefulCall, 'aws:RequestTag/sagemaker:is-scheduling-notebook-job': 'true' },
      run,
    ],
    [
      'job-anywhere',
      'starts the job of a scheduled notebook outside the VPC',
      'sagemaker:CreateTrainingJob',
      job,
      outside,
      { ...run, when: { vpc: 'off' } },
    ],
    ['notebook', 'reads the notebook', 's3:GetObject', artifacts('<ACCOUNT_ID>'), ofAccount, run],
    ['pass', 'passes its own role to SageMaker', 'iam:PassRole', role, toSageMaker, run],
    [
      'events',
      'is assumed by EventBridge',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': arn('events', 'rule/daily-report') },
      { ...takes, caller: 'events.amazonaws.com' },
    ],
    [
      'taken',
      'is assumed by SageMaker for a job of the account',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': job },
      bySageMaker,
    ],
  ]),
  ...mustDeny([
    ['other-pipeline', 'starts another pipeline', 'sagemaker:StartPipelineExecution', pipeline],
    ['other-job', 'starts another training job', 'sagemaker:CreateTrainingJob', job, carefulCall],
    [
      'job-outside',
      'starts the job of a scheduled notebook outside the VPC',
      'sagemaker:CreateTrainingJob',
      job,
      outside,
      { ...run, when: { vpc: 'on' } },
    ],
    ['change', 'changes the pipeline', 'sagemaker:UpdatePipeline', pipeline, ofSchedule],
    ['other-notebook', 'reads a notebook in another account', 's3:GetObject', artifacts('999999999999')],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes its own role to Lambda',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    ['no-source', 'is assumed by SageMaker for an unknown account', 'sts:AssumeRole', role, {}, bySageMaker],
    [
      'deputy',
      'is assumed by SageMaker for another account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '999999999999',
        'aws:SourceArn': 'arn:<PARTITION>:sagemaker:<REGION>:999999999999:training-job/x',
      },
      bySageMaker,
    ],
    [
      'other-owner',
      'writes the notebook to a bucket of that name in another account',
      's3:PutObject',
      artifacts('<ACCOUNT_ID>'),
      { 'aws:ResourceAccount': '999999999999' },
    ],
    [
      'lambda',
      'is assumed by Lambda',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'lambda.amazonaws.com' },
    ],
  ]),
];
