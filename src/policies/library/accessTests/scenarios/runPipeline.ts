import { carefulCall, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const pipeline = sageMaker('pipeline/<NAME_PREFIX>1');

export const runPipeline: Scenario = {
  id: 'runPipeline',
  title: 'Run a pipeline',
  summary: 'Creates a pipeline and runs it. A step trains a model in the VPC and registers it.',
  steps: steps([
    {
      persona: 'mlopsEngineer',
      title: 'creates the pipeline',
      action: 'sagemaker:CreatePipeline',
      resource: pipeline,
      context: { 'aws:RequestTag/<REQUIRED_TAG_KEY>': 'ana', 'aws:TagKeys': ['<REQUIRED_TAG_KEY>'] },
      carries: ['role'],
      role: { persona: 'pipelineRole', arn: '<SAGEMAKER_PIPELINE_EXECUTION_ROLE_ARN>' },
    },
    ['mlopsEngineer', 'starts it', 'sagemaker:StartPipelineExecution', pipeline],
    {
      persona: 'pipelineRole',
      title: 'starts the training job of a step',
      action: 'sagemaker:CreateTrainingJob',
      resource: sageMaker('training-job/pipelines-abc123-train'),
      context: carefulCall,
      carries: ['role'],
      role: { persona: 'trainingRole', arn: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' },
    },
    [
      'pipelineRole',
      'registers the model',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
    ],
    ['mlopsEngineer', 'follows it', 'sagemaker:DescribePipelineExecution', `${pipeline}/execution/1`],
    ['mlopsEngineer', 'stops it', 'sagemaker:StopPipelineExecution', `${pipeline}/execution/1`],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
};
