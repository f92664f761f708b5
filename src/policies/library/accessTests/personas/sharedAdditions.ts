import { type AccessTest, arn, carefulCall, mustAllow, mustDeny, object, sageMaker } from '../accessTest.ts';

/** Of what several personas can have besides: team data, queries, models of a hub, jobs, and schedules. */

const data = { activity: 's3TeamAccess' };
const athena = { activity: 'queryAthena' };
const hub = { activity: 'useHub' };
const jobs = { activity: 'manageJobs' };
const schedules = { activity: 'scheduleNotebooks' };
const ofHub = (use: string) => ({ ...hub, when: { use } });
const withTables = { ...athena, when: { glue: 'on' } };
const inVpc = { ...jobs, when: { vpc: 'on' }, besides: { runJobs: { vpc: 'on' } } };

const bucket = object('<WORK_BUCKET_NAME>');
const file = object('<WORK_BUCKET_NAME>/<WORK_PREFIX>/train.csv');
const otherFile = object('zz-another-bucket/train.csv');
const workgroup = arn('athena', 'workgroup/<ATHENA_WORKGROUP>');
const table = arn('glue', 'table/<GLUE_DATABASE>/sales');
const otherTable = arn('glue', 'table/zz_another_team/sales');
const model = sageMaker('hub-content/<HUB_NAME>/ModelReference/llm');
const job = sageMaker('training-job/<NAME_PREFIX>1');
const otherJob = sageMaker('training-job/zz-another-team-1');
const training = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const scheduledRole = '<NOTEBOOK_JOB_ROLE_ARN>';
const rule = arn('events', 'rule/nightly');
const result = object('sagemaker-automated-execution-<ACCOUNT_ID>-<REGION>/report.ipynb');
const byScheduler = { 'aws:ResourceTag/sagemaker:is-scheduling-notebook-job': 'true' };
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
const inAccount = (account: string) => ({ 'aws:ResourceAccount': account });

const otherKey = arn('kms', 'key/00000000-0000-0000-0000-000000000000');
const throughS3 = { 'kms:ViaService': 's3.<REGION>.amazonaws.com' };
const grant = {
  'kms:GrantIsForAWSResource': 'true',
  'kms:ViaService': 'sagemaker.<REGION>.amazonaws.com',
};

export const teamData: readonly AccessTest[] = [
  ...mustAllow([
    ['team-read', 'reads team data', 's3:GetObject', file, {}, data],
    ['team-write', 'writes team data', 's3:PutObject', file, {}, data],
    ['team-delete', 'deletes team data', 's3:DeleteObject', file, {}, data],
    ['team-list', 'lists team data', 's3:ListBucket', bucket, { 's3:prefix': '<WORK_PREFIX>/2026' }, data],
  ]),
  ...mustDeny([
    ['team-read-other', 'reads another bucket', 's3:GetObject', otherFile, {}, data],
    ['team-delete-other', 'deletes objects of another bucket', 's3:DeleteObject', otherFile, {}, data],
    [
      'team-list-root',
      'lists the bucket outside the prefix',
      's3:ListBucket',
      bucket,
      { 's3:prefix': 'zz-another-team' },
      { ...data, prefix: 'WORK_PREFIX' },
    ],
    ['team-acl', 'makes team data public', 's3:PutObjectAcl', file, {}, data],
    ['team-key', 'decrypts with another KMS key', 'kms:Decrypt', otherKey, throughS3, data],
    ['team-policy', 'changes the policy of the bucket', 's3:PutBucketPolicy', bucket, {}, data],
  ]),
];

export const queries: readonly AccessTest[] = [
  ...mustAllow([
    ['query', 'runs a query', 'athena:StartQueryExecution', workgroup, {}, athena],
    ['query-results', 'reads the results of a query', 'athena:GetQueryResults', workgroup, {}, athena],
    ['query-catalogs', 'lists data catalogs', 'athena:ListDataCatalogs', '*', {}, athena],
    ['query-table', 'looks up a table', 'glue:GetTable', table, {}, withTables],
  ]),
  ...mustDeny([
    [
      'query-other',
      'runs a query in another workgroup',
      'athena:StartQueryExecution',
      arn('athena', 'workgroup/zz-another-team'),
      {},
      athena,
    ],
    [
      'query-limits',
      'changes the settings of the workgroup',
      'athena:UpdateWorkGroup',
      workgroup,
      {},
      athena,
    ],
    ['query-other-table', 'looks up a table of another database', 'glue:GetTable', otherTable, {}, athena],
    ['query-drop', 'deletes a table', 'glue:DeleteTable', table, {}, athena],
    [
      'query-catalog-create',
      'creates a data catalog',
      'athena:CreateDataCatalog',
      arn('athena', 'datacatalog/zz-another-team'),
      {},
      athena,
    ],
  ]),
];

