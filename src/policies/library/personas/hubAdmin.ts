import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const hubAdmin: Persona = {
  id: 'hubAdmin',
  title: 'Private hub administrator',
  mark: 'HUB',
  summary: 'Chooses the JumpStart foundation models that others find in a private hub.',
  family: 'jumpStart',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [{ activity: 'manageHubs', selected: true }],
};
