/**
 * Services that the personas' policies and their guardrails name: their data is there without a network. `precache.test.mjs`
 * holds that these are all.
 */
export const PERSONA_SERVICES = [
  'airflow-serverless',
  'application-autoscaling',
  'athena',
  'bedrock-agentcore',
  'cloudwatch',
  'codebuild',
  'cognito-idp',
  'datazone',
  'ec2',
  'ecr',
  'eks',
  'eks-auth',
  'elasticfilesystem',
  'elasticmapreduce',
  'events',
  'glue',
  'iam',
  'kms',
  'lambda',
  'logs',
  's3',
  'sagemaker',
  'sagemaker-mlflow',
  'sqs',
  'ssm',
  'ssmmessages',
  'sts',
];
