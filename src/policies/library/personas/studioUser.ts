import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const studioUser: Persona = {
  id: 'studioUser',
  title: 'Studio user',
  mark: 'STU',
  summary: 'Opens Studio and runs JupyterLab and Code Editor in private and shared spaces.',
  family: 'studio',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'studioAccessByOwner', selected: true },
    { activity: 'runStudioApps', selected: true },
    { activity: 'remoteIde', selected: false },
    { activity: 'usePartnerApps', selected: false },
    { activity: 's3TeamAccess', selected: false },
  ],
};
