import { arn, carefulCall, object, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const job = sageMaker('training-job/<NAME_PREFIX>1');
const input = object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/train.csv');

export const trainInVpc: Scenario = {
  id: 'trainInVpc',
  title: 'Train in a VPC with a KMS key',
  summary:
    'Opens a notebook and trains a model to S3. The job has tags, a volume key, an output key, and your own image.',
  steps: steps([
    [
      'dataScientist',
      'opens their notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      sageMaker('notebook-instance/analysis'),
      { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana', 'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana' },
    ],
    {
      persona: 'notebookRole',
      title: 'starts the training job',
      action: 'sagemaker:CreateTrainingJob',
      resource: job,
      context: carefulCall,
      carries: ['role', 'image', 'inputKey', 'logGroup'],
      role: { persona: 'trainingRole', arn: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' },
      logGroup: arn('logs', 'log-group:/aws/sagemaker/TrainingJobs'),
    },
    [
      'trainingRole',
      'lists the input',
      's3:ListBucket',
      object('<INPUT_BUCKET_NAME>'),
      { 's3:prefix': '<INPUT_PREFIX>' },
    ],
    ['trainingRole', 'reads the input', 's3:GetObject', input],
    [
      'trainingRole',
      'writes the model',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/model.tar.gz'),
    ],
    ['notebookRole', 'checks that the job is complete', 'sagemaker:DescribeTrainingJob', job],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
};
