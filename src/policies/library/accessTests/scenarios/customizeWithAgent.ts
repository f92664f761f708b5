import { arn, object, sageMaker } from '../accessTest.ts';
import { carefulWith, type Scenario, steps } from './scenario.ts';

const job = sageMaker('job/AgentRFT/<NAME_PREFIX>1');

export const customizeWithAgent: Scenario = {
  id: 'customizeWithAgent',
  title: 'Customize a model with an agent',
  summary:
    'A user starts a job with CreateJob, the job calls the agent on AgentCore, and the agent reports rewards. The job has tags, and a VPC and an output key where a guardrail requires them.',
  steps: steps([
    {
      persona: 'modelCustomizer',
      title: 'creates the job',
      action: 'sagemaker:CreateJob',
      resource: job,
      context: carefulWith('tags', 'vpc', 'outputKey'),
      carries: ['role'],
      role: { persona: 'customizationJobRole', arn: '<CUSTOMIZATION_ROLE_ARN>' },
    },
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
  onlyUnder: {
    vpc: ['vpcOnly', 'approvedNetworks'],
    outputKey: ['outputEncryption', 'approvedKeys'],
  },
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
};
