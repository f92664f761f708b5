import { peopleOffers } from '../trust/peopleOffers.ts';
import type { Persona } from './persona.ts';

export const mlflowUser: Persona = {
  id: 'mlflowUser',
  title: 'MLflow user',
  mark: 'MLU',
  summary: 'Opens MLflow, and tracks experiments, runs, and models in it.',
  family: 'mlflow',
  specialized: true,
  kind: 'identity',
  trust: [...peopleOffers, { form: 'sageMakerService', defaults: { confusedDeputy: 'off' } }],
  activities: [{ activity: 'useMlflow', selected: true }],
};
