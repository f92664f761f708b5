import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const labelingManager: Persona = {
  id: 'labelingManager',
  title: 'Labeling manager',
  mark: 'LBM',
  summary: 'Starts Ground Truth labeling jobs, and manages the work teams that label.',
  family: 'labeling',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'manageLabeling', selected: true },
    { activity: 'manageWorkteams', selected: false },
    { activity: 'manageReviews', selected: false },
  ],
};
