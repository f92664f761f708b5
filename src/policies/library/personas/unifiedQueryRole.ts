import type { Persona } from './persona.ts';

export const unifiedQueryRole: Persona = {
  id: 'unifiedQueryRole',
  title: 'Unified Studio query execution role',
  mark: 'UQR',
  summary: 'Lets Athena read the data of SageMaker Unified Studio projects through their connections.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'unifiedQueryService' }],
  roleVariable: 'unifiedQueryRoleArns',
  activities: [{ activity: 'runUnifiedQueries', selected: true }],
};
