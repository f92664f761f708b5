import type { Persona } from './persona.ts';

export const applyRole: Persona = {
  id: 'applyRole',
  title: 'Apply role for exported code',
  mark: 'APL',
  summary:
    'Lets a pipeline create the roles and policies of the exported code, each with a permissions boundary.',
  family: 'applications',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'samePrincipals' }, { form: 'crossAccount' }],
  activities: [
    { activity: 'readRoles', selected: true },
    { activity: 'createRoles', selected: true },
    { activity: 'terraformState', selected: false },
    { activity: 'deployStacks', selected: false },
    { activity: 'setEndpointPolicies', selected: false },
    { activity: 'setResourcePolicies', selected: false },
    { activity: 'setPermissionSets', selected: false },
    { activity: 'setOrganizationPolicies', selected: false },
  ],
};
