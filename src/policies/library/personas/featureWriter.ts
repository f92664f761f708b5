import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const featureWriter: Persona = {
  id: 'featureWriter',
  title: 'Feature Store writer',
  mark: 'FSW',
  summary: 'Ingests features into existing feature groups.',
  family: 'features',
  specialized: true,
  kind: 'identity',
  trust: [...peopleOffers, { form: 'computeService' }],
  activities: [
    { activity: 'writeFeatures', selected: true },
    { activity: 'readFeatures', selected: false },
  ],
};
