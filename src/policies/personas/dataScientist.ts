import type { Persona } from './persona.ts';

export const dataScientist: Persona = {
  id: 'dataScientist',
  title: 'Data scientist',
  mark: 'DS',
  summary: 'A person who works in notebooks or Studio and looks at the console.',
  kind: 'identity',
  activities: [
    { activity: 'consoleReadAccess', selected: true },
    { activity: 'notebookAccessByOwner', selected: true },
    { activity: 'studioAccessByOwner', selected: true },
  ],
};
