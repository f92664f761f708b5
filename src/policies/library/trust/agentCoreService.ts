import { serviceForm } from './serviceForm.ts';

export const agentCoreService = serviceForm({
  id: 'agentCoreService',
  title: 'Amazon Bedrock AgentCore',
  summary: 'AgentCore assumes the role to run the agent.',
  principals: ['bedrock-agentcore.amazonaws.com'],
  sid: 'AgentCoreAssumesRole',
  source: 'arn:<PARTITION>:bedrock-agentcore:<REGION>:<ACCOUNT_ID>:*',
  documented: true,
  notes: [
    {
      text: 'AWS documents both keys for the roles of agent runtimes.',
      source: 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/runtime-permissions.html',
    },
    {
      text: 'Required for agents on AgentCore only. An agent behind a Lambda function uses the role of the function.',
      source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/model-customize-mtrl-prereqs.html',
    },
  ],
});
