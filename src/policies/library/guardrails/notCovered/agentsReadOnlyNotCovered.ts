import type { Reason } from '../../activities/activity.ts';
import { references } from '../guardrail.ts';

export const agentsReadOnlyNotCovered: readonly Reason[] = [
  {
    text: 'Only MCP servers that AWS manages set aws:ViaAWSMCPService. Agents that use the AWS CLI, an SDK, or a local MCP server with the same credentials aren’t restricted. Give them roles that can only read.',
    source:
      'https://aws.amazon.com/blogs/security/secure-ai-agent-access-patterns-to-aws-resources-using-model-context-protocol/',
  },
  {
    text: 'Applies to SageMaker only. Agents can call endpoints, because AWS lists InvokeEndpoint as a read action.',
    source: references.keys,
  },
];
