import { usesJobKeys, usesJobNetwork } from './jobRoleAdditions.ts';
import { arn, mustAllow, mustDeny, object, type AccessTest, sageMaker } from '../accessTest.ts';

const job = { activity: 'customizeModel' };
const role = '<CUSTOMIZATION_ROLE_ARN>';
const takes = { trust: 'jobService', caller: 'job.sagemaker.amazonaws.com' };
const runtime = arn('bedrock-agentcore', 'runtime/<NAME_PREFIX>1');

export const customizationJobRole: readonly AccessTest[] = [
  ...usesJobKeys,
  ...usesJobNetwork,
  ...mustAllow([
    [
      'prompts',
      'reads prompts',
      's3:GetObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/prompts.jsonl'),
      {},
      { activity: 'jobData' },
    ],
    [
      'checkpoint',
      'writes a checkpoint',
      's3:PutObject',
      object('<OUTPUT_BUCKET_NAME>/<PATH_NAME>/checkpoint'),
      {},
      { activity: 'jobData' },
    ],
    [
      'register',
      'registers the model',
      'sagemaker:CreateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
      {},
      { activity: 'registerModels' },
    ],
    [
      'agent',
      'invokes the agent',
      'bedrock-agentcore:InvokeAgentRuntime',
      runtime,
      {},
      { ...job, when: { agent: 'agentCore' } },
    ],
    [
      'track',
      'logs metrics in MLflow',
      'sagemaker-mlflow:LogBatch',
      sageMaker('mlflow-app/<MLFLOW_APP_ID>'),
      {},
      { ...job, when: { mlflow: 'on' } },
    ],
    ['taken', 'is assumed by the CreateJob service', 'sts:AssumeRole', role, {}, takes],
  ]),
  ...mustDeny([
    ['other-list', 'lists another bucket', 's3:ListBucket', object('zz-another-bucket')],
    [
      'other-object',
      'reads an object outside its locations',
      's3:GetObject',
      object('zz-another-team/data.csv'),
    ],
    [
      'overwrite',
      'overwrites prompts',
      's3:PutObject',
      object('<INPUT_BUCKET_NAME>/<INPUT_PREFIX>/prompts.jsonl'),
      {},
      { prefix: 'INPUT_PREFIX' },
    ],
    [
      'other-agent',
      'invokes another team’s agent',
      'bedrock-agentcore:InvokeAgentRuntime',
      arn('bedrock-agentcore', 'runtime/zz-another-team'),
    ],
    [
      'other-function',
      'invokes another team’s function',
      'lambda:InvokeFunction',
      arn('lambda', 'function:zz-another-team'),
    ],
    [
      'approve',
      'approves a model',
      'sagemaker:UpdateModelPackage',
      sageMaker('model-package/<NAME_PREFIX>1'),
    ],
    ['start', 'starts another job', 'sagemaker:CreateJob', sageMaker('job/AgentRFT/<NAME_PREFIX>2')],
    [
      'sagemaker',
      'is assumed by SageMaker without the CreateJob service',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'sagemaker.amazonaws.com' },
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      {},
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
