import type { Persona } from './persona.ts';

export const unifiedDomainRole: Persona = {
  id: 'unifiedDomainRole',
  title: 'Unified Studio domain execution role',
  mark: 'UDE',
  summary: 'Lets the portal of a SageMaker Unified Studio domain call Amazon DataZone for its users.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'unifiedDomainService' }],
  activities: [{ activity: 'runUnifiedDomain', selected: true }],
};