export const hubModels: readonly AccessTest[] = [
  ...mustAllow([
    ['hub-view', 'views a model of the hub', 'sagemaker:DescribeHubContent', model, {}, hub],
    ['hub-find', 'lists the hubs', 'sagemaker:ListHubs', '*', {}, hub],
    ['hub-deploy', 'deploys a model of the hub', 'sagemaker:DeployHubModel', model, {}, ofHub('deploy')],
    ['hub-tune', 'fine-tunes a model of the hub', 'sagemaker:TrainHubModel', model, {}, ofHub('train')],
  ]),
  ...mustDeny([
    ['hub-no-tune', 'fine-tunes a model of the hub', 'sagemaker:TrainHubModel', model, {}, ofHub('deploy')],
    ['hub-no-deploy', 'deploys a model of the hub', 'sagemaker:DeployHubModel', model, {}, ofHub('view')],
    [
      'hub-other',
      'fine-tunes a model of another hub',
      'sagemaker:TrainHubModel',
      sageMaker('hub-content/zz-another-team/ModelReference/llm'),
      {},
      hub,
    ],
    ['hub-delete', 'deletes a model of the hub', 'sagemaker:DeleteHubContent', model, {}, hub],
  ]),
];

export const allJobs: readonly AccessTest[] = [
  ...mustAllow([
    ['job', 'trains in the approved subnets', 'sagemaker:CreateTrainingJob', job, carefulCall, jobs],
    ['job-stop', 'stops a training job', 'sagemaker:StopTrainingJob', job, {}, jobs],
    ['job-list', 'lists the training jobs', 'sagemaker:ListTrainingJobs', '*', {}, jobs],
    ['job-pass', 'passes the training role to SageMaker', 'iam:PassRole', training, to('sagemaker'), jobs],
  ]),
  ...mustDeny([
    ['job-no-vpc', 'trains outside the VPC', 'sagemaker:CreateTrainingJob', job, {}, inVpc],
    [
      'job-other',
      'trains with another team’s name prefix',
      'sagemaker:CreateTrainingJob',
      otherJob,
      carefulCall,
      jobs,
    ],
    ['job-stop-other', 'stops another team’s training job', 'sagemaker:StopTrainingJob', otherJob, {}, jobs],
    ['job-pass-other', 'passes the training role to Lambda', 'iam:PassRole', training, to('lambda'), jobs],
    [
      'job-transform-other',
      'starts a batch transform job with another team’s name prefix',
      'sagemaker:CreateTransformJob',
      sageMaker('transform-job/zz-another-team-1'),
      carefulCall,
      jobs,
    ],
    ['job-grant', 'grants AWS services use of another KMS key', 'kms:CreateGrant', otherKey, grant, jobs],
    ['job-retag', 'changes the tags of a training job', 'sagemaker:AddTags', job, {}, jobs],
  ]),
];

export const scheduled: readonly AccessTest[] = [
  ...mustAllow([
    ['schedule', 'schedules a notebook', 'events:PutRule', rule, byScheduler, schedules],
    [
      'schedule-run',
      'runs a notebook in the approved subnets',
      'sagemaker:CreateTrainingJob',
      otherJob,
      { ...carefulCall, ...byScheduler },
      schedules,
    ],
    [
      'schedule-pass',
      'passes the role of scheduled notebooks to EventBridge',
      'iam:PassRole',
      scheduledRole,
      to('events'),
      schedules,
    ],
    [
      'schedule-result',
      'reads the result of a notebook',
      's3:GetObject',
      result,
      inAccount('<ACCOUNT_ID>'),
      schedules,
    ],
  ]),
  ...mustDeny([
    ['schedule-other', 'changes a rule of something else', 'events:PutRule', rule, {}, schedules],
    ['schedule-job', 'starts a job of another kind', 'sagemaker:CreateTrainingJob', otherJob, {}, schedules],
    [
      'schedule-outside',
      'runs a notebook outside the VPC',
      'sagemaker:CreateTrainingJob',
      otherJob,
      byScheduler,
      { ...schedules, when: { vpc: 'on' } },
    ],
    ['schedule-stop', 'stops a job of another kind', 'sagemaker:StopTrainingJob', otherJob, {}, schedules],
    [
      'schedule-pass-other',
      'passes the role of scheduled notebooks to EC2',
      'iam:PassRole',
      scheduledRole,
      to('ec2'),
      schedules,
    ],
    [
      'schedule-bucket',
      'writes notebooks to a bucket of another account',
      's3:PutObject',
      result,
      inAccount('999999999999'),
      schedules,
    ],
    ['schedule-retag', 'changes the tags of a job', 'sagemaker:AddTags', otherJob, {}, schedules],
  ]),
];
