import type { Persona } from './persona.ts';

export const imageBuildRole: Persona = {
  id: 'imageBuildRole',
  title: 'Image build role',
  mark: 'IMG',
  formerMark: 'IB',
  summary: 'Lets CodeBuild build container images for Studio.',
  family: 'execution',
  kind: 'identity',
  trust: [{ form: 'codeBuildService' }],
  roleVariable: 'imageBuildRoleArns',
  activities: [{ activity: 'buildImagesInCodeBuild', selected: true }],
};
