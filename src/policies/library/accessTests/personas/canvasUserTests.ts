import { writesLogs } from './jobRoleAdditions.ts';
import { registersModels } from './callAdditions.ts';
import { queries } from './sharedAdditions.ts';
import { arn, carefulCall, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const canvas = { activity: 'useCanvas' };
const data = { activity: 's3TeamAccess' };
const deploy = { ...canvas, when: { deploy: 'on' } };
const withoutDeploy = { ...canvas, when: { deploy: 'off' } };
const role = '<CANVAS_ROLE_ARN>';
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };
const takes = { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' };
const endpoint = sageMaker('endpoint/canvas-churn');
const config = sageMaker('endpoint-config/canvas-churn');
const transform = sageMaker('transform-job/canvas-churn');
const withModel = (model: string) => ({ ...carefulCall, 'sagemaker:ModelArn': sageMaker(model) });
const app = (domain: string, type: string) => sageMaker(`app/${domain}/ana/${type}/default`);

export const canvasUser: readonly AccessTest[] = [
  ...registersModels,
  ...writesLogs,
  ...queries,
  ...mustAllow([
    [
      'build',
      'builds a model',
      'sagemaker:CreateAutoMLJobV2',
      sageMaker('automl-job/Canvas1700000000'),
      carefulCall,
      canvas,
    ],
    [
      'model',
      'creates the model',
      'sagemaker:CreateModel',
      sageMaker('model/canvas-churn'),
      carefulCall,
      canvas,
    ],
    ['data', 'reads data', 's3:GetObject', object('<WORK_BUCKET_NAME>/<WORK_PREFIX>/x.csv'), {}, data],
    ['pass', 'passes its role to SageMaker', 'iam:PassRole', role, toSageMaker, canvas],
    ['endpoint', 'deploys a model', 'sagemaker:CreateEndpoint', endpoint, carefulCall, deploy],
    [
      'config',
      'configures an endpoint with a model of Canvas',
      'sagemaker:CreateEndpointConfig',
      config,
      withModel('model/<APPROVED_MODEL_PREFIX>-canvas-churn'),
      deploy,
    ],
    [
      'predict',
      'predicts with a model of Canvas',
      'sagemaker:CreateTransformJob',
      transform,
      withModel('model/<APPROVED_MODEL_PREFIX>-canvas-churn'),
      canvas,
    ],
    ['leave', 'stops Canvas', 'sagemaker:DeleteApp', app('<STUDIO_DOMAIN_ID>', 'canvas'), {}, canvas],
    [
      'taken',
      'is assumed by SageMaker for Canvas in the account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '<ACCOUNT_ID>',
        'aws:SourceArn': sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana'),
      },
      takes,
    ],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket'), {}, data],
    [
      'other-model',
      'configures an endpoint with another team’s model',
      'sagemaker:CreateEndpointConfig',
      config,
      withModel('model/zz-another-team'),
    ],
    [
      'other-predictions',
      'predicts with another team’s model',
      'sagemaker:CreateTransformJob',
      transform,
      withModel('model/zz-another-team'),
    ],
    [
      'other-domain',
      'stops Canvas in another domain',
      'sagemaker:DeleteApp',
      app('d-other0000000', 'canvas'),
    ],
    [
      'other-app',
      'stops an app that only has canvas in its name',
      'sagemaker:DeleteApp',
      sageMaker('app/<STUDIO_DOMAIN_ID>/ana/JupyterLab/my-canvas'),
    ],
    [
      'other-image',
      'pulls an image of another team',
      'ecr:BatchGetImage',
      arn('ecr', 'repository/zz-another-team/private'),
    ],
    [
      'other-job',
      'starts a job outside Canvas',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/zz-another-team'),
      carefulCall,
    ],
    [
      'other-account',
      'deletes a Canvas model in another account',
      'sagemaker:DeleteModel',
      'arn:<PARTITION>:sagemaker:<REGION>:999999999999:model/canvas-churn',
    ],
    ['deploy', 'deploys a model', 'sagemaker:CreateEndpoint', endpoint, carefulCall, withoutDeploy],
    ['other-data', 'reads another bucket', 's3:GetObject', object('sagemaker-zz-another-team/x.csv')],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes its role to Lambda',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    [
      'profile',
      'changes its user profile',
      'sagemaker:UpdateUserProfile',
      sageMaker('user-profile/<STUDIO_DOMAIN_ID>/ana'),
      carefulCall,
    ],
    [
      'secret',
      'reads a secret',
      'secretsmanager:GetSecretValue',
      'arn:<PARTITION>:secretsmanager:<REGION>:<ACCOUNT_ID>:secret:AmazonSageMaker-x',
    ],
  ]),
];
