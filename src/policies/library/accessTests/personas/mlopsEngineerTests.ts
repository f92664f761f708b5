import { runsStudioApps } from './studioAdditions.ts';
import { scalesEndpoints } from './operationAdditions.ts';
import { managesTables, usesEveryBucket } from './dataAdditions.ts';
import { monitorsModels, startsAutoMl } from './modelAdditions.ts';
import { allJobs, hubModels, queries, teamData } from './sharedAdditions.ts';
import { recordsExperiments } from './recordsExperiments.ts';
import { optimizesInference } from './optimizesInference.ts';
import { packagesAlgorithms } from './packagesAlgorithms.ts';
import { operatesModels } from './operatesModels.ts';
import { writesModelCards } from './writesModelCards.ts';
import { carefulCall, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const studio = { activity: 'runStudioApps' };
const models = { activity: 'manageModels' };
const endpoints = { activity: 'manageEndpoints' };
const pipelines = { activity: 'managePipelines' };
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const model = sageMaker('model/<NAME_PREFIX>1');
const endpoint = sageMaker('endpoint/<NAME_PREFIX>1');
const app = 'app/<STUDIO_DOMAIN_ID>/ana/jupyterlab/default';

const ownSpace = {
  'sagemaker:SpaceSharingType': 'Private',
  'sagemaker:DomainId': '<STUDIO_DOMAIN_ID>',
  'sagemaker:UserProfileName': 'ana',
  'sagemaker:OwnerUserProfileArn': sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana'),
};

export const mlopsEngineer: readonly AccessTest[] = [
  ...scalesEndpoints,
  ...runsStudioApps,
  ...managesTables,
  ...usesEveryBucket,
  ...monitorsModels,
  ...startsAutoMl,
  ...allJobs,
  ...hubModels,
  ...queries,
  ...teamData,
  ...recordsExperiments,
  ...optimizesInference,
  ...operatesModels,
  ...writesModelCards,
  ...packagesAlgorithms,
  ...mustAllow([
    [
      'app',
      'starts a Studio app',
      'sagemaker:CreateApp',
      sageMaker(app),
      { ...carefulCall, ...ownSpace },
      studio,
    ],
    ['model', 'creates a model in the approved subnets', 'sagemaker:CreateModel', model, carefulCall, models],
    [
      'pass',
      'passes the inference execution role to SageMaker',
      'iam:PassRole',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      toSageMaker,
      models,
    ],
    ['endpoint', 'updates a team endpoint', 'sagemaker:UpdateEndpoint', endpoint, carefulCall, endpoints],
    [
      'pipeline',
      'starts a team pipeline',
      'sagemaker:StartPipelineExecution',
      sageMaker('pipeline/<NAME_PREFIX>1'),
      {},
      pipelines,
    ],
    ['search', 'searches experiments', 'sagemaker:Search', '*', {}, { activity: 'searchExperiments' }],
  ]),
  ...mustDeny([
    [
      'other-transform',
      'starts a batch transform job with another team’s name',
      'sagemaker:CreateTransformJob',
      sageMaker('transform-job/zz-another-team'),
      carefulCall,
    ],
    [
      'stop-transform',
      'stops another team’s batch transform job',
      'sagemaker:StopTransformJob',
      sageMaker('transform-job/zz-another-team'),
    ],
    [
      'other-domain',
      'starts an app in another Studio domain',
      'sagemaker:CreateApp',
      sageMaker('app/d-other0000000/ana/jupyterlab/default'),
      carefulCall,
      studio,
    ],
    [
      'other-subnet',
      'creates a model outside the approved subnets',
      'sagemaker:CreateModel',
      model,
      { ...carefulCall, 'sagemaker:VpcSubnets': ['subnet-0fffffffffffffff0'] },
      { ...models, when: { vpc: 'on' } },
    ],
    [
      'other-model',
      'deletes another team’s model',
      'sagemaker:DeleteModel',
      sageMaker('model/zz-another-team-1'),
      {},
      models,
    ],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
      models,
    ],
    [
      'other-service',
      'passes the inference execution role to Lambda',
      'iam:PassRole',
      '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>',
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
      models,
    ],
    [
      'other-endpoint',
      'deletes another team’s endpoint',
      'sagemaker:DeleteEndpoint',
      sageMaker('endpoint/zz-another-team-1'),
      {},
      endpoints,
    ],
    [
      'other-pipeline',
      'starts another team’s pipeline',
      'sagemaker:StartPipelineExecution',
      sageMaker('pipeline/zz-another-team-1'),
      {},
      pipelines,
    ],
    [
      'retag',
      'changes the tags of an endpoint',
      'sagemaker:AddTags',
      endpoint,
      { 'aws:TagKeys': ['owner'] },
      endpoints,
    ],
    [
      'notebook',
      'deletes a notebook',
      'sagemaker:DeleteNotebookInstance',
      sageMaker('notebook-instance/analysis'),
      {},
    ],
    [
      'user',
      'is assumed by an IAM user',
      'sts:AssumeRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/MlopsEngineer',
      {},
      { trust: 'samlFederation', caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
