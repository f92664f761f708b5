import type { Persona } from './persona.ts';

export const canvasUser: Persona = {
  id: 'canvasUser',
  title: 'Canvas user',
  mark: 'CNV',
  summary: 'Builds models in Canvas without code, with the execution role of the user profile.',
  family: 'studio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }],
  roleVariable: 'canvasRoleArns',
  activities: [
    { activity: 'useCanvas', selected: true },
    { activity: 's3TeamAccess', selected: true },
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'registerModels', selected: false },
    { activity: 'queryAthena', selected: false },
  ],
};
