import { expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { createDraft } from './createDraft.ts';
import { setRoleName } from './editRoles.ts';

it('gives a role its name, takes another in its place, and forgets an emptied one', () => {
  const draft = createDraft({ personas: ['trainingRole'] }, builtIn);
  const named = setRoleName(setRoleName(draft, 'trainingRole', 'Train'), 'hostingRole', 'Host');
  expect(named.roles).toEqual({ trainingRole: { name: 'Train' }, hostingRole: { name: 'Host' } });
  expect(setRoleName(named, 'trainingRole', 'Other').roles?.['trainingRole']).toEqual({ name: 'Other' });
  expect(setRoleName(named, 'trainingRole', '').roles).toEqual({ hostingRole: { name: 'Host' } });
  expect(draft.roles).toBeUndefined();
});
