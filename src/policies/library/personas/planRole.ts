import type { Persona } from './persona.ts';

export const planRole: Persona = {
  id: 'planRole',
  title: 'Plan role for exported code',
  mark: 'PLN',
  summary: 'Lets a pipeline compare the exported code with the account, without changing anything.',
  family: 'applications',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'samePrincipals' }, { form: 'crossAccount' }],
  activities: [
    { activity: 'readRoles', selected: true },
    { activity: 'terraformState', selected: false },
    { activity: 'planStacks', selected: false },
    { activity: 'readEndpointPolicies', selected: false },
    { activity: 'readResourcePolicies', selected: false },
    { activity: 'readPermissionSets', selected: false },
    { activity: 'readOrganizationPolicies', selected: false },
  ],
};
