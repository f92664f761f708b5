import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

/** Activity id → what a reader must know that no statement can say. */
export const jobNotes: Readonly<Record<string, readonly Reason[]>> = {
  runJobs: [
    {
      text: 'SageMaker starts the training jobs of a tuning job. A guardrail must list both create actions to apply to them (inferred from the condition keys).',
      source: sources.sagemakerActions,
    },
    {
      text: 'iam:PassRole lists roles individually. With a wildcard, the notebook could pass any role in the account to a job.',
      source: sources.passRole,
    },
  ],
  logsAndMetrics: [
    {
      text: 'The least-privilege version denies a container that publishes metrics to a custom namespace.',
      source: sources.cloudwatchActions,
    },
  ],
  jobVpcNetworking: [
    {
      text: 'For processing jobs in a VPC, AWS says not to limit these EC2 actions by conditions or resources, or its validation checks fail. Which calls those checks make isn’t documented, so the Strict setting isn’t confirmed for any job.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-createprocessingjob-perms',
    },
    {
      text: 'Without these permissions, a job in a VPC fails with an internal error that doesn’t name a permission.',
      source: 'https://github.com/aws/sagemaker-python-sdk/issues/3026',
    },
  ],
  jobEncryption: [
    {
      text: 'AWS documents kms:GrantIsForAWSResource for grants that its services create for the caller. Whether SageMaker creates the grant of every volume this way isn’t confirmed. If a job with a volume key fails on CreateGrant, remove the condition and try again.',
      source: sources.grantConditions,
    },
    {
      text: 'The key policy must also allow this role or delegate to IAM. An identity-based policy alone doesn’t grant access to a KMS key.',
      source: sources.keyPolicies,
    },
  ],
  jobData: [
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
      source: sources.s3Actions,
    },
  ],
  manageJobs: [
    {
      text: 'CreateAutoMLJob needs a role that can also create models, processing, and transform jobs. The training execution role of this page can’t: pass a separate role to AutoML.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html#sagemaker-roles-autopilot-perms',
    },
    {
      text: 'CreateTransformJob has no VPC condition key, so it’s in a separate statement. With the VPC condition, as in the SageMaker Role Manager templates, transform jobs could never start.',
      source: roleManagerLibrary,
    },
    {
      text: 'Stopping transform jobs is always included. The basic SageMaker Role Manager template lacks it.',
      source: roleManagerLibrary,
    },
    {
      text: 'Uses the new names of the KMS condition keys. The names in SageMaker Role Manager are deprecated.',
      source: roleManagerLibrary,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  manageExperiments: [
    {
      text: 'The SDK generates the names of trials, components, and artifacts, so no name prefix applies. Anyone with this activity can change all records.',
      source: roleManagerPage,
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  searchExperiments: [
    {
      text: 'DescribeLineageGroup doesn’t support resource-level permissions, so it uses "Resource": "*". With an ARN, as in the SageMaker Role Manager template, it never matches.',
      source: roleManagerLibrary,
    },
    {
      text: 'List and search actions can’t be limited by name or tag. Anyone with this activity can view the records of the whole account.',
      source: roleManagerPage,
    },
  ],
  accessAwsServices: [
    {
      text: 'Together with the logs, networking, encryption, data, and image activities of this role, it covers “Access Required AWS Services” in SageMaker Role Manager.',
      source: roleManagerLibrary,
    },
  ],
  runLabeling: [
    {
      text: 'The managed policy AmazonSageMakerGroundTruthExecution matches buckets, functions, and queues by parts of their names, in every account.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerGroundTruthExecution.html',
    },
    {
      text: 'Built-in tasks call AWS functions whose policies allow it. Streaming labeling jobs also need Amazon SQS and Amazon SNS, which are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-permission-execution-role.html',
    },
  ],
  manageLabeling: [
    {
      text: 'AWS documents sagemaker:WorkteamType and sagemaker:WorkteamArn for this, with samples that deny the public workforce.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-security-workforce-authentication.html',
    },
    {
      text: 'The labeling job reads the input and writes the results with its own role. The console also lists buckets and shows results, which is not included.',
      source: sources.apiPermissions,
    },
  ],
  manageWorkteams: [
    {
      text: 'Anyone who can change the user pool can let others in. Use a separate user pool for workers. Adding workers in Amazon Cognito and creating the workforce are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sms-workforce-private-use-cognito.html',
    },
  ],
  analyzeModels: [
    {
      text: 'AWS documents that the Clarify container creates and deletes a shadow endpoint, but not the permissions for it. The actions and the prefix sm-clarify- come from error messages and policies that users published. Test an analysis first. With a different endpoint name prefix, analyses are denied.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-how-it-works.html',
    },
    {
      text: 'The endpoints of all analyses in the account have the prefix sm-clarify-. This role can also invoke and delete those of other teams.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-how-it-works.html',
    },
    {
      text: 'Data bias, data quality, and model quality don’t need an endpoint.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-how-it-works.html',
    },
  ],
};
