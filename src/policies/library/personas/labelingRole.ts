import type { Persona } from './persona.ts';

export const labelingRole: Persona = {
  id: 'labelingRole',
  title: 'Labeling job execution role',
  mark: 'LAB',
  summary: 'Lets Ground Truth read the data to label, and write labels, logs, and metrics.',
  family: 'labeling',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }],
  roleVariable: 'labelingRoleArns',
  activities: [
    { activity: 'runLabeling', selected: true },
    { activity: 'jobData', selected: true },
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'jobEncryption', selected: false },
  ],
};
