import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const elasticInference: Activity = {
  id: 'elasticInference',
  title: 'Connect to Elastic Inference',
  summary: 'Accelerators for hosted models. AWS discontinued the service, so the statement has no effect.',
  options: [],
  published: [
    {
      Sid: 'SageMakerElasticInterface',
      Effect: 'Allow',
      Action: ['elastic-inference:Connect'],
      Resource: ['*'],
      guide: [{ policy: 9, statement: 7 }],
    },
  ],
  repairs: [],
  differences: [],
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
  status: 'retired',
};
