import { type Guardrail, references } from './guardrail.ts';

const toolkit =
  'https://docs.aws.amazon.com/agent-toolkit/latest/userguide/security_iam_service-with-iam.html';

/** Every action of SageMaker that isn't of the access level Read or List. Source: the service authorization data */
const writes = [
  ...['Add*', 'Associate*', 'Attach*', 'BatchAdd*', 'BatchDelete*', 'BatchPut*', 'BatchRe*', 'BatchWrite*'],
  ...['CallMlflowAppApi', 'CallPartnerAppApi', 'Complete*', 'Create*', 'Delete*', 'Deploy*', 'Deregister*'],
  ...['Detach*', 'Dis*', 'Enable*', 'Extend*', 'Import*', 'Put*', 'Register*', 'Retry*', 'Sample*', 'Send*'],
  ...['Start*', 'Stop*', 'Train*', 'Update*'],
].map((name) => `sagemaker:${name}`);

export const agentsReadOnly: Guardrail = {
  id: 'agentsReadOnly',
  number: 'G27',
  group: 'callers',
  title: 'Read-only access for AI agents',
  summary: 'Requests that agents send through AWS MCP servers can’t change anything in SageMaker.',
  options: [],
  deny: [
    {
      Sid: 'DenyChangesByAgents',
      Action: writes,
      Condition: { Bool: { 'aws:ViaAWSMCPService': ['true'] } },
    },
  ],
  allow: [],
  toComply: 'make the change yourself, with the console, the AWS CLI, or an SDK.',
  notCovered: [
    {
      text: 'Only MCP servers that AWS manages set aws:ViaAWSMCPService. Agents that use the AWS CLI, an SDK, or a local MCP server with the same credentials aren’t restricted. Give them roles that can only read.',
      source:
        'https://aws.amazon.com/blogs/security/secure-ai-agent-access-patterns-to-aws-resources-using-model-context-protocol/',
    },
    {
      text: 'Applies to SageMaker only. Agents can call endpoints, because AWS lists InvokeEndpoint as a read action.',
      source: references.keys,
    },
  ],
  source: toolkit,
};
