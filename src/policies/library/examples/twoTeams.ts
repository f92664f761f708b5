import { type Example, exampleAccount, leastPrivilege } from './example.ts';

export const twoTeams: Example = {
  id: 'twoTeams',
  title: 'Two teams with separate training roles',
  summary:
    'Each team starts jobs with its own name prefix and passes only its own training role, which can access only the team’s data.',
  draft: {
    name: 'example-two-teams',
    personas: ['dataScientist', 'dataScientist-2', 'trainingRole', 'trainingRole-2'],
    activities: {
      dataScientist: leastPrivilege('consoleReadAccess', 'notebookAccessByOwner', 'manageJobs'),
      'dataScientist-2': leastPrivilege('consoleReadAccess', 'notebookAccessByOwner', 'manageJobs'),
    },
    variables: {
      ...exampleAccount,
      namePrefixes: ['vision-'],
      notebookRoleArns: ['arn:aws:iam::111122223333:role/example-notebook-execution'],
      inputData: ['example-vision/training'],
      outputData: ['example-vision/models'],
    },
    roles: {
      dataScientist: { name: '', label: 'Vision', passes: { trainingRoleArns: ['trainingRole'] } },
      'dataScientist-2': {
        name: '',
        persona: 'dataScientist',
        label: 'Language',
        values: { namePrefixes: ['language-'] },
        passes: { trainingRoleArns: ['trainingRole-2'] },
      },
      trainingRole: { name: '', label: 'Vision' },
      'trainingRole-2': {
        name: '',
        persona: 'trainingRole',
        label: 'Language',
        values: {
          namePrefixes: ['language-'],
          inputData: ['example-language/training'],
          outputData: ['example-language/models'],
        },
      },
    },
  },
};
