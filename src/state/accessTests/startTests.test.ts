import { beforeEach, expect, it, vi } from 'vitest';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { EvidenceAnswer, TestsQuestion } from '../evidence/evidenceProtocol.ts';
import type { WorkerFailure } from '../workers/messages.ts';
import { useStore } from '../store.ts';
import { useTests } from './testsStore.ts';
import { startTests } from './startTests.ts';

interface Asked {
  readonly question: TestsQuestion;
  answer(answer: EvidenceAnswer): void;
  fail(failure: WorkerFailure): void;
  isCanceled: boolean;
}

const worker = vi.hoisted(() => ({ asked: new Array<Asked>(), restarts: 0 }));

vi.mock('../evidence/evidenceClient.ts', () => ({
  askEvidence: (
    question: TestsQuestion,
    answer: (answer: EvidenceAnswer) => void,
    fail: (failure: WorkerFailure) => void,
  ) => {
    const asked: Asked = { question, answer, fail, isCanceled: false };
    worker.asked.push(asked);
    return () => {
      asked.isCanceled = true;
    };
  },
  restartEvidence: () => {
    worker.restarts += 1;
  },
}));

const scientist = createDraft({ personas: ['dataScientist'] }, builtIn);
const nobody = createDraft({}, builtIn);
const nothing: EvidenceAnswer = { kind: 'tests', results: [], tasks: [], withExamples: true };
const last = () => worker.asked.at(-1)!;
const state = () => useTests.getState().state;

beforeEach(() => {
  worker.asked.length = 0;
  worker.restarts = 0;
  useStore.setState({ draft: scientist });
  useTests.setState({ state: 'idle', results: [], tasks: [] });
  startTests();
});

it('asks of the draft, which the worker composes, and is current with the answer', () => {
  expect(last().question).toMatchObject({ place: 'tests', kind: 'tests', preset: null });
  expect(structuredClone(last().question)).toEqual(last().question);
  expect(last().question.drafted).toEqual({ draft: scientist, patternServices: [] });
  expect(state()).toBe('idle');
  last().answer(nothing);
  expect(useTests.getState()).toMatchObject({ state: 'current', withExamples: true });
});

it('says at once that the results are of older choices, and asks when the choices rest', async () => {
  last().answer(nothing);
  useStore.setState({ draft: { ...scientist, name: 'other' } });
  expect(state()).toBe('stale');
  await vi.waitFor(() => expect(worker.asked.length).toBe(2));
  expect(state()).toBe('stale');
  expect(last().question.drafted.draft.name).toBe('other');
});

it('cancels what was asked for older choices', () => {
  const [first] = worker.asked;
  useStore.setState({ draft: { ...scientist, name: 'other' } });
  expect(first?.isCanceled).toBe(true);
});

it('asks nobody where no persona is chosen', async () => {
  useStore.setState({ draft: nobody });
  await vi.waitFor(() => expect(state()).toBe('current'));
  expect(worker.asked.length).toBe(1);
});

it.each(['notStarted', 'stopped', 'noData', 'silent'] as const)(
  'shows no results where there is no answer: %s',
  (failure) => {
    last().answer({ kind: 'tests', results: [], tasks: [], withExamples: true });
    last().fail(failure);
    expect(useTests.getState()).toMatchObject({ state: 'failed', results: [], tasks: [] });
    last().answer(nothing);
    expect(state()).toBe('current');
  },
);

it('asks again after a failure', () => {
  last().fail('notStarted');
  startTests();
  expect(worker.asked.length).toBe(2);
  last().answer(nothing);
  expect(state()).toBe('current');
});

it('restarts a worker that is silent, and takes its late answer', () => {
  last().fail('silent');
  startTests();
  expect(worker.restarts).toBe(1);
  expect(state()).toBe('idle');
  last().answer(nothing);
  expect(state()).toBe('current');
});
