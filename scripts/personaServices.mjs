/**
 * Services that the policies of SageMaker's personas and the guardrails name: their data is there without a network.
 * `precache.test.mjs` holds that these are all.
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
  'lakeformation',
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

/** Services that only the roles which plan and apply exported code call: there without a network, too, and loaded with these roles. */
export const DELIVERY_SERVICES = ['cloudformation', 'organizations', 'sso'];
