import type { Activity } from './activity.ts';
import { listBuckets } from './listBuckets.ts';
import { arn, dataKeyThroughS3 } from './roleManager.ts';

const bucket = 'arn:<PARTITION>:s3:::<MLFLOW_BUCKET>';
const packages = [arn('model-package'), arn('model-package-group')];

export const mlflowArtifacts: Activity = {
  id: 'mlflowArtifacts',
  title: 'Store MLflow artifacts and register models',
  summary:
    'Read, write, and list the artifact store, and copy registered models to SageMaker Model Registry.',
  status: 'missingInGuide',
  options: [
    {
      id: 'registry',
      label: 'Automatic model registration',
      help: 'MLflow can register its models in SageMaker Model Registry.',
      choices: [
        { value: 'off', label: 'No', help: 'The role has no access to the model registry.' },
        { value: 'on', label: 'Yes', help: 'Adds model package groups and packages with the name prefix.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    {
      id: 'kms',
      label: 'KMS key of the artifact store',
      help: 'Whether artifacts are encrypted with the data key.',
      choices: [
        { value: 'off', label: 'No', help: 'The objects have no customer managed key.' },
        { value: 'on', label: 'Yes', help: 'Adds use of the data key through S3.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'MlflowArtifacts',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:PutObject'],
      Resource: [`${bucket}/<MLFLOW_PREFIX>/*`],
    },
    ...listBuckets('MlflowArtifactList', 'mlflowArtifactStore', ['MLFLOW_BUCKET', 'MLFLOW_PREFIX']),
    {
      Sid: 'MlflowRegister',
      Effect: 'Allow',
      Action: [
        'sagemaker:CreateModelPackage',
        'sagemaker:CreateModelPackageGroup',
        'sagemaker:DescribeModelPackageGroup',
        'sagemaker:UpdateModelPackage',
      ],
      Resource: packages,
      when: { registry: 'on' },
    },
    {
      Sid: 'MlflowRegisterTags',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: packages,
      Condition: {
        StringEquals: { 'sagemaker:TaggingAction': ['CreateModelPackage', 'CreateModelPackageGroup'] },
      },
      when: { registry: 'on' },
    },
    dataKeyThroughS3('MlflowDataKey'),
  ],
};
