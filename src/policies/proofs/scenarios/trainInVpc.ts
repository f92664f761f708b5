import { arn, carefulCall, object, sageMaker } from '../proof.ts';
import { type Scenario, steps } from './scenario.ts';

const job = sageMaker('training-job/<NAME_PREFIX>1');
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};
const image = arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/trainer');
const role = '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>';

export const trainInVpc: Scenario = {
  id: 'trainInVpc',
  title: 'Train in a VPC with a KMS key',
  summary: 'From opening the notebook to the model in S3.',
  steps: steps([
    [
      'dataScientist',
      'opens their notebook',
      'sagemaker:CreatePresignedNotebookInstanceUrl',
      sageMaker('notebook-instance/analysis'),
      { 'sagemaker:ResourceTag/<OWNER_TAG_KEY>': 'ana', 'aws:PrincipalTag/<PRINCIPAL_TAG_KEY>': 'ana' },
    ],
    ['notebookRole', 'starts the training job', 'sagemaker:CreateTrainingJob', job, carefulCall],
    [
      'notebookRole',
      'passes the job role',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
    [
      'trainingRole',
      'is taken by SageMaker',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': job },
      { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' },
    ],
    ['trainingRole', 'joins the subnet', 'ec2:CreateNetworkInterface', arn('ec2', 'subnet/<SUBNET_ID>')],
    ['trainingRole', 'looks at its interface', 'ec2:DescribeNetworkInterfaces', '*'],
    [
      'trainingRole',
      'lets SageMaker use the volume key',
      'kms:CreateGrant',
      '<VOLUME_KMS_CMK_ARN>',
      { 'kms:GrantIsForAWSResource': 'true' },
    ],
    ['trainingRole', 'signs in to the image registry', 'ecr:GetAuthorizationToken', '*'],
    ['trainingRole', 'pulls the image', 'ecr:BatchGetImage', image, tagged],
    [
      'trainingRole',
      'lists the input',
      's3:ListBucket',
      object('<INPUT_BUCKET_NAME>'),
      { 's3:prefix': '<INPUT_PREFIX>' },
    ],
    [
      'trainingRole',
      'reads the input',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/train.csv'),
    ],
    ['trainingRole', 'decrypts it', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>'],
    [
      'trainingRole',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:1'),
    ],
    ['trainingRole', 'encrypts the model', 'kms:GenerateDataKey', '<DATA_KMS_CMK_ARN>'],
    [
      'trainingRole',
      'writes the model',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/model.tar.gz'),
    ],
    ['notebookRole', 'sees that it is done', 'sagemaker:DescribeTrainingJob', job],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
};
