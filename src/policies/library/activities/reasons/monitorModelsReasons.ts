import type { ActivityReasons } from '../activityReasons.ts';
import { roleManagerLibrary } from './sources.ts';
import {
  fromRoleManager,
  passedRole,
  scopedToAccount,
  taggedOnCreation,
  volumeKeyGrant,
} from './sharedReasons.ts';

export const monitorModelsReasons: ActivityReasons = {
  differences: [
    {
      tag: 'hardening',
      statements: ['MonitorCreate', 'MonitorFollow', 'MonitorDefine', 'MonitorDefinitions'],
      ...scopedToAccount,
    },
    {
      tag: 'validity',
      statements: ['MonitorDefine', 'MonitorDefinitions', 'MonitorDefinitionTags'],
      text: 'The monitors of the SageMaker SDK create a job definition first. Without it, the schedule can’t be created.',
      source:
        'https://github.com/aws/sagemaker-python-sdk/blob/master/src/sagemaker/model_monitor/model_monitoring.py',
    },
  ],
  companions: [
    { statements: ['MonitorDefinitionTags', 'MonitorTagOnCreate'], ...taggedOnCreation },
    { statements: ['MonitorPassRole'], ...passedRole },
    { statements: ['MonitorVolumeKeyGrant'], ...volumeKeyGrant },
  ],
  notes: [
    {
      text: 'Describe, delete, start, and stop actions are always included. The SageMaker Role Manager template with a VPC lacks these six actions.',
      source: roleManagerLibrary,
    },
    fromRoleManager,
  ],
};
