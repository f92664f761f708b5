import type { Persona } from './persona.ts';

export const notebookJobRole: Persona = {
  id: 'notebookJobRole',
  title: 'Notebook job execution role',
  mark: 'NJR',
  summary: 'Lets EventBridge and SageMaker run notebooks on a schedule.',
  family: 'studio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'notebookJobService' }],
  roleVariable: 'notebookJobRoleArns',
  activities: [
    { activity: 'runNotebookJobs', selected: true },
    { activity: 'logsAndMetrics', selected: true },
    { activity: 'pullImages', selected: true },
    { activity: 'jobVpcNetworking', selected: true },
    { activity: 'jobEncryption', selected: false },
    { activity: 'jobData', selected: false },
    { activity: 'queryAthena', selected: false },
  ],
};
