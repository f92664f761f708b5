import type { Activity } from './activity.ts';

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
  status: 'retired',
};
