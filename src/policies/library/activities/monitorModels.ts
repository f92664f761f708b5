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
  summary: 'Schedule monitoring of hosted models and view the processing jobs.',
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
      'Describe, delete, start, and stop actions are always included. The SageMaker Role Manager template with a VPC lacks these six actions.',
    ),
    {
      text: 'From SageMaker Role Manager, which is closed to new customers.',
      source: roleManagerPage,
    },
  ],
};
