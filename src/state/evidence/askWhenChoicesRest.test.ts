import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runScenarios, runTests } from '../../policies/accessTests/runTests.ts';
import { compose } from '../../policies/compose/compose.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { runGuarantees } from '../../policies/guarantees/runGuarantees.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { startTests } from '../accessTests/startTests.ts';
import { useTests } from '../accessTests/testsStore.ts';
import { setPatterns } from '../derived/derived.ts';
import { besidePolicies } from '../derived/oncePerDraft.ts';
import { additions } from '../derived/testing/draftAdditions.ts';
import { startGuarantees } from '../guarantees/startGuarantees.ts';
import { useGuarantees } from '../guarantees/guaranteesStore.ts';
import { useStore } from '../store.ts';
import type { EvidenceAnswer, EvidenceQuestion } from './evidenceProtocol.ts';

interface Asked {
  readonly place: string;
  answer(answer: EvidenceAnswer): void;
  isCanceled: boolean;
}

const worker = vi.hoisted(() => ({ asked: new Array<Asked>() }));

vi.mock('../../policies/compose/compose.ts', { spy: true });
vi.mock('./evidenceClient.ts', () => ({
  askEvidence: (question: EvidenceQuestion & { place: string }, answer: (answer: EvidenceAnswer) => void) => {
    const asked: Asked = { place: question.place, answer, isCanceled: false };
    worker.asked.push(asked);
    return () => {
      asked.isCanceled = true;
    };
  },
}));

const draft = createDraft({ personas: ['dataScientist'] }, builtIn);

/** Who asks again after a letter in each of what a person adds, and in what policies follow from. */
const letters: readonly (readonly [key: keyof Draft, change: Partial<Draft>, asked: readonly string[]])[] = [
  ['version', {}, []],
  ['accepted', { accepted: [{ ...additions.suppression, reason: 'a' }] }, []],
  ['environments', { environments: [{ name: 'test', values: { region: 'a' } }] }, []],
  ['reviewed', { reviewed: [{ ...additions.review, fingerprint: 'a' }] }, []],
  ['proofs', { proofs: [{ ...additions.test, title: 'a', context: {} }] }, ['tests']],
  ['guarantees', { guarantees: [{ ...additions.guarantee, title: 'a' }] }, ['guarantees']],
  ['name', { name: 'a' }, ['guarantees', 'tests']],
  ['variables', { variables: { ...draft.variables, region: ['a'] } }, ['guarantees', 'tests']],
];

const beside: ReadonlySet<keyof Draft> = new Set(besidePolicies);
const { documents } = deliver(draft, builtIn);
const answersOf = (of: Draft) => ({
  tests: runTests(of, documents, builtIn),
  scenarios: runScenarios(of, documents, builtIn),
  guarantees: runGuarantees({ draft: of, documents, ruleset: builtIn }),
});

const answers: Readonly<Record<string, EvidenceAnswer>> = {
  tests: { kind: 'tests', results: [], tasks: [], withExamples: false },
  guarantees: { kind: 'guarantees', results: [] },
};
const stale = () =>
  [
    useGuarantees.getState().state === 'stale' ? ['guarantees'] : [],
    useTests.getState().state === 'stale' ? ['tests'] : [],
  ].flat();

describe('tests and guarantees', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    useStore.setState({ draft, ruleset: builtIn });
    startTests();
    startGuarantees();
    for (const { place, answer } of worker.asked) answer(answers[place]!);
    worker.asked.length = 0;
    return () => vi.useRealTimers();
  });

  it.each(letters)(
    'are asked again for what their answers follow from alone: %s',
    (_key, change, expected) => {
      useStore.setState({ draft: { ...draft, ...change } });
      expect(stale()).toEqual(expected);
      vi.runAllTimers();
      expect(worker.asked.map(({ place }) => place).toSorted()).toEqual(expected);
    },
  );

  it.each(letters.filter(([, , asked]) => asked.length === 0))(
    'that are under way go on and are of the present draft: %s',
    (_key, change) => {
      useStore.setState({ draft: { ...draft, name: 'changed' } });
      vi.runAllTimers();
      useStore.setState({ draft: { ...draft, name: 'changed', ...change } });
      expect(worker.asked.map(({ isCanceled }) => isCanceled)).toEqual([false, false]);
      for (const { place, answer } of worker.asked) answer(answers[place]!);
      expect(stale()).toEqual([]);
      expect(useTests.getState().state).toBe('current');
    },
  );

  it('are asked again under another ruleset', () => {
    useStore.setState({ ruleset: { ...builtIn } });
    vi.runAllTimers();
    expect(worker.asked.map(({ place }) => place).toSorted()).toEqual(['guarantees', 'tests']);
  });

  it.each(letters.filter(([key]) => beside.has(key)))(
    'have the same results unless they are asked again: %s',
    (_key, change, asked) => {
      const [before, after] = [answersOf(draft), answersOf({ ...draft, ...change })];
      expect(after.scenarios).toEqual(before.scenarios);
      for (const place of ['tests', 'guarantees'] as const)
        expect(isDeepStrictEqual(after[place], before[place]), place).toBe(!asked.includes(place));
    },
  );

  it('know every key that no policy follows from', () => {
    const keys = new Set(letters.map(([key]) => key));
    expect(besidePolicies.filter((key) => !keys.has(key))).toEqual([]);
  });

  it('are asked again once there are other patterns for actions', () => {
    useStore.setState({ draft: { ...draft } });
    expect(stale()).toEqual([]);
    setPatterns(['sagemaker'], () => undefined);
    useStore.setState({ draft: { ...draft } });
    expect(stale()).toEqual(['guarantees', 'tests']);
    vi.runAllTimers();
    expect(worker.asked.map(({ place }) => place).toSorted()).toEqual(['guarantees', 'tests']);
    setPatterns([], () => undefined);
  });

  it('are asked once the letters rest, and the page composes nothing for them', () => {
    const composes = vi.mocked(compose).mock.calls.length;
    for (const letters of ['a', 'ab', 'abc']) {
      useStore.setState({ draft: { ...draft, name: letters } });
      vi.advanceTimersByTime(200);
    }
    expect(worker.asked).toEqual([]);
    vi.runAllTimers();
    expect(worker.asked.map(({ place }) => place).toSorted()).toEqual(['guarantees', 'tests']);
    expect(vi.mocked(compose).mock.calls.length).toBe(composes);
  });
});
