import type { ActivityReasons } from '../activityReasons.ts';

const page = 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-app-setup-prerequisites-iam.html';

export const mlflowArtifactsReasons: ActivityReasons = {
  companions: [
    {
      statements: ['MlflowRegisterTags'],
      text: 'MLflow tags what it registers. Limited to tags set during creation.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    },
  ],
  notes: [
    {
      text: 'The AWS sample allows the same five model registry actions, and s3:Get*, s3:Put*, and s3:List* on all resources. AWS doesn’t document which S3 calls MLflow makes. Test a run with artifacts first.',
      source: page,
    },
    {
      text: 'Automatic registration also approves and changes model packages: use a separate name prefix for packages that need approval.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-track-experiments-model-registration.html',
    },
    { text: 'AWS documents this role for apps as well.', source: page },
  ],
};
