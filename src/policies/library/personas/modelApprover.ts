import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const modelApprover: Persona = {
  id: 'modelApprover',
  title: 'Model approver',
  mark: 'APR',
  summary: 'Reads registered models, and approves or rejects them.',
  family: 'mlflow',
  specialized: true,
  kind: 'identity',
  trust: peopleOffers,
  activities: [{ activity: 'approveModels', selected: true }],
};
