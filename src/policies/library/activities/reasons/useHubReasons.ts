import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const useHubReasons: ActivityReasons = {
  notes: [
    {
      text: 'Matches the permissions that AWS RAM grants on shared hubs. Models and endpoints are created with other activities, and the execution role reads the model. Turn on “JumpStart models” for the execution role.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-ram.html',
    },
    {
      text: 'The AWS sample for fine-tuning allows TrainHubModel on every hub of the account. A hub of another account must also allow it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/jumpstart-curated-hubs-fine-tune.html',
    },
    {
      text: 'The public hub isn’t included, so users find only models in this hub.',
      source: sources.sagemakerActions,
    },
  ],
};
