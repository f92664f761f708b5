import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const hubAdmin: Persona = {
  id: 'hubAdmin',
  title: 'Private hub administrator',
  mark: 'HUB',
  summary: 'Selects the JumpStart foundation models in a private hub.',
  family: 'jumpStart',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [{ activity: 'manageHubs', selected: true }],
};
