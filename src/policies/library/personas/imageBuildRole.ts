import type { Persona } from './persona.ts';

export const imageBuildRole: Persona = {
  id: 'imageBuildRole',
  title: 'Image build role',
  mark: 'IB',
  summary: 'What CodeBuild may do while it builds an image for Studio.',
  kind: 'identity',
  trust: [{ form: 'codeBuildService' }],
  roleVariable: 'imageBuildRoleArns',
  activities: [{ activity: 'buildImagesInCodeBuild', selected: true }],
};
