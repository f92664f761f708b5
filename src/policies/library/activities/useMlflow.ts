import type { Activity } from './activity.ts';
import { arn, listAll } from './roleManager.ts';

const server = arn('mlflow-tracking-server');
const app = arn('mlflow-app', '<MLFLOW_APP_ID>');
const mlflow = (...names: readonly string[]) => names.map((name) => `sagemaker-mlflow:${name}`);

export const useMlflow: Activity = {
  id: 'useMlflow',
  title: 'Use MLflow',
  summary: 'Open MLflow, read experiments, and track runs, models, and traces.',
  status: 'missingInGuide',
  options: [
    {
      id: 'access',
      label: 'Access',
      help: 'What the user does in MLflow.',
      choices: [
        {
          value: 'track',
          label: 'Read and track',
          help: 'Adds creating and changing experiments, runs, and traces.',
        },
        { value: 'read', label: 'Read only', help: 'Experiments, runs, models, and traces can be viewed.' },
      ],
      default: 'track',
      stances: ['hardened'],
    },
    {
      id: 'models',
      label: 'Registered models',
      help: 'MLflow has a model registry. Changes can be copied to SageMaker Model Registry.',
      choices: [
        { value: 'off', label: 'View', help: 'Models and versions can’t be registered.' },
        { value: 'on', label: 'Register', help: 'Adds creating and changing models, versions, and aliases.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
  ],
  hardened: [
    {
      Sid: 'MlflowOpen',
      Effect: 'Allow',
      Action: ['sagemaker:CreatePresignedMlflowTrackingServerUrl', 'sagemaker:DescribeMlflowTrackingServer'],
      Resource: [server],
    },
    {
      Sid: 'MlflowOpenApp',
      Effect: 'Allow',
      Action: [
        'sagemaker:CallMlflowAppApi',
        'sagemaker:CreatePresignedMlflowAppUrl',
        'sagemaker:DescribeMlflowApp',
      ],
      Resource: [app],
    },
    listAll('MlflowFind', [
      'sagemaker-mlflow:AccessUI',
      'sagemaker:ListMlflowApps',
      'sagemaker:ListMlflowTrackingServers',
    ]),
    {
      Sid: 'MlflowRead',
      Effect: 'Allow',
      Action: mlflow('Get*', 'List*', 'Search*'),
      Resource: [server, app],
    },
    {
      Sid: 'MlflowTrack',
      Effect: 'Allow',
      Action: mlflow(
        'CreateExperiment',
        'CreateRun',
        'EndTrace',
        'FinalizeLoggedModel',
        'LogBatch',
        'LogInputs',
        'LogLoggedModelParams',
        'LogMetric',
        'LogModel',
        'LogOutputs',
        'LogParam',
        'SetExperimentTag',
        'SetLoggedModelTags',
        'SetTag',
        'SetTraceTag',
        'StartTrace',
        'UpdateExperiment',
        'UpdateRun',
      ),
      Resource: [server, app],
      when: { access: 'track' },
    },
    {
      Sid: 'MlflowRegisterModels',
      Effect: 'Allow',
      Action: mlflow(
        'CreateModelVersion',
        'CreateRegisteredModel',
        'RenameRegisteredModel',
        'SetModelVersionTag',
        'SetRegisteredModelAlias',
        'SetRegisteredModelTag',
        'TransitionModelVersionStage',
        'UpdateModelVersion',
        'UpdateRegisteredModel',
      ),
      Resource: [server, app],
      when: { models: 'on' },
    },
  ],
};
