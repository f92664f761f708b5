import { usesJobKeys, writesLogs } from './jobRoleAdditions.ts';
import { managesReviews } from './reviewTests.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const role = '<LABELING_ROLE_ARN>';
const data = { activity: 'jobData' };
const run = { activity: 'runLabeling' };
const custom = { ...run, when: { custom: 'on' } };
const manual = { ...run, when: { automated: 'off' } };
const labelingFunction = arn('lambda', 'function:<LABELING_FUNCTION>');
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };
const inAccount = {
  'aws:SourceAccount': '<ACCOUNT_ID>',
  'aws:SourceArn': sageMaker('labeling-job/<NAME_PREFIX>1'),
};

export const labelingRole: readonly AccessTest[] = [
  ...usesJobKeys,
  ...writesLogs,
  ...mustAllow([
    [
      'read',
      'reads data to label',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/1.jpg'),
      {},
      data,
    ],
    [
      'write',
      'writes labels',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/labels.json'),
      {},
      data,
    ],
    ['bucket', 'finds the input bucket', 's3:GetBucketLocation', object('<INPUT_BUCKET_NAME>'), {}, run],
    ['function', 'invokes a labeling function', 'lambda:InvokeFunction', labelingFunction, {}, custom],
    ['taken', 'is assumed by SageMaker for a job in the account', 'sts:AssumeRole', role, inAccount, takes],
  ]),
  ...mustDeny([
    ['other-bucket', 'finds another bucket', 's3:GetBucketLocation', object('zz-another-bucket'), {}, run],
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, data],
    [
      'other-account',
      'is assumed by SageMaker for another account',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '999999999999' },
      takes,
    ],
    [
      'overwrite',
      'overwrites data to label',
      's3:PutObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/1.jpg'),
    ],
    ['other-data', 'reads another bucket', 's3:GetObject', object('zz-another-bucket/1.jpg')],
    [
      'other-function',
      'invokes another function',
      'lambda:InvokeFunction',
      arn('lambda', 'function:zz-another-team'),
    ],
    ['pass', 'passes its own role without automated labeling', 'iam:PassRole', role, toSageMaker, manual],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-log',
      'writes to the logs of another service',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/lambda/payments:log-stream:1'),
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];

const label = { activity: 'manageLabeling' };
const own = { ...label, when: { workers: 'own' } };
const teams = { activity: 'manageWorkteams' };
const job = sageMaker('labeling-job/<NAME_PREFIX>1');
const team = (name: string, type = 'private') => ({
  ...carefulCall,
  'sagemaker:WorkteamArn': sageMaker(`workteam/${type}-crowd/${name}`),
  'sagemaker:WorkteamType': `${type}-crowd`,
});
const pool = (id: string) => arn('cognito-idp', `userpool/${id}`);
const ownTeam = sageMaker('workteam/private-crowd/<NAME_PREFIX>1');
const otherTeam = sageMaker('workteam/private-crowd/zz-another-team');

export const labelingManager: readonly AccessTest[] = [
  ...managesReviews,
  ...mustAllow([
    ['start', 'starts a labeling job', 'sagemaker:CreateLabelingJob', job, team('<NAME_PREFIX>1'), label],
    ['stop', 'stops a labeling job', 'sagemaker:StopLabelingJob', job, {}, label],
    ['pass', 'passes the labeling job execution role', 'iam:PassRole', role, toSageMaker, label],
    ['team', 'creates a work team', 'sagemaker:CreateWorkteam', ownTeam, carefulCall, teams],
    ['team-view', 'views a work team', 'sagemaker:DescribeWorkteam', ownTeam, {}, teams],
    ['team-list', 'lists the work teams', 'sagemaker:ListWorkteams', '*', {}, teams],
    [
      'team-pool',
      'changes the user pool',
      'cognito-idp:UpdateUserPool',
      pool('<WORKER_USER_POOL>'),
      {},
      teams,
    ],
  ]),
  ...mustDeny([
    [
      'public',
      'sends data to the public workforce',
      'sagemaker:CreateLabelingJob',
      job,
      team('default', 'public'),
    ],
    [
      'other-workers',
      'sends data to another private work team',
      'sagemaker:CreateLabelingJob',
      job,
      team('zz-another-team'),
      own,
    ],
    [
      'other-job',
      'stops another team’s labeling job',
      'sagemaker:StopLabelingJob',
      sageMaker('labeling-job/zz-another-team'),
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes the labeling job execution role to Lambda',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    ['other-team', 'changes another work team', 'sagemaker:UpdateWorkteam', otherTeam, {}, teams],
    ['team-retag', 'changes the tags of a work team', 'sagemaker:AddTags', ownTeam, {}, teams],
    [
      'pool-delete',
      'deletes the user pool',
      'cognito-idp:DeleteUserPool',
      pool('<WORKER_USER_POOL>'),
      {},
      teams,
    ],
    [
      'other-pool',
      'changes another user pool',
      'cognito-idp:UpdateUserPool',
      pool('<REGION>_zzzzzzzzz'),
      {},
      teams,
    ],
    ['data', 'reads labels', 's3:GetObject', object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/labels.json')],
  ]),
];
