import type { Persona } from './persona.ts';

export const unifiedProjectRole: Persona = {
  id: 'unifiedProjectRole',
  title: 'Unified Studio project role',
  mark: 'UPR',
  summary: 'What the members of a project do in SageMaker Unified Studio, and what they run, has this role.',
  family: 'unifiedStudio',
  specialized: true,
  kind: 'identity',
  trust: [{ form: 'unifiedProjectServices' }],
  roleVariable: 'unifiedProjectRoleArns',
  activities: [
    { activity: 'useUnifiedProject', selected: true },
    { activity: 'queryAthena', selected: false },
    { activity: 'registerModels', selected: false },
    { activity: 'useMlflow', selected: false },
  ],
};
