/** Services whose actions the personas' policies name: their data is there from the start, and without a network. */
export const PERSONA_SERVICES = [
  'application-autoscaling',
  'athena',
  'cloudwatch',
  'codebuild',
  'ec2',
  'ecr',
  'glue',
  'iam',
  'kms',
  'logs',
  's3',
  'sagemaker',
  'sts',
];
