import type { Persona } from './persona.ts';

export const sharedRegistry: Persona = {
  id: 'sharedRegistry',
  title: 'Shared model registry',
  mark: 'REG',
  summary: 'What other accounts can use of the models in this account, with their artifacts, key, and image.',
  family: 'mlflow',
  specialized: true,
  kind: 'resource',
  trust: [],
  activities: [
    { activity: 'shareModelPackages', selected: true },
    { activity: 'shareModelArtifacts', selected: true },
    { activity: 'shareModelKey', selected: true },
    { activity: 'shareModelImages', selected: true },
  ],
};
