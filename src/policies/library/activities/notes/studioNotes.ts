import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

/** Activity id → what a reader must know that no statement can say. */
export const studioNotes: Readonly<Record<string, readonly Reason[]>> = {
  consoleReadAccess: [
    {
      text: 'Search returns the settings of resources even to callers who can’t describe them.',
      source: sources.apiPermissions,
    },
    {
      text: 'Tag conditions have no effect on List actions and Search: the job names of all teams are visible.',
      source: sources.policyExamples,
    },
    {
      text: 'Console pages also call CloudWatch Logs and EC2. Those permissions aren’t part of this activity.',
      source: sources.policyExamples,
    },
  ],
  notebookAccessByOwner: [
    {
      text: 'The guide shows two alternatives with the same Sid. A policy can use only one of them.',
      source: 'https://github.com/kubernetes/kops/issues/4951',
    },
    {
      text: 'You can restrict the presigned URL further with aws:SourceVpce or aws:SourceIp.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-ip-filter.html',
    },
    {
      text: 'An instance with a private Git repository also requires secretsmanager:GetSecretValue on its secret.',
      source: sources.apiPermissions,
    },
  ],
  studioAccessByOwner: [
    {
      text: 'If the domain uses IAM Identity Center, this policy doesn’t control access. Assigning users to the domain does.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-interface-endpoint.html',
    },
  ],
  notebookData: [
    {
      text: 'default_bucket() of the SDK lists the bucket to check that it exists, without a prefix unless you set default_bucket_prefix. Set it to the prefix that you entered, or enter a bucket without a prefix.',
      source: 'https://github.com/aws/sagemaker-python-sdk/blob/master/src/sagemaker/session.py',
    },
    {
      text: 'Set default_bucket in the SDK session to one of these buckets. Otherwise the SDK tries to create one.',
      source: 'https://github.com/aws/sagemaker-python-sdk/pull/3165',
    },
    {
      text: 'Listing is limited to the prefix. Code that lists the root of the bucket or checks that the bucket exists is denied.',
      source: sources.s3Actions,
    },
  ],
  runStudioApps: [
    {
      text: 'In the first version of SageMaker Role Manager, the template with a key lacks iam:PassRole. Opening apps doesn’t pass a role, so it isn’t included here. Jobs started from Studio pass their role in a separate activity.',
      source: roleManagerLibrary,
    },
    {
      text: 'Covers the whole domain. To keep people out of each other’s spaces, add the guardrail “Require your own Studio space”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-access-control.html',
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
    { text: 'The key policy must also allow grants on the key.', source: sources.keyPolicies },
  ],
  remoteIde: [
    {
      text: 'The AWS Toolkit also starts and stops the app of a space and turns remote access on, which is part of “Run Studio applications”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access-remote-setup.html',
    },
    {
      text: 'Sessions use IAM credentials and can stay open for up to 12 hours after a sign-out from IAM Identity Center. To prevent them, use the guardrail on remote access.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access-remote-setup.html',
    },
  ],
  manageDomains: [
    {
      text: 'Only the specified domains can be changed: create the first domain, enter its ID, and export again.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Updates can name other networks, images, and lifecycle configurations. Guardrails limit them.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Opening a user profile would give the access of its execution role, so presigned URLs are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    },
  ],
  manageStudioImages: [
    {
      text: 'A lifecycle configuration runs with the execution role of the user who starts the app: review the scripts.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html',
    },
    { text: 'An image is created with a role that reads it from ECR.', source: sources.apiPermissions },
  ],
  scheduleNotebooks: [
    {
      text: 'The AWS sample passes any role, and tags any job. It also creates the bucket sagemaker-automated-execution-…, which is not included: create it once, encrypted and with versions.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'The conditions on the tag of the scheduler are those of the AWS sample, which was written for local Jupyter. Whether a call that creates something carries the tag isn’t confirmed in the AWS documentation: schedule a notebook before you rely on it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'In Studio, the execution role of the user profile schedules. Its name prefix doesn’t apply, since job names are made from the notebook.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-studio.html',
    },
  ],
  runNotebookJobs: [
    {
      text: 'The AWS sample starts any pipeline and any training job, and passes any role. Here only what has the tag of the scheduler is started, inferred from the tags that its open source code sets: run a schedule before you rely on it.',
      source: 'https://github.com/aws/amazon-sagemaker-jupyter-scheduler',
    },
    {
      text: 'Notebooks run with this role: add the data that they read.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
  ],
  useCanvas: [
    {
      text: 'From the managed policy AmazonSageMakerCanvasFullAccess, without its data sources (Amazon Redshift, Athena, EMR Serverless, secrets), Amazon Forecast, the model registry, and buckets whose name contains “sagemaker”. What Canvas needs at least isn’t confirmed in the AWS documentation: build a model before you rely on it.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerCanvasFullAccess.html',
    },
    {
      text: 'Data and results are in the work locations: set the storage location of Canvas in the domain to one of them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/canvas-storage-configuration.html',
    },
    {
      text: 'Names with “canvas” are the only limit on jobs and models, so users of Canvas can change each other’s.',
      source: sources.sagemakerActions,
    },
  ],
  runUnifiedQueries: [
    {
      text: 'Amazon DataZone also authorizes: what a user of Unified Studio can do follows from the projects and domain units that the user is a member of, and data is granted by AWS Lake Formation. IAM policies don’t show it.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/security-accesss-control-patterns.html',
    },
    {
      text: 'The AWS version is the managed policy SageMakerStudioQueryExecutionRolePolicy. Three of its statements apply only to a role with the tag SageMakerStudioQueryExecutionRole.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerQueryExecution.html',
    },
  ],
};
