import type { Activity } from './activity.ts';
import { arn, listAll, passRole, tagOnCreate, tagsOption } from './roleManager.ts';

const algorithms = [arn('algorithm')];

export const packageAlgorithms: Activity = {
  id: 'packageAlgorithms',
  title: 'Package algorithms',
  summary: 'Create algorithms for your account or AWS Marketplace, and validate them with training jobs.',
  status: 'missingInGuide',
  options: [tagsOption],
  hardened: [
    {
      Sid: 'Algorithms',
      Effect: 'Allow',
      Action: ['sagemaker:CreateAlgorithm', 'sagemaker:DeleteAlgorithm', 'sagemaker:DescribeAlgorithm'],
      Resource: algorithms,
    },
    listAll('AlgorithmsList', ['sagemaker:ListAlgorithms']),
    passRole('AlgorithmsPassRole', '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>'),
    tagOnCreate('AlgorithmsTag', ['CreateAlgorithm'], algorithms),
  ],
};
