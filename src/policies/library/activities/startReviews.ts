import type { Activity } from './activity.ts';
import { arn } from './roleManager.ts';

export const startReviews: Activity = {
  id: 'startReviews',
  title: 'Request human reviews',
  summary:
    'Start Augmented AI (A2I) human loops of workflows with the name prefix, and read and stop these loops.',
  status: 'missingInGuide',
  options: [],
  hardened: [
    {
      Sid: 'HumanLoopsStart',
      Effect: 'Allow',
      Action: ['sagemaker:StartHumanLoop'],
      Resource: [arn('flow-definition')],
    },
    {
      Sid: 'HumanLoops',
      Effect: 'Allow',
      Action: ['sagemaker:DescribeHumanLoop', 'sagemaker:StopHumanLoop'],
      Resource: [arn('human-loop')],
    },
  ],
};
