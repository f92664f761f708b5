import { expect, it } from 'vitest';
import { notAdded } from './notAdded.ts';

const LIMITS = 'A draft keeps policies of up to 1,000 statements, of up to 100,000 characters each.';

it.each([
  [
    { ids: [], tooLarge: ['Account'], snapshotSaved: true },
    `Too large for a draft, and not added: Account. ${LIMITS} No policy was added. Add it in parts, or keep it here to check it.`,
  ],
  [
    { ids: ['imported1'], tooLarge: ['Account', 'Logs'], snapshotSaved: true },
    `Too large for a draft, and not added: Account, Logs. ${LIMITS} The other policies were added.`,
  ],
  [
    { ids: ['imported1'], tooLarge: [], snapshotSaved: false },
    'The policies were added. You have the maximum number of snapshots, so none was saved before the import.',
  ],
])('%j', (taken, words) => {
  expect(notAdded(taken)).toBe(words);
});
