import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';
import { managedPolicyPage, unifiedStudioGuide } from '../dataZone.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

const dataZoneAuthorizes: Reason = {
  text: 'IAM policies show only part of the access. Amazon DataZone authorizes users by their projects and domain units, and AWS Lake Formation grants access to data.',
  source: `${unifiedStudioGuide}/security-accesss-control-patterns.html`,
};

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
    {
      text: 'Includes app image configurations with the name prefix. They set the command that JupyterLab and Code Editor start with, with the execution role of the user who starts them. Use a different prefix for users with other roles.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerConfig.html',
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
      text: 'Sessions use IAM credentials and can stay open for up to 12 hours after a sign-out from IAM Identity Center. To prevent them, use the guardrail “Deny remote access to Studio spaces”.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/remote-access-remote-setup.html',
    },
  ],
  manageDomains: [
    {
      text: 'Only the specified domains can be changed. Create the first domain, enter its ID, and export again.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Updates can name other networks, images, and lifecycle configurations. Guardrails limit them.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Anyone who can open a user profile gets the permissions of its execution role, so presigned URLs are not included.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-updated-spaces.html',
    },
  ],
  manageStudioImages: [
    {
      text: 'A lifecycle configuration runs with the execution role of the user who starts the app. Review the scripts.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/studio-lifecycle-configurations.html',
    },
    {
      text: 'An app image configuration sets the command that JupyterLab and Code Editor start with, and a new version of an image is used if no version is specified. Both run with the execution role of the user.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ContainerConfig.html',
    },
    { text: 'An image is created with a role that reads it from ECR.', source: sources.apiPermissions },
  ],
  scheduleNotebooks: [
    {
      text: 'The AWS sample can pass any role and tag any job. It can also create the bucket sagemaker-automated-execution-…, which is not included. Create the bucket once, with encryption and versioning.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'The conditions on the scheduler’s tag are those of the AWS sample, which was written for local Jupyter. AWS doesn’t document whether create requests carry the tag. Test scheduling a notebook first.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'Users can change each other’s schedules and notebooks, and so run code with the execution roles of others. The scheduler’s tag doesn’t name the owner.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
    {
      text: 'In Studio, the execution role of the user profile schedules notebooks. Its name prefix doesn’t apply, because job names are generated from the notebook.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-studio.html',
    },
  ],
  runNotebookJobs: [
    {
      text: 'The AWS sample can start any pipeline and any training job, and pass any role. This version starts only pipelines and jobs with the scheduler’s tags, inferred from its open-source code. Test a schedule first.',
      source: 'https://github.com/aws/amazon-sagemaker-jupyter-scheduler',
    },
    {
      text: 'Notebooks run with this role. Add access to the data that they read.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/scheduled-notebook-policies-other.html',
    },
  ],
  useCanvas: [
    {
      text: 'From the managed policy AmazonSageMakerCanvasFullAccess, without its data sources (Amazon Redshift, Athena, EMR Serverless, secrets), Amazon Forecast, the model registry, and buckets whose name contains “sagemaker”. AWS doesn’t document the minimum permissions for Canvas. Test building a model first.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerCanvasFullAccess.html',
    },
    {
      text: 'Data and results are in the work locations. Set the Canvas storage location in the domain to one of them.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/canvas-storage-configuration.html',
    },
    {
      text: 'Images are pulled only from the registries that AWS lists for the Region. Canvas can use others. If a job fails because of its image, enter the account in “AWS accounts with framework images”, with the accounts of the list that you need. Your entries replace the list.',
      source: sources.imageRegistries,
    },
    {
      text: 'Jobs and models are limited only by “canvas” in their names, so Canvas users can change each other’s. They can also stop each other’s Canvas apps in the domain.',
      source: sources.sagemakerActions,
    },
  ],
  runUnifiedDomain: [
    dataZoneAuthorizes,
    {
      text: 'The AWS version has four statements of the managed policy SageMakerStudioDomainExecutionRolePolicy. The other six are about Amazon Q, Git connections, and resource shares: add them to the role if you use these.',
      source: managedPolicyPage('SageMakerStudioDomainExecutionRolePolicy'),
    },
    {
      text: 'AWS doesn’t document which of these actions each page of the portal needs, and extends its managed policy. The role is one for all users of the domain.',
      source: `${unifiedStudioGuide}/AmazonSageMakerDomainExecution.html`,
    },
  ],
  passUnifiedQueryRole: [
    dataZoneAuthorizes,
    {
      text: 'This is only what a query role of yours adds. Attach the managed policy SageMakerStudioProjectProvisioningRolePolicy to the role as well: at more than 50,000 characters, it doesn’t fit into a policy of your own, and AWS doesn’t document which of its statements each blueprint needs.',
      source: managedPolicyPage('SageMakerStudioProjectProvisioningRolePolicy'),
    },
  ],
  openUnifiedProjects: [
    dataZoneAuthorizes,
    {
      text: 'For IAM-based domains. In domains with IAM Identity Center, people sign in with their user, and need no role.',
      source: `${unifiedStudioGuide}/projects-iam-based-domains.html`,
    },
    {
      text: 'datazone:GetEnvironmentCredentials returns credentials of the project role. DataZone decides for which projects.',
      source: 'https://docs.aws.amazon.com/datazone/latest/APIReference/API_GetEnvironmentCredentials.html',
    },
  ],
  useUnifiedProject: [
    dataZoneAuthorizes,
    {
      text: 'For IAM-based domains, where you can use your own role. The AWS managed policies for such roles, SageMakerStudioUserIAMDefaultExecutionPolicy and SageMakerStudioProjectUserRolePolicy, have 19,000 and 54,000 characters and don’t fit into a policy of your own. Features that this activity lacks need the managed policy or further activities.',
      source: `${unifiedStudioGuide}/setup-projects-iam-based-domains.html`,
    },
    {
      text: 'AWS doesn’t document the least permissions of a project role. These are parts of its managed policies. Test them with your tools.',
      source: managedPolicyPage('SageMakerStudioProjectUserRolePolicy'),
    },
  ],
  deployUnifiedProject: [
    dataZoneAuthorizes,
    {
      text: 'These are the calls that the AWS tool aws-smus-cicd-cli makes to deploy to a project that exists, with workflows of Amazon MWAA Serverless. The sample policy of the tool allows all of SageMaker, DataZone, S3, and CloudFormation, and passing and changing any role; its mwaa:* is no action prefix. AWS says that the least permissions aren’t documented yet.',
      source:
        'https://github.com/aws/CICD-for-SageMakerUnifiedStudio/blob/main/docs/github-actions-integration.md',
    },
    {
      text: 'The role must also be a member of the project.',
      source:
        'https://github.com/aws/CICD-for-SageMakerUnifiedStudio/blob/main/docs/getting-started/admin-quickstart.md',
    },
    {
      text: 'The log groups of workflows aren’t confirmed by AWS documentation. Check their names in your account.',
      source: 'https://docs.aws.amazon.com/mwaa/latest/mwaa-serverless-userguide/',
    },
  ],
  runUnifiedQueries: [
    dataZoneAuthorizes,
    {
      text: 'The AWS version is the managed policy SageMakerStudioQueryExecutionRolePolicy. Three of its statements apply only to a role with the tag SageMakerStudioQueryExecutionRole.',
      source:
        'https://docs.aws.amazon.com/sagemaker-unified-studio/latest/adminguide/AmazonSageMakerQueryExecution.html',
    },
  ],
};
