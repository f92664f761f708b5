import { carefulCall, sageMaker } from '../accessTest.ts';
import { carefulWith, type Scenario, steps } from './scenario.ts';

export const frameworkImages: Scenario = {
  id: 'frameworkImages',
  title: 'Use AWS framework images',
  summary:
    'Runs a training job and creates a model with an AWS framework image (PyTorch, TensorFlow, Hugging Face).',
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
      context: carefulWith('tags', 'vpc'),
      carries: ['role', 'awsImage'],
      role: { persona: 'hostingRole', arn: '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>' },
    },
  ]),
  source: 'https://aws.github.io/deep-learning-containers/reference/region_availability/',
};
