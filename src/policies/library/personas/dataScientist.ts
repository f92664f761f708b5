import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const dataScientist: Persona = {
  id: 'dataScientist',
  title: 'Data scientist',
  mark: 'DS',
  summary: 'Works in notebooks or Studio and views resources in the console.',
  family: 'people',
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'consoleReadAccess', selected: true },
    { activity: 'notebookAccessByOwner', selected: true },
    { activity: 'studioAccessByOwner', selected: true },
    { activity: 'runStudioApps', selected: false },
    { activity: 'manageJobs', selected: false },
    { activity: 'startAutoMl', selected: false },
    { activity: 'manageModels', selected: false },
    { activity: 'manageExperiments', selected: false },
    { activity: 'searchExperiments', selected: false },
    { activity: 's3TeamAccess', selected: false },
    { activity: 'queryAthena', selected: false },
    { activity: 'useHub', selected: false },
    { activity: 'usePartnerApps', selected: false },
    { activity: 'scheduleNotebooks', selected: false },
  ],
};
