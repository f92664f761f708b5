import { isDeepStrictEqual } from 'node:util';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { runScenarios, runTests } from '../../policies/accessTests/runTests.ts';
import { deliver } from '../../policies/compose/deliver.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import { runGuarantees } from '../../policies/guarantees/runGuarantees.ts';
import { builtIn } from '../../policies/library/builtIn.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { startTests } from '../accessTests/startTests.ts';
import { useTests } from '../accessTests/testsStore.ts';
import { besidePolicies } from '../derived/oncePerDraft.ts';
import { startGuarantees } from '../guarantees/startGuarantees.ts';
import { useGuarantees } from '../guarantees/guaranteesStore.ts';
import { useStore } from '../store.ts';
import { askWhenChoicesRest } from './askWhenChoicesRest.ts';
import type { EvidenceAnswer, EvidenceQuestion } from './evidenceProtocol.ts';

interface Asked {
  readonly place: string;
  answer(answer: EvidenceAnswer): void;
  isCanceled: boolean;
}

const worker = vi.hoisted(() => ({ asked: new Array<Asked>() }));

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
const finding = { document: 'dataScientist', code: 'X', about: '1' };
const call = {
  id: '1',
  persona: 'dataScientist',
  expect: 'denied',
  action: 's3:GetObject',
  resource: '*',
} as const;
const rule = {
  id: '1',
  persona: '',
  must: 'never',
  actions: ['s3:*'],
  resources: [],
  condition: {},
} as const;
const group = { against: 'guide', group: 'write/dataScientist' };

/** Who asks again after a letter in each of what a person adds, and in what policies follow from. */
const letters: readonly (readonly [key: keyof Draft, change: Partial<Draft>, asked: readonly string[]])[] = [
  ['version', {}, []],
  ['accepted', { accepted: [{ ...finding, reason: 'a' }] }, []],
  ['environments', { environments: [{ name: 'test', values: { region: 'a' } }] }, []],
  ['reviewed', { reviewed: [{ ...group, fingerprint: 'a' }] }, []],
  ['proofs', { proofs: [{ ...call, title: 'a', context: {} }] }, ['tests']],
  ['guarantees', { guarantees: [{ ...rule, title: 'a' }] }, ['guarantees']],
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
  tests: { kind: 'tests', results: [], tasks: [] },
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
});

describe('letters that are typed', () => {
  const paces = [
    { takes: 0, pace: 100, between: 0 },
    { takes: 0, pace: 300, between: 9 },
    { takes: 100, pace: 300, between: 0 },
    { takes: 5000, pace: 900, between: 0 },
  ];

  it.each(paces)(
    'are asked of once they rest for as long as asking is worth: it takes $takes ms, a letter every $pace ms',
    ({ takes, pace, between }) => {
      vi.useFakeTimers();
      useStore.setState({ draft, ruleset: builtIn });
      const asked: string[] = [];
      const ask = () => {
        asked.push(useStore.getState().draft.name);
        now += takes;
      };
      let now = 0;
      const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
      const stop = askWhenChoicesRest(
        ask,
        () => undefined,
        () => false,
      );
      asked.length = 0;
      for (let letter = 0; letter < 10; letter += 1) {
        useStore.setState({ draft: { ...draft, name: `${letter}` } });
        vi.advanceTimersByTime(letter < 9 ? pace : 0);
      }
      expect(asked.length).toBe(between);
      vi.advanceTimersByTime(1000);
      expect(asked.length).toBe(between + 1);
      expect(asked.at(-1)).toBe('9');
      stop();
      clock.mockRestore();
      vi.useRealTimers();
    },
  );
});
