import { arn, carefulCall, object, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const job = sageMaker('processing-job/<NAME_PREFIX>1');

export const processInVpc: Scenario = {
  id: 'processInVpc',
  title: 'Process data in a VPC',
  summary:
    'Runs a processing job from start to output. AWS doesn’t document how it checks the network permissions of such a job, only that they must not be limited, so they are tested without a resource.',
  steps: steps([
    {
      persona: 'notebookRole',
      title: 'starts the processing job',
      action: 'sagemaker:CreateProcessingJob',
      resource: job,
      context: carefulCall,
      carries: ['role', 'image', 'inputKey', 'logGroup'],
      role: { persona: 'trainingRole', arn: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' },
      logGroup: arn('logs', 'log-group:/aws/sagemaker/ProcessingJobs'),
    },
    ['trainingRole', 'reads the input', 's3:GetObject', object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/raw.csv')],
    [
      'trainingRole',
      'writes the output',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/clean.csv'),
    ],
    ['notebookRole', 'checks that the job is complete', 'sagemaker:DescribeProcessingJob', job],
  ]),
  source:
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms',
};
