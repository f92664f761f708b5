import { type Guarantee, guaranteeSources as sources, never, onlyOn, sageMakerArns } from '../guarantee.ts';

const artifacts = ['arn:<PARTITION>:s3:::<MLFLOW_BUCKET>/<MLFLOW_PREFIX>/*'];
const servers = sageMakerArns('mlflow-tracking-server/<NAME_PREFIX>*');

export const serverRole: readonly Guarantee[] = [
  onlyOn(
    [
      'mlflow-objects',
      'Can read and write objects only in the artifact store.',
      ['s3:GetObject*', 's3:PutObject*'],
    ],
    artifacts,
    sources.leastPrivilege,
  ),
  never(
    [
      'mlflow-deletes-nothing',
      'Can’t delete objects, models, or model packages.',
      ['s3:DeleteObject*', 'sagemaker:Delete*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'mlflow-starts-nothing',
      'Can’t start jobs or deploy models.',
      ['sagemaker:Create*Job', 'sagemaker:CreateEndpoint*', 'sagemaker:CreateModel', 'sagemaker:Start*'],
    ],
    sources.leastPrivilege,
  ),
];

export const admin: readonly Guarantee[] = [
  onlyOn(
    [
      'mlflow-servers',
      'Can create, change, and delete only tracking servers with the name prefix.',
      [
        'sagemaker:CreateMlflowTrackingServer',
        'sagemaker:DeleteMlflowTrackingServer',
        'sagemaker:StartMlflowTrackingServer',
        'sagemaker:StopMlflowTrackingServer',
        'sagemaker:UpdateMlflowTrackingServer',
      ],
    ],
    [...servers, ...sageMakerArns('mlflow-app/*')],
    sources.leastPrivilege,
  ),
  onlyOn(
    ['mlflow-passes', 'Can pass only the MLflow role.', ['iam:PassRole']],
    ['<MLFLOW_ROLE_ARN>'],
    sources.passRole,
  ),
  never(
    ['mlflow-admin-tracks-nothing', 'Can’t read or change experiments.', ['sagemaker-mlflow:*']],
    sources.leastPrivilege,
  ),
];

export const user: readonly Guarantee[] = [
  onlyOn(
    [
      'mlflow-open',
      'Can open only tracking servers with the name prefix and the specified app.',
      ['sagemaker:CallMlflowAppApi', 'sagemaker:CreatePresignedMlflow*'],
    ],
    [...servers, ...sageMakerArns('mlflow-app/<MLFLOW_APP_ID>')],
    sources.leastPrivilege,
  ),
  never(
    [
      'mlflow-no-deletion',
      'Can’t delete experiments, runs, models, or traces.',
      ['sagemaker-mlflow:Delete*'],
    ],
    sources.leastPrivilege,
  ),
  never(
    [
      'mlflow-user-manages-nothing',
      'Can’t create, change, or delete tracking servers and apps.',
      ['sagemaker:CreateMlflow*', 'sagemaker:DeleteMlflow*', 'sagemaker:UpdateMlflow*'],
    ],
    sources.leastPrivilege,
  ),
];
