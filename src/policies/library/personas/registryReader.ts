import type { Persona } from './persona.ts';

export const registryReader: Persona = {
  id: 'registryReader',
  title: 'Registry reader in another account',
  mark: 'RDR',
  summary: 'Reads models that a registry account shares, with their artifacts and images.',
  family: 'mlflow',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'sageMakerService' }, { form: 'computeService' }, { form: 'samePrincipals' }],
  activities: [{ activity: 'readSharedModels', selected: true }],
};
