import { expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { personaOf } from './refusalPersona.ts';

const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
const session = (name: string) => `arn:aws:sts::111122223333:assumed-role/${name}/SageMaker`;

const draft = createDraft(
  {
    personas: ['dataScientist', 'notebookRole', 'trainingRole', 'hostingRole'],
    variables: { hostingRoleArns: [role('team/Serve')] },
    roles: { notebookRole: { name: 'Notebooks' }, dataScientist: { name: role('people/science') } },
  },
  builtIn,
);

it.each([
  ['a name that the export gives', session('ml-platform-training-role'), 'trainingRole'],
  ['a name in another case', session('ML-Platform-Training-Role'), 'trainingRole'],
  ['a name that was entered', session('Notebooks'), 'notebookRole'],
  ['an ARN in place of a name', role('people/science'), 'dataScientist'],
  ['an ARN in the variable of the role', session('Serve'), 'hostingRole'],
  ['a role that is none of these', session('someone-else'), undefined],
  ['a user of the same name', 'arn:aws:iam::111122223333:user/Serve', undefined],
  ['no principal at all', '', undefined],
])('finds whose role was refused: %s', (_, principal, persona) => {
  expect(personaOf({ principal }, draft, builtIn)).toBe(persona);
});
