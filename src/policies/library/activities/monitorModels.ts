import type { Activity } from './activity.ts';
import {
  arn,
  byVpcAndKms,
  kmsOption,
  listAll,
  outputKey,
  passRole,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const resources = [arn('monitoring-schedule'), arn('processing-job')];

const definitions = [
  'DataQualityJobDefinition',
  'ModelQualityJobDefinition',
  'ModelBiasJobDefinition',
  'ModelExplainabilityJobDefinition',
];

const defined = [
  arn('data-quality-job-definition'),
  arn('model-quality-job-definition'),
  arn('model-bias-job-definition'),
  arn('model-explainability-job-definition'),
];

export const monitorModels: Activity = {
  id: 'monitorModels',
  title: 'Monitor models',
  summary: 'Schedule monitoring of hosted models and view the processing jobs.',
  status: 'roleManager',
  options: [
    vpcOption('the checks'),
    kmsOption('the checks'),
    tagsOption,
    {
      id: 'definitions',
      label: 'Job definitions',
      help: 'The SDK creates a job definition for each check and then the schedule.',
      choices: [
        { value: 'off', label: 'No', help: 'Schedules can be created only with an inline definition.' },
        {
          value: 'on',
          label: 'Yes',
          help: 'Adds definitions for data quality, model quality, bias, and explainability.',
        },
      ],
      default: 'off',
      recommended: 'on',
      stances: ['hardened'],
    },
  ],
  hardened: [
    ...byVpcAndKms(
      {
        Sid: 'MonitorCreate',
        Action: [
          'sagemaker:CreateMonitoringSchedule',
          'sagemaker:UpdateMonitoringSchedule',
          'sagemaker:CreateProcessingJob',
        ],
        Resource: resources,
      },
      { ArnEquals: { ...volumeKey, ...outputKey } },
    ),
    ...byVpcAndKms(
      {
        Sid: 'MonitorDefine',
        Action: definitions.map((kind) => `sagemaker:Create${kind}`),
        Resource: defined,
      },
      { ArnEquals: { ...volumeKey, ...outputKey } },
    ).map((template) => ({ ...template, when: { ...template.when, definitions: 'on' } })),
    {
      Sid: 'MonitorDefinitions',
      Effect: 'Allow',
      Action: definitions.flatMap((kind) => [`sagemaker:Describe${kind}`, `sagemaker:Delete${kind}`]),
      Resource: defined,
      when: { definitions: 'on' },
    },
    {
      Sid: 'MonitorDefinitionTags',
      Effect: 'Allow',
      Action: ['sagemaker:AddTags'],
      Resource: defined,
      Condition: {
        StringEquals: { 'sagemaker:TaggingAction': definitions.map((kind) => `Create${kind}`) },
      },
      when: { tags: 'on', definitions: 'on' },
    },
    {
      Sid: 'MonitorFollow',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeMonitoringSchedule',
        'sagemaker:DeleteMonitoringSchedule',
        'sagemaker:StartMonitoringSchedule',
        'sagemaker:StopMonitoringSchedule',
        'sagemaker:UpdateMonitoringAlert',
        'sagemaker:DescribeProcessingJob',
        'sagemaker:StopProcessingJob',
      ],
      Resource: resources,
    },
    listAll('MonitorList', [
      'sagemaker:ListMonitoringAlertHistory',
      'sagemaker:ListMonitoringAlerts',
      'sagemaker:ListMonitoringExecutions',
      'sagemaker:ListMonitoringSchedules',
      'sagemaker:ListProcessingJobs',
    ]),
    {
      ...listAll(
        'MonitorDefinitionsList',
        definitions.map((kind) => `sagemaker:List${kind}s`),
      ),
      when: { definitions: 'on' },
    },
    passRole('MonitorPassRole', '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'),
    tagOnCreate('MonitorTagOnCreate', ['CreateMonitoringSchedule', 'CreateProcessingJob'], resources),
    volumeGrant('MonitorVolumeKeyGrant'),
  ],
};
