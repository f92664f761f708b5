import { carefulCall, sageMaker } from '../proof.ts';
import { type Scenario, steps } from './scenario.ts';

export const frameworkImages: Scenario = {
  id: 'frameworkImages',
  title: 'Use framework images of AWS',
  summary: 'A training job and a model with a PyTorch, TensorFlow, or Hugging Face image of AWS.',
  steps: steps([
    {
      persona: 'notebookRole',
      title: 'starts a training job with an AWS image',
      action: 'sagemaker:CreateTrainingJob',
      resource: sageMaker('training-job/<NAME_PREFIX>1'),
      context: carefulCall,
      carries: ['role', 'awsImage'],
      role: { persona: 'trainingRole', arn: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' },
    },
    {
      persona: 'notebookRole',
      title: 'creates a model with an AWS image',
      action: 'sagemaker:CreateModel',
      resource: sageMaker('model/<NAME_PREFIX>1'),
      context: carefulCall,
      carries: ['role', 'awsImage'],
      role: { persona: 'hostingRole', arn: '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>' },
    },
  ]),
  source: 'https://aws.github.io/deep-learning-containers/reference/region_availability/',
};
