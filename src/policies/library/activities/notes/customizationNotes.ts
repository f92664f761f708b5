import type { Reason } from '../activity.ts';
import { sources } from '../sources.ts';

/** Activity id → what a reader must know that no statement can say. */
export const customizationNotes: Readonly<Record<string, readonly Reason[]>> = {
  customizeModel: [
    {
      text: 'The actions are those of the managed policy AmazonSageMakerJobFullAccess, which allows them on every bucket, function, agent runtime, and model package of the account. For a job in a VPC, add “Run jobs inside a VPC” and set “Job in your VPC” to Yes.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerJobFullAccess.html',
    },
    {
      text: 'The managed policy allows the MLflow actions on MLflow apps. The service authorization reference lists tracking servers only, so both are here with the same ID.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html',
    },
    {
      text: 'AWS base models are in a public hub, but the managed policy covers only hubs in your account. AWS doesn’t document permissions for the public hub here.',
      source:
        'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSageMakerJobFullAccess.html',
    },
  ],
  trainAgent: [
    {
      text: 'The AWS version is the managed policy AmazonSageMakerJobRuntimeAccess. The agent also needs the permissions that its tools require, and the permissions of AgentCore for its image and logs.',
      source: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
    },
  ],
  startCustomization: [
    {
      text: 'These actions are not in AmazonSageMakerFullAccess. Multi-turn reinforcement learning also needs the other model customization prerequisites.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
    },
  ],
  mlflowArtifacts: [
    {
      text: 'The AWS sample allows the same five model registry actions, and s3:Get*, s3:Put*, and s3:List* on all resources. AWS doesn’t document which S3 calls MLflow makes. Test a run with artifacts first.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-app-setup-prerequisites-iam.html',
    },
    {
      text: 'Automatic registration also approves and changes model packages: use a separate name prefix for packages that need approval.',
      source:
        'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-track-experiments-model-registration.html',
    },
    {
      text: 'AWS documents this role for apps as well.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-app-setup-prerequisites-iam.html',
    },
  ],
  manageMlflow: [
    {
      text: 'Tracking servers are limited to the name prefix. The ARN of an app has a generated ID, so this covers all apps of the account and Region.',
      source: sources.sagemakerActions,
    },
    {
      text: 'Managing a server doesn’t include opening it: add the MLflow user for that.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    },
  ],
  useMlflow: [
    {
      text: 'MLflow has no permissions by experiment: anyone who can track in a server or app can change every experiment in it. Deleting is not included.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html',
    },
    {
      text: 'The service authorization reference lists tracking servers as the resource of these actions, and AWS managed policies use apps as well, so both are here.',
      source:
        'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemakerwithmlflow.html',
    },
    {
      text: 'Artifacts are read from and written to S3 by the client itself, so the user also needs access to the artifact store.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/mlflow-create-tracking-server-iam.html',
    },
  ],
};
