import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const mlopsEngineer: Persona = {
  id: 'mlopsEngineer',
  title: 'MLOps engineer',
  mark: 'ML',
  summary: 'A person or pipeline that deploys models, runs pipelines and watches endpoints.',
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'runStudioApps', selected: true },
    { activity: 'manageModels', selected: true },
    { activity: 'manageEndpoints', selected: true },
    { activity: 'managePipelines', selected: true },
    { activity: 'searchExperiments', selected: true },
    { activity: 'manageExperiments', selected: false },
    { activity: 'manageJobs', selected: false },
    { activity: 'monitorModels', selected: false },
    { activity: 's3TeamAccess', selected: false },
    { activity: 's3AccountAccess', selected: false },
    { activity: 'queryAthena', selected: false },
    { activity: 'manageGlueTables', selected: false },
  ],
};
