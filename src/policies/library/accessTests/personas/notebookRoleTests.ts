import { writesLogs } from './jobRoleAdditions.ts';
import { buildsFromStudio, runsStudioApps } from './studioAdditions.ts';
import { managesEndpoints, managesPipelines } from './operationAdditions.ts';
import { managesTables, searchesExperiments, usesEveryBucket } from './dataAdditions.ts';
import { managesModels, monitorsModels, startsAutoMl } from './modelAdditions.ts';
import { allJobs, hubModels, queries, scheduled, teamData } from './sharedAdditions.ts';
import { recordsExperiments } from './recordsExperiments.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const job = sageMaker('training-job/<NAME_PREFIX>1');
const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const runs = { activity: 'runJobs' };
const inVpc = { ...runs, when: { vpc: 'on' }, besides: { manageJobs: { vpc: 'on' } } };
const data = { activity: 'notebookData' };
const images = { activity: 'buildAndPushImages' };
const deploys = { activity: 'deployModels' };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const train = 'sagemaker:CreateTrainingJob';
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};

export const notebookRole: readonly AccessTest[] = [
  ...runsStudioApps,
  ...buildsFromStudio,
  ...writesLogs,
  ...managesEndpoints,
  ...managesPipelines,
  ...managesTables,
  ...searchesExperiments,
  ...usesEveryBucket,
  ...managesModels,
  ...monitorsModels,
  ...startsAutoMl,
  ...allJobs,
  ...hubModels,
  ...queries,
  ...scheduled,
  ...teamData,
  ...recordsExperiments,
  ...mustAllow([
    ['train', 'trains in the approved subnets', train, job, carefulCall, runs],
    [
      'pass-training',
      'passes the training and processing execution role to SageMaker',
      'iam:PassRole',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      toSageMaker,
      runs,
    ],
    ['follow', 'describes its training job', 'sagemaker:DescribeTrainingJob', job, {}, runs],
    [
      'read-data',
      'reads its data',
      's3:GetObject',
      object('<NOTEBOOK_BUCKET_NAME>/<NOTEBOOK_PREFIX>/train.csv'),
      {},
      data,
    ],
    ['push', 'pushes an image to a tagged repository', 'ecr:PutImage', image, tagged, images],
    [
      'model',
      'creates a model',
      'sagemaker:CreateModel',
      sageMaker('model/<NAME_PREFIX>1'),
      carefulCall,
      deploys,
    ],
  ]),
  ...mustDeny([
    [
      'other-subnet',
      'trains outside the approved subnets',
      train,
      job,
      { ...carefulCall, 'sagemaker:VpcSubnets': ['subnet-0fffffffffffffff0'] },
      inVpc,
    ],
    [
      'mixed-subnets',
      'trains in an approved and another subnet',
      train,
      job,
      { ...carefulCall, 'sagemaker:VpcSubnets': ['<SUBNET_ID>', 'subnet-0fffffffffffffff0'] },
      inVpc,
    ],
    [
      'no-vpc',
      'trains without a VPC',
      train,
      job,
      { ...carefulCall, 'sagemaker:VpcSubnets': [], 'sagemaker:VpcSecurityGroupIds': [] },
      inVpc,
    ],
    [
      'other-name',
      'trains with another team’s name prefix',
      train,
      sageMaker('training-job/zz-another-team-1'),
      carefulCall,
      runs,
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
      runs,
    ],
    [
      'other-service',
      'passes the training and processing execution role to Lambda',
      'iam:PassRole',
      '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
      runs,
    ],
    [
      'outside-prefix',
      'reads outside the bucket prefix',
      's3:GetObject',
      object('<NOTEBOOK_BUCKET_NAME>/zz-another-team/train.csv'),
      {},
      { ...data, prefix: 'NOTEBOOK_PREFIX' },
    ],
    ['other-bucket', 'reads another bucket', 's3:GetObject', object('zz-another-bucket/train.csv'), {}, data],
    ['foreign-image', 'pushes an image to a repository without the tag', 'ecr:PutImage', image, {}, images],
    [
      'role-policy',
      'gives itself more permissions',
      'iam:PutRolePolicy',
      '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>',
      {},
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      '<SAGEMAKER_NOTEBOOK_EXECUTION_ROLE_ARN>',
      {},
      { trust: 'sageMakerService', caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
