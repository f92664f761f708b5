import type { Activity } from './activity.ts';
import { sources } from './sources.ts';

export const elasticInference: Activity = {
  id: 'elasticInference',
  title: 'Connect to Elastic Inference',
  summary: 'Accelerators for hosted models. The service is gone; the statement does nothing.',
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
      text: 'Elastic Inference was closed to new customers on 15 April 2023 and is no longer in AWS’s list of services. Leave the activity out.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/ei.html',
    },
    {
      text: 'The published Sid says “Interface” where “Inference” is meant. A Sid has no effect, so it stays.',
      source: sources.sid,
    },
  ],
  status: 'retired',
};
