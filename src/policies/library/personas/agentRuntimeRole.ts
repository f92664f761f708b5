import type { Persona } from './persona.ts';

export const agentRuntimeRole: Persona = {
  id: 'agentRuntimeRole',
  title: 'Agent runtime role',
  mark: 'AGT',
  summary: 'Lets an agent on Amazon Bedrock AgentCore take part in the training of its model.',
  family: 'customization',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'agentCoreService' }],
  activities: [{ activity: 'trainAgent', selected: true }],
};
