import type { ActivityReasons } from '../activityReasons.ts';
import { sources } from './sources.ts';

export const elasticInferenceReasons: ActivityReasons = {
  notes: [
    {
      text: 'Elastic Inference closed to new customers on April 15, 2023, and AWS no longer lists the service. Don’t select this activity.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
    },
    {
      text: 'The Sid in the guide says “Interface” instead of “Inference”. A Sid has no effect, so it’s unchanged.',
      source: sources.sid,
    },
  ],
};
