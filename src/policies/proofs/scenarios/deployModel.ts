import { arn, carefulCall, object, sageMaker } from '../proof.ts';
import { type Scenario, steps } from './scenario.ts';

const role = '<SAGEMAKER_MODEL_EXECUTION_ROLE_ARN>';
const model = sageMaker('model/<NAME_PREFIX>1');
const tagged = {
  'aws:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
  'ecr:ResourceTag/<ECR_TAG_KEY>': '<ECR_TAG_VALUE>',
};

export const deployModel: Scenario = {
  id: 'deployModel',
  title: 'Deploy a model behind an endpoint',
  summary: 'From the model to the endpoint that serves it.',
  steps: steps([
    ['notebookRole', 'creates the model', 'sagemaker:CreateModel', model, carefulCall],
    [
      'notebookRole',
      'passes the model role',
      'iam:PassRole',
      role,
      { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
    ],
    [
      'notebookRole',
      'configures the endpoint',
      'sagemaker:CreateEndpointConfig',
      sageMaker('endpoint-config/<NAME_PREFIX>1'),
      carefulCall,
    ],
    [
      'notebookRole',
      'creates the endpoint',
      'sagemaker:CreateEndpoint',
      sageMaker('endpoint/<NAME_PREFIX>1'),
      carefulCall,
    ],
    [
      'hostingRole',
      'is taken by SageMaker',
      'sts:AssumeRole',
      role,
      { 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceArn': model },
      { trust: 'sageMakerService', caller: 'sagemaker.amazonaws.com' },
    ],
    ['hostingRole', 'joins the subnet', 'ec2:CreateNetworkInterface', arn('ec2', 'subnet/<SUBNET_ID>')],
    [
      'hostingRole',
      'pulls the image',
      'ecr:BatchGetImage',
      arn('ecr', 'repository/<ECR_REPOSITORY_PREFIX>/server'),
      tagged,
    ],
    [
      'hostingRole',
      'loads the model',
      's3:GetObject',
      object('<MODEL_BUCKET_NAME>/<MODEL_PREFIX>/model.tar.gz'),
    ],
    ['hostingRole', 'decrypts it', 'kms:Decrypt', '<DATA_KMS_CMK_ARN>'],
    [
      'hostingRole',
      'writes its log',
      'logs:PutLogEvents',
      arn('logs', 'log-group:/aws/sagemaker/Endpoints/1:log-stream:1'),
    ],
    [
      'notebookRole',
      'sees that it is in service',
      'sagemaker:DescribeEndpoint',
      sageMaker('endpoint/<NAME_PREFIX>1'),
    ],
  ]),
  source:
    'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createmodel-perms',
};
