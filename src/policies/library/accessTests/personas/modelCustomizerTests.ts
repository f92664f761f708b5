import { managesModels } from './modelAdditions.ts';
import { carefulCall, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const start = { activity: 'startCustomization' };
const job = sageMaker('job/AgentRFT/<NAME_PREFIX>1');
const other = sageMaker('job/AgentRFT/zz-another-team-1');
const role = '<CUSTOMIZATION_ROLE_ARN>';
const toJobs = { 'iam:PassedToService': 'job.sagemaker.amazonaws.com' };

export const modelCustomizer: readonly AccessTest[] = [
  ...managesModels,
  ...mustAllow([
    ['create', 'creates a job', 'sagemaker:CreateJob', job, carefulCall, start],
    ['follow', 'follows it', 'sagemaker:DescribeJob', job, {}, start],
    ['stop', 'stops it', 'sagemaker:StopJob', job, {}, start],
    ['schemas', 'lists the schemas of jobs', 'sagemaker:ListJobSchemaVersions', '*', {}, start],
    [
      'pass',
      'passes the model customization execution role to the CreateJob service',
      'iam:PassRole',
      role,
      toJobs,
      start,
    ],
  ]),
  ...mustDeny([
    ['other-create', 'creates a job with another name', 'sagemaker:CreateJob', other],
    ['other-stop', 'stops another team’s job', 'sagemaker:StopJob', other],
    [
      'other-service',
      'passes the model customization execution role to SageMaker',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toJobs,
    ],
    ['retag', 'changes the tags of a job', 'sagemaker:AddTags', job, { 'aws:TagKeys': ['owner'] }],
    ['sample', 'samples from the model in training', 'sagemaker:Sample', job],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
    ['deploy', 'deploys an endpoint', 'sagemaker:CreateEndpoint', sageMaker('endpoint/<NAME_PREFIX>1')],
  ]),
];
