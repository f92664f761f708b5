import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const platformAdmin: Persona = {
  id: 'platformAdmin',
  title: 'ML platform administrator',
  mark: 'PLA',
  summary:
    'Administers Studio domains, user profiles, spaces, images, lifecycle configurations, and notebook instances.',
  family: 'studio',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'manageDomains', selected: true },
    { activity: 'manageStudioImages', selected: true },
    { activity: 'manageNotebooks', selected: false },
    { activity: 'reserveCapacity', selected: false },
    { activity: 'managePartnerApps', selected: false },
  ],
};
