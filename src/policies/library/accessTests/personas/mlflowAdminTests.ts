import { mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const manage = { activity: 'manageMlflow' };
const server = sageMaker('mlflow-tracking-server/<NAME_PREFIX>1');
const other = sageMaker('mlflow-tracking-server/zz-another-team');
const app = sageMaker('mlflow-app/app-abc123');
const toSageMaker = { 'iam:PassedToService': 'sagemaker.amazonaws.com' };

export const mlflowAdmin: readonly AccessTest[] = [
  ...mustAllow([
    ['create', 'creates a tracking server', 'sagemaker:CreateMlflowTrackingServer', server, {}, manage],
    ['stop', 'stops it', 'sagemaker:StopMlflowTrackingServer', server, {}, manage],
    ['app', 'creates an app', 'sagemaker:CreateMlflowApp', app, {}, manage],
    ['list', 'lists tracking servers', 'sagemaker:ListMlflowTrackingServers', '*', {}, manage],
    ['pass', 'passes the MLflow role to SageMaker', 'iam:PassRole', '<MLFLOW_ROLE_ARN>', toSageMaker, manage],
  ]),
  ...mustDeny([
    ['other-delete', 'deletes another team’s tracking server', 'sagemaker:DeleteMlflowTrackingServer', other],
    ['other-stop', 'stops another team’s tracking server', 'sagemaker:StopMlflowTrackingServer', other],
    [
      'other-role',
      'passes another role',
      'iam:PassRole',
      'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Administrator',
      toSageMaker,
    ],
    [
      'other-service',
      'passes the MLflow role to Lambda',
      'iam:PassRole',
      '<MLFLOW_ROLE_ARN>',
      { 'iam:PassedToService': 'lambda.amazonaws.com' },
    ],
    [
      'retag',
      'changes the tags of a tracking server',
      'sagemaker:AddTags',
      server,
      { 'aws:TagKeys': ['owner'] },
    ],
    ['open', 'opens a tracking server', 'sagemaker:CreatePresignedMlflowTrackingServerUrl', server],
    ['log', 'logs a metric', 'sagemaker-mlflow:LogMetric', server],
    [
      'train',
      'starts a training job',
      'sagemaker:CreateTrainingJob',
      sageMaker('training-job/<NAME_PREFIX>1'),
    ],
  ]),
];
