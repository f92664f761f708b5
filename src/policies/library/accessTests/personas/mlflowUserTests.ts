import { mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const use = { activity: 'useMlflow' };
const track = { ...use, when: { access: 'track' } };
const server = sageMaker('mlflow-tracking-server/<NAME_PREFIX>1');
const other = sageMaker('mlflow-tracking-server/zz-another-team');
const app = sageMaker('mlflow-app/<MLFLOW_APP_ID>');

/** Of everyone who works in MLflow. */
export const usesMlflow: readonly AccessTest[] = [
  ...mustAllow([
    ['open', 'opens a tracking server', 'sagemaker:CreatePresignedMlflowTrackingServerUrl', server, {}, use],
    ['open-app', 'calls an app', 'sagemaker:CallMlflowAppApi', app, {}, use],
    ['read', 'reads a run', 'sagemaker-mlflow:GetRun', server, {}, use],
    ['search', 'searches runs of an app', 'sagemaker-mlflow:SearchRuns', app, {}, use],
    ['log', 'logs a metric', 'sagemaker-mlflow:LogMetric', server, {}, track],
    ['run', 'creates a run in an app', 'sagemaker-mlflow:CreateRun', app, {}, track],
  ]),
  ...mustDeny([
    [
      'other-open',
      'opens another team’s tracking server',
      'sagemaker:CreatePresignedMlflowTrackingServerUrl',
      other,
      {},
      use,
    ],
    ['other-log', 'logs to another team’s tracking server', 'sagemaker-mlflow:LogMetric', other, {}, use],
    [
      'other-app',
      'calls another app',
      'sagemaker:CallMlflowAppApi',
      sageMaker('mlflow-app/app-zzanother'),
      {},
      use,
    ],
    ['delete-run', 'deletes a run', 'sagemaker-mlflow:DeleteRun', server, {}, use],
    ['delete-experiment', 'deletes an experiment', 'sagemaker-mlflow:DeleteExperiment', server, {}, use],
    ['delete', 'deletes a tracking server', 'sagemaker:DeleteMlflowTrackingServer', server, {}, use],
  ]),
];

export const mlflowUser: readonly AccessTest[] = [
  ...usesMlflow,
  ...mustDeny([
    [
      'approve',
      'approves a model in SageMaker Model Registry',
      'sagemaker:UpdateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
    ],
    [
      'pass',
      'passes the MLflow role',
      'iam:PassRole',
      '<MLFLOW_ROLE_ARN>',
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
  ]),
];
