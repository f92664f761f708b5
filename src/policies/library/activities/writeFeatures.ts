import type { Activity } from './activity.ts';
import { onlineStoreKey, onlineStoreKeyOption } from './onlineStoreKey.ts';
import { arn } from './roleManager.ts';

const groups = [arn('feature-group')];

export const writeFeatures: Activity = {
  id: 'writeFeatures',
  title: 'Ingest features',
  summary: 'Put records into feature groups with the name prefix.',
  status: 'missingInGuide',
  options: [
    {
      id: 'delete',
      label: 'Delete records',
      help: 'Whether records can be deleted from the online store.',
      choices: [
        { value: 'off', label: 'No', help: 'Records can only be added and replaced.' },
        { value: 'on', label: 'Yes', help: 'Adds sagemaker:DeleteRecord.' },
      ],
      default: 'off',
      stances: ['hardened'],
    },
    onlineStoreKeyOption,
  ],
  hardened: [
    {
      Sid: 'FeaturesWrite',
      Effect: 'Allow',
      Action: ['sagemaker:BatchWriteRecord', 'sagemaker:DescribeFeatureGroup', 'sagemaker:PutRecord'],
      Resource: groups,
    },
    {
      Sid: 'FeaturesDelete',
      Effect: 'Allow',
      Action: ['sagemaker:DeleteRecord'],
      Resource: groups,
      when: { delete: 'on' },
    },
    onlineStoreKey('FeaturesWriteKey'),
  ],
};
