import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const featureReader: Persona = {
  id: 'featureReader',
  title: 'Feature Store reader',
  mark: 'FSR',
  summary: 'Reads features for training and inference, from the online and the offline store.',
  family: 'features',
  specialized: true,
  kind: 'identity',
  trust: [...peopleOffers, { form: 'computeService' }],
  activities: [
    { activity: 'readFeatures', selected: true },
    { activity: 'queryAthena', selected: false },
  ],
};
