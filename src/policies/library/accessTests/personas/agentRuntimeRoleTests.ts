import { arn, mustAllow, mustDeny, type AccessTest, sageMaker } from '../accessTest.ts';

const train = { activity: 'trainAgent' };
const job = sageMaker('job/AgentRFT/<NAME_PREFIX>1');
const other = sageMaker('job/AgentRFT/zz-another-team-1');
const role = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/AgentRuntime';
const forRuntimes = {
  'aws:SourceAccount': '<ACCOUNT_ID>',
  'aws:SourceArn': arn('bedrock-agentcore', 'runtime/<NAME_PREFIX>1'),
};
const takes = { trust: 'agentCoreService', caller: 'bedrock-agentcore.amazonaws.com' };

export const agentRuntimeRole: readonly AccessTest[] = [
  ...mustAllow([
    ['sample', 'samples from the model in training', 'sagemaker:Sample', job, {}, train],
    ['rollout', 'completes a rollout', 'sagemaker:CompleteRollout', job, {}, train],
    ['reward', 'reports a reward', 'sagemaker:UpdateReward', job, {}, train],
    ['token', 'calls with a bearer token', 'sagemaker:CallWithBearerToken', '*', {}, train],
    [
      'taken',
      'is assumed by AgentCore for a runtime of the account',
      'sts:AssumeRole',
      role,
      forRuntimes,
      takes,
    ],
  ]),
  ...mustDeny([
    ['other-sample', 'samples in another team’s job', 'sagemaker:Sample', other],
    ['other-reward', 'reports a reward to another team’s job', 'sagemaker:UpdateReward', other],
    ['stop', 'stops the job', 'sagemaker:StopJob', job],
    ['start', 'starts a job', 'sagemaker:CreateJob', job],
    ['invoke', 'invokes an endpoint', 'sagemaker:InvokeEndpoint', sageMaker('endpoint/<NAME_PREFIX>1')],
    [
      'other-account',
      'is assumed by AgentCore for another account',
      'sts:AssumeRole',
      role,
      {
        'aws:SourceAccount': '999999999999',
        'aws:SourceArn': 'arn:<PARTITION>:bedrock-agentcore:<REGION>:999999999999:runtime/x',
      },
      takes,
    ],
    [
      'user',
      'is assumed by a user',
      'sts:AssumeRole',
      role,
      forRuntimes,
      { ...takes, caller: 'arn:<PARTITION>:iam::<ACCOUNT_ID>:user/ben' },
    ],
  ]),
];
