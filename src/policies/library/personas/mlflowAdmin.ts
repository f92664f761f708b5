import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const mlflowAdmin: Persona = {
  id: 'mlflowAdmin',
  title: 'MLflow administrator',
  mark: 'MLA',
  summary: 'Creates, changes, starts, stops, and deletes MLflow tracking servers and apps.',
  family: 'mlflow',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [{ activity: 'manageMlflow', selected: true }],
};
