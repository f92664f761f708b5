import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const modelCustomizer: Persona = {
  id: 'modelCustomizer',
  title: 'Model customization user',
  mark: 'MCU',
  summary: 'Starts and follows model customization jobs (CreateJob).',
  family: 'customization',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [
    { activity: 'startCustomization', selected: true },
    { activity: 'manageModels', selected: false },
  ],
};
