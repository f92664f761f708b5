import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/ruleset.ts';
import { useStore } from '../store.ts';
import { useProofs } from './proofs.ts';
import { startProofs } from './start.ts';

const scientist = createDraft({ personas: ['dataScientist'] }, builtIn);

/** Each look at the clock is as if a slice had passed. */
beforeEach(() => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 60));
  useStore.setState({ draft: scientist });
});

afterEach(() => {
  vi.restoreAllMocks();
});

const isCurrent = () => expect(useProofs.getState().state).toBe('current');

it('gives the page its turn between proofs, and then has all of them', async () => {
  startProofs();
  expect(useProofs.getState().state).not.toBe('current');
  await vi.waitFor(isCurrent);
  const { results, tasks } = useProofs.getState();
  expect(results.length).toBeGreaterThan(10);
  expect(tasks.length).toBeGreaterThan(0);
});

it('drops what was asked for a draft that has changed meanwhile', async () => {
  const current: number[] = [];
  const stop = useProofs.subscribe(
    ({ state, results }) => state === 'current' && current.push(results.length),
  );
  startProofs();
  useStore.setState({ draft: createDraft({}, builtIn) });
  await vi.waitFor(isCurrent);
  stop();
  expect(current).toEqual([0]);
});
