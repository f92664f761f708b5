import type { Persona } from './persona.ts';

export const customizationJobRole: Persona = {
  id: 'customizationJobRole',
  title: 'Model customization execution role',
  mark: 'MCJ',
  summary:
    'Lets a model customization job read prompts, call the agent that it trains, and register the model.',
  family: 'customization',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'jobService' }],
  roleVariable: 'customizationRoleArns',
  activities: [
    { activity: 'customizeModel', selected: true },
    { activity: 'jobData', selected: true },
    { activity: 'registerModels', selected: true },
    { activity: 'jobEncryption', selected: false },
    { activity: 'jobVpcNetworking', selected: false },
  ],
};
