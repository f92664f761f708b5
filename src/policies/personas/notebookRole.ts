import type { Persona } from './persona.ts';

export const notebookRole: Persona = {
  id: 'notebookRole',
  title: 'Notebook execution role',
  mark: 'NB',
  summary: 'What code in a notebook may do: run jobs, build images, deploy models.',
  kind: 'identity',
  activities: [
    { activity: 'runJobs', selected: true },
    { activity: 'buildAndPushImages', selected: true },
    { activity: 'deployModels', selected: true },
    { activity: 'notebookData', selected: true },
  ],
};
