import type { Persona } from './persona.ts';

export const unifiedDeployer: Persona = {
  id: 'unifiedDeployer',
  title: 'Unified Studio deployment pipeline',
  mark: 'UDP',
  summary: 'Deploys code and workflows to a SageMaker Unified Studio project.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'samePrincipals' }, { form: 'crossAccount' }],
  activities: [{ activity: 'deployUnifiedProject', selected: true }],
};
