import type { Activity } from './activity.ts';
import { onlineStoreKey, onlineStoreKeyOption } from './onlineStoreKey.ts';
import { arn, listAll } from './roleManager.ts';

const groups = [arn('feature-group')];

export const readFeatures: Activity = {
  id: 'readFeatures',
  title: 'Read features',
  summary: 'Get records of feature groups with the name prefix, and view the groups.',
  status: 'missingInGuide',
  options: [onlineStoreKeyOption],
  hardened: [
    {
      Sid: 'FeaturesRead',
      Effect: 'Allow',
      Action: [
        'sagemaker:BatchGetRecord',
        'sagemaker:DescribeFeatureGroup',
        'sagemaker:DescribeFeatureMetadata',
        'sagemaker:GetRecord',
        'sagemaker:ListRecords',
      ],
      Resource: groups,
    },
    listAll('FeaturesFind', ['sagemaker:ListFeatureGroups', 'sagemaker:Search']),
    onlineStoreKey('FeaturesReadKey'),
  ],
};
