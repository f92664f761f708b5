import type { Activity } from './activity.ts';
import {
  arn,
  byVpcAndKms,
  kmsOption,
  listAll,
  outputKey,
  passRole,
  repairedDefect,
  roleManagerPage,
  scopedToAccount,
  tagOnCreate,
  tagsOption,
  volumeGrant,
  volumeKey,
  vpcOption,
} from './roleManager.ts';

const resources = [arn('monitoring-schedule'), arn('processing-job')];

export const monitorModels: Activity = {
  id: 'monitorModels',
  title: 'Monitor models',
  summary: 'Schedule the checks of hosted models and follow their processing jobs.',
  status: 'roleManager',
  options: [vpcOption('the checks'), kmsOption('the checks'), tagsOption],
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
    {
      Sid: 'MonitorFollow',
      Effect: 'Allow',
      Action: [
        'sagemaker:DescribeMonitoringSchedule',
        'sagemaker:DeleteMonitoringSchedule',
        'sagemaker:StartMonitoringSchedule',
        'sagemaker:StopMonitoringSchedule',
        'sagemaker:DescribeProcessingJob',
        'sagemaker:StopProcessingJob',
      ],
      Resource: resources,
    },
    listAll('MonitorList', ['sagemaker:ListMonitoringSchedules', 'sagemaker:ListProcessingJobs']),
    passRole('MonitorPassRole', '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'),
    tagOnCreate('MonitorTagOnCreate', ['CreateMonitoringSchedule', 'CreateProcessingJob'], resources),
    volumeGrant('MonitorVolumeKeyGrant'),
  ],
  repairs: [],
  differences: [scopedToAccount(['MonitorCreate', 'MonitorFollow'])],
  notes: [
    repairedDefect(
      'Describing, deleting, starting and stopping are part of every form; Role Manager’s form with a VPC loses these six actions.',
    ),
    {
      text: 'One of SageMaker Role Manager’s activities, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
