import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const unifiedMember: Persona = {
  id: 'unifiedMember',
  title: 'Unified Studio project member',
  mark: 'UPM',
  summary: 'Signs in to SageMaker Unified Studio with this role, and opens its projects.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [{ activity: 'openUnifiedProjects', selected: true }],
};
