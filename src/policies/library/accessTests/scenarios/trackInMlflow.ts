import { object, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const server = sageMaker('mlflow-tracking-server/<NAME_PREFIX>1');

export const trackInMlflow: Scenario = {
  id: 'trackInMlflow',
  title: 'Track a run in MLflow',
  summary: 'An administrator creates a tracking server, and a user opens it and logs a run.',
  steps: steps([
    {
      persona: 'mlflowAdmin',
      title: 'creates the tracking server',
      action: 'sagemaker:CreateMlflowTrackingServer',
      resource: server,
      context: {},
      carries: ['role'],
      role: { persona: 'mlflowServerRole', arn: '<MLFLOW_ROLE_ARN>' },
    },
    [
      'mlflowServerRole',
      'writes an artifact',
      's3:PutObject',
      object('<MLFLOW_BUCKET>/<MLFLOW_PREFIX>/1/model.pkl'),
    ],
    ['mlflowUser', 'opens MLflow', 'sagemaker:CreatePresignedMlflowTrackingServerUrl', server],
    ['mlflowUser', 'creates a run', 'sagemaker-mlflow:CreateRun', server],
    ['mlflowUser', 'logs a metric', 'sagemaker-mlflow:LogMetric', server],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
};
