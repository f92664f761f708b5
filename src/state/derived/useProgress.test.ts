import { expect, it } from 'vitest';
import { builtIn } from '../../policies/library/builtIn.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { steps } from '../commands.ts';
import { progressOf } from './progress.ts';
import { startingProgress } from './useProgress.ts';

it.each(steps)('says of $id before anything is composed what is said of a new draft', ({ id }) => {
  expect(startingProgress[id]).toEqual(progressOf(id, createDraft({}, builtIn)));
});
