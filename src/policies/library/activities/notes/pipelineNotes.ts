import type { Reason } from '../activity.ts';
import { roleManagerPage, roleManagerLibrary } from '../roleManager.ts';

/** Activity id → what a reader must know that no statement can say. */
export const pipelineNotes: Readonly<Record<string, readonly Reason[]>> = {
  managePipelines: [
    {
      text: 'By default, the jobs of a pipeline are named pipelines-…, which the name prefix doesn’t match. Set use_custom_job_prefix=True in the PipelineDefinitionConfig, and a base_job_name with the name prefix in each step.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html#build-and-manage-step-permissions-prefix',
    },
    {
      text: 'Includes updating a pipeline (UpdatePipeline). The SageMaker Role Manager template can only create one.',
      source: roleManagerLibrary,
    },
    {
      text: 'The steps run with the pipeline execution role, which needs permissions to start jobs. Add “Manage all kinds of jobs” to it.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
    },
    { text: 'From SageMaker Role Manager, which is closed to new customers.', source: roleManagerPage },
  ],
  pipelineSteps: [
    {
      text: 'AWS documents what the role needs in words: pass the roles of the steps, create and describe each type of job, and read S3 for JsonGet. The only sample policy lists s3:HeadObject, which isn’t an action.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html',
    },
    {
      text: 'With generated names, the role can also follow and stop the jobs of other pipelines in the account.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-access.html#build-and-manage-step-permissions-prefix',
    },
    {
      text: 'AutoML, Clarify, and quality check steps are not included. Clarify and quality checks run as processing jobs, with generated names that AWS doesn’t document.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/build-and-manage-steps.html',
    },
  ],
  pipelineIntegrations: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerPipelinesIntegrations. EMR steps need it, or a policy for your own EMR clusters.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerPipelinesIntegrations.html',
    },
  ],
  readRoles: [
    {
      text: 'The calls depend on the tool’s version. For VPC endpoint policies and organization policies in the exported code, add the Amazon EC2 and AWS Organizations read actions that the tool needs.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html',
    },
    {
      text: 'The names of roles start with the name of the policy set. Enter that as the prefix.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
  ],
  createRoles: [
    {
      text: 'Without the boundary, a pipeline that creates roles could create one that can do anything. Give the exported roles the boundary (Guardrails, “Permissions boundary”), with this name.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    },
    {
      text: 'The pipeline role’s name must not start with the prefix. Otherwise, the role can change itself.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    },
    {
      text: 'For existing roles, iam:PermissionsBoundary is the boundary that is attached to the role.',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    },
  ],
  terraformState: [
    {
      text: 'These are the permissions that Terraform documents for the S3 backend with use_lockfile. A plan also writes the lock, and with -refresh can write the state.',
      source: 'https://developer.hashicorp.com/terraform/language/backend/s3',
    },
  ],
};
