import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const mlopsEngineer: Persona = {
  id: 'mlopsEngineer',
  title: 'MLOps engineer',
  mark: 'OPS',
  formerMark: 'ML',
  summary: 'Deploys models, runs pipelines, and monitors endpoints, as a person or a pipeline.',
  family: 'people',
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'runStudioApps', selected: false },
    { activity: 'manageModels', selected: true },
    { activity: 'manageEndpoints', selected: true },
    { activity: 'endpointAutoscaling', selected: false },
    { activity: 'managePipelines', selected: true },
    { activity: 'searchExperiments', selected: true },
    { activity: 'manageExperiments', selected: false },
    { activity: 'manageJobs', selected: false },
    { activity: 'startAutoMl', selected: false },
    { activity: 'monitorModels', selected: false },
    { activity: 'optimizeInference', selected: false },
    { activity: 'manageModelCards', selected: false },
    { activity: 'packageAlgorithms', selected: false },
    { activity: 's3TeamAccess', selected: false },
    { activity: 's3AccountAccess', selected: false },
    { activity: 'queryAthena', selected: false },
    { activity: 'manageGlueTables', selected: false },
    { activity: 'useHub', selected: false },
  ],
};
