import type { Guardrail } from './guardrail.ts';

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
  source: toolkit,
};
