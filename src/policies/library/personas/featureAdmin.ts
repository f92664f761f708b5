import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const featureAdmin: Persona = {
  id: 'featureAdmin',
  title: 'Feature Store administrator',
  mark: 'FSA',
  summary: 'Creates, changes, and deletes feature groups, and passes the offline store role.',
  family: 'features',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'manageFeatureGroups', selected: true },
    { activity: 'readFeatures', selected: false },
    { activity: 'queryAthena', selected: false },
  ],
};
