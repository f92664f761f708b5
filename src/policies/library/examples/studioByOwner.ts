import { noLimits } from '../../model/draft.ts';
import { type Example, exampleAccount, guardrailChoices, leastPrivilege } from './example.ts';

export const studioByOwner: Example = {
  id: 'studioByOwner',
  title: 'Notebooks and Studio by owner',
  summary:
    'Users sign in through SAML and open only the notebook instances and Studio profiles with an owner tag that matches them. Their policies deny changes to that tag.',
  draft: {
    name: 'example-studio',
    personas: ['dataScientist'],
    activities: {
      dataScientist: leastPrivilege('consoleReadAccess', 'notebookAccessByOwner', 'studioAccessByOwner'),
    },
    limits: { ...noLimits, chosen: guardrailChoices('noRootAccess', 'noRetagging', 'ownSpace') },
    variables: {
      ...exampleAccount,
      notebookRoleArns: ['arn:aws:iam::111122223333:role/example-studio-execution'],
    },
  },
};
