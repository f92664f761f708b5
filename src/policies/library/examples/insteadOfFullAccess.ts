import { type Example, exampleAccount, leastPrivilege } from './example.ts';

export const insteadOfFullAccess: Example = {
  id: 'insteadOfFullAccess',
  title: 'Replace AmazonSageMakerFullAccess',
  summary:
    'Replaces the managed policy with separate least-privilege roles that train, deploy, and read specified data only.',
  draft: {
    name: 'example-least-privilege',
    personas: ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole'],
    activities: {
      dataScientist: leastPrivilege(
        'consoleReadAccess',
        'notebookAccessByOwner',
        'studioAccessByOwner',
        's3TeamAccess',
      ),
      notebookRole: leastPrivilege('runJobs', 'buildAndPushImages', 'deployModels', 'notebookData'),
    },
    variables: {
      ...exampleAccount,
      workData: ['example-team-data/work'],
      notebookData: ['example-team-data/notebooks'],
      inputData: ['example-team-data/training'],
      outputData: ['example-team-models/training'],
      modelArtifacts: ['example-team-models/training'],
    },
  },
};
