import { arn, carefulCall, object, sageMaker } from '../accessTest.ts';
import { type Scenario, steps } from './scenario.ts';

const job = sageMaker('job/AgentRFT/<NAME_PREFIX>1');

export const customizeWithAgent: Scenario = {
  id: 'customizeWithAgent',
  title: 'Customize a model with an agent',
  summary:
    'A user starts a job with CreateJob, the job calls the agent on AgentCore, and the agent reports rewards.',
  steps: steps([
    ['modelCustomizer', 'creates the job', 'sagemaker:CreateJob', job, carefulCall],
    [
      'modelCustomizer',
      'passes the role of the job',
      'iam:PassRole',
      '<CUSTOMIZATION_ROLE_ARN>',
      { 'iam:PassedToService': 'job.sagemaker.amazonaws.com' },
    ],
    [
      'customizationJobRole',
      'is assumed by the CreateJob service',
      'sts:AssumeRole',
      '<CUSTOMIZATION_ROLE_ARN>',
      {},
      { trust: 'jobService', caller: 'job.sagemaker.amazonaws.com' },
    ],
    [
      'customizationJobRole',
      'reads prompts',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/prompts.jsonl'),
    ],
    [
      'customizationJobRole',
      'invokes the agent',
      'bedrock-agentcore:InvokeAgentRuntime',
      arn('bedrock-agentcore', 'runtime/<NAME_PREFIX>1'),
    ],
    ['agentRuntimeRole', 'samples from the model', 'sagemaker:Sample', job],
    ['agentRuntimeRole', 'reports the reward', 'sagemaker:UpdateReward', job],
    [
      'customizationJobRole',
      'registers the model',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
    ],
    [
      'modelApprover',
      'approves it',
      'sagemaker:UpdateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      { 'sagemaker:ModelApprovalStatus': 'Approved' },
    ],
  ]),
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
};
