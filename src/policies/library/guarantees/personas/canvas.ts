import {
  deniedUnless,
  type Guarantee,
  guaranteeSources as sources,
  onlyOn,
  sageMakerArns,
} from '../guarantee.ts';

export const canvasUser: readonly Guarantee[] = [
  onlyOn(
    [
      'canvas-names',
      'Can start jobs, and create models and endpoints, only with “canvas” in their name.',
      ['sagemaker:Create*Job*', 'sagemaker:CreateEndpoint*', 'sagemaker:CreateModel'],
    ],
    sageMakerArns('*Canvas*', '*canvas*'),
    sources.leastPrivilege,
  ),
  deniedUnless(
    [
      'canvas-models',
      'Can create endpoint configurations and transform jobs only for models with “canvas” in their name.',
      ['sagemaker:CreateEndpointConfig', 'sagemaker:CreateTransformJob'],
    ],
    [{ ArnLike: { 'sagemaker:ModelArn': sageMakerArns('model/*Canvas*', 'model/*canvas*') } }],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['canvas-passes', 'Can pass only the Canvas execution role.', ['iam:PassRole']],
    ['<CANVAS_ROLE_ARN>'],
    sources.passRole,
  ),
  onlyOn(
    [
      'canvas-data',
      'Can read and write objects only in the work locations.',
      ['s3:GetObject*', 's3:PutObject*'],
    ],
    [
      'arn:<PARTITION>:s3:::<WORK_BUCKET_NAME>/<WORK_PREFIX>/*',
      'arn:<PARTITION>:s3:::jumpstart-cache-prod-<REGION>/*',
    ],
    sources.leastPrivilege,
  ),
];
