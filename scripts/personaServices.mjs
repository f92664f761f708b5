/**
 * Services that the policies of SageMaker's personas name as they start, and the guardrails: their data is there without a network.
 * `precache.test.mjs` holds that these are all.
 */
export const PERSONA_SERVICES = [
  'airflow-serverless',
  'application-autoscaling',
  'bedrock-agentcore',
  'cloudwatch',
  'datazone',
  'ec2',
  'ecr',
  'eks',
  'eks-auth',
  'elasticfilesystem',
  'glue',
  'iam',
  'kms',
  'lakeformation',
  'lambda',
  'logs',
  's3',
  'sagemaker',
  'sagemaker-mlflow',
  'ssmmessages',
  'sts',
];

/** Services that only activities name which no persona starts with: there without a network, too, and loaded with these activities. */
export const ADDED_SERVICES = [
  'athena',
  'cloudformation',
  'codebuild',
  'cognito-idp',
  'elasticmapreduce',
  'events',
  'organizations',
  'sns',
  'sqs',
  'ssm',
  'sso',
];
