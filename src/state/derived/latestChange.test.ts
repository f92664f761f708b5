import { expect, it } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import { edit, draftHistory, redo, undo, useStore } from '../store.ts';
import { changesInWords } from './draftEffect.ts';
import { latestChange } from './latestChange.ts';

const name = (value: string) => edit((draft) => ({ ...draft, name: value }), 'Name changed');
const choose = () => edit(() => createDraft({ personas: ['dataScientist'] }, builtIn), 'Persona added');
const words = () => changesInWords([latestChange()].flatMap((change) => change ?? []));

it.each([
  ['nothing', [], /^$/],
  ['a change', [choose], /^Persona added\. \d+ actions added/],
  ['the change that was undone, not the one before it', [choose, () => name('a'), undo], /^Undone$/],
  [
    'one that was undone after another',
    [choose, () => name('a'), undo, undo],
    /^Undone\. \d+ actions removed/,
  ],
  ['the first one, undone', [choose, undo], /^Undone\. \d+ actions removed/],
  ['one that was done again', [choose, undo, redo], /^Redone\. \d+ actions added/],
  ['one after an undone one', [choose, undo, () => name('b')], /^Name changed$/],
])('says of the last change what it did: %s', (_, steps, expected) => {
  useStore.setState({ draft: createDraft({}, builtIn), ruleset: builtIn, lastChange: null });
  draftHistory().clear();
  for (const step of steps) step();
  expect(words()).toMatch(expected);
});
