import { type AccessTest, carefulCall, mustAllow, mustDeny, sageMaker } from '../accessTest.ts';

/** Of what several personas can have besides: the model registry, AutoML jobs, and monitoring. */

const models = { activity: 'manageModels' };
const autoMl = { activity: 'startAutoMl' };
const monitors = { activity: 'monitorModels' };
const to = (service: string) => ({ 'iam:PassedToService': `${service}.amazonaws.com` });
const named = (type: string) => sageMaker(`${type}/<NAME_PREFIX>1`);
const other = (type: string) => sageMaker(`${type}/zz-another-team-1`);
const modelRole = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const autoMlRole = '<AUTOML_ROLE_ARN>';
const trainingRole = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';
const inVpc = (activity: { readonly activity: string }, ...beside: readonly string[]) => ({
  ...activity,
  when: { vpc: 'on' },
  besides: Object.fromEntries(beside.map((one) => [one, { vpc: 'on' }])),
});

export const managesModels: readonly AccessTest[] = [
  ...mustAllow([
    ['registry-model', 'creates a model', 'sagemaker:CreateModel', named('model'), carefulCall, models],
    [
      'registry-package',
      'registers a model',
      'sagemaker:CreateModelPackage',
      named('model-package'),
      {},
      models,
    ],
    ['registry-list', 'lists the models', 'sagemaker:ListModels', '*', {}, models],
    [
      'registry-pass',
      'passes the inference role to SageMaker',
      'iam:PassRole',
      modelRole,
      to('sagemaker'),
      models,
    ],
  ]),
  ...mustDeny([
    [
      'registry-no-vpc',
      'creates a model outside the VPC',
      'sagemaker:CreateModel',
      named('model'),
      {},
      inVpc(models, 'deployModels'),
    ],
    ['registry-other', 'deletes another team’s model', 'sagemaker:DeleteModel', other('model'), {}, models],
    [
      'registry-other-package',
      'approves another team’s model',
      'sagemaker:UpdateModelPackage',
      other('model-package'),
      {},
      models,
    ],
    [
      'registry-pass-other',
      'passes the inference role to Lambda',
      'iam:PassRole',
      modelRole,
      to('lambda'),
      models,
    ],
    ['registry-retag', 'changes the tags of a model', 'sagemaker:AddTags', named('model'), {}, models],
  ]),
];

export const startsAutoMl: readonly AccessTest[] = [
  ...mustAllow([
    [
      'automl',
      'starts an AutoML job',
      'sagemaker:CreateAutoMLJobV2',
      named('automl-job'),
      carefulCall,
      autoMl,
    ],
    ['automl-stop', 'stops an AutoML job', 'sagemaker:StopAutoMLJob', named('automl-job'), {}, autoMl],
    ['automl-list', 'lists the AutoML jobs', 'sagemaker:ListAutoMLJobs', '*', {}, autoMl],
    [
      'automl-pass',
      'passes the AutoML role to SageMaker',
      'iam:PassRole',
      autoMlRole,
      to('sagemaker'),
      autoMl,
    ],
  ]),
  ...mustDeny([
    [
      'automl-no-vpc',
      'starts an AutoML job outside the VPC',
      'sagemaker:CreateAutoMLJobV2',
      named('automl-job'),
      {},
      inVpc(autoMl, 'manageJobs'),
    ],
    [
      'automl-other',
      'starts an AutoML job with another team’s name prefix',
      'sagemaker:CreateAutoMLJobV2',
      other('automl-job'),
      carefulCall,
      autoMl,
    ],
    [
      'automl-stop-other',
      'stops another team’s AutoML job',
      'sagemaker:StopAutoMLJob',
      other('automl-job'),
      {},
      autoMl,
    ],
    [
      'automl-pass-other',
      'passes the AutoML role to Lambda',
      'iam:PassRole',
      autoMlRole,
      to('lambda'),
      autoMl,
    ],
    [
      'automl-retag',
      'changes the tags of an AutoML job',
      'sagemaker:AddTags',
      named('automl-job'),
      {},
      autoMl,
    ],
  ]),
];

const schedule = 'sagemaker:CreateMonitoringSchedule';

export const monitorsModels: readonly AccessTest[] = [
  ...mustAllow([
    ['monitor', 'schedules a check', schedule, named('monitoring-schedule'), carefulCall, monitors],
    [
      'monitor-stop',
      'stops a schedule',
      'sagemaker:StopMonitoringSchedule',
      named('monitoring-schedule'),
      {},
      monitors,
    ],
    [
      'monitor-define',
      'defines a check of data quality',
      'sagemaker:CreateDataQualityJobDefinition',
      named('data-quality-job-definition'),
      carefulCall,
      { ...monitors, when: { definitions: 'on' } },
    ],
    [
      'monitor-pass',
      'passes the training role to SageMaker',
      'iam:PassRole',
      trainingRole,
      to('sagemaker'),
      monitors,
    ],
  ]),
  ...mustDeny([
    [
      'monitor-no-vpc',
      'schedules a check outside the VPC',
      schedule,
      named('monitoring-schedule'),
      {},
      inVpc(monitors),
    ],
    [
      'monitor-other',
      'deletes another team’s schedule',
      'sagemaker:DeleteMonitoringSchedule',
      other('monitoring-schedule'),
      {},
      monitors,
    ],
    [
      'monitor-other-name',
      'schedules a check with another team’s name prefix',
      schedule,
      other('monitoring-schedule'),
      carefulCall,
      monitors,
    ],
    [
      'monitor-pass-other',
      'passes the training role to Lambda',
      'iam:PassRole',
      trainingRole,
      to('lambda'),
      monitors,
    ],
    [
      'monitor-retag',
      'changes the tags of a schedule',
      'sagemaker:AddTags',
      named('monitoring-schedule'),
      {},
      monitors,
    ],
  ]),
];
