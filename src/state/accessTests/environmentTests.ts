import { create } from 'zustand';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import type { Draft, Environment } from '../../policies/model/draft.ts';
import { deliveredOf, documentsOf } from '../derived/derived.ts';
import { withValuesOf } from '../derived/shownValues.ts';
import { askEvidence } from '../evidence/client.ts';
import { rulesetFor, useStore } from '../store.ts';
import type { Proofs } from './proofs.ts';
import { type TestsLine, testsLineOf } from './testsLine.ts';

/** Name of an environment → its tests. `same`: its policies are those of the base values, and so are its tests. */
export const useEnvironmentTests = create<Readonly<Record<string, TestsLine | 'same'>>>()(() => ({}));

/** Tests of environments come after those on screen, in milliseconds. */
const REST_MS = 600;

const running: TestsLine = { outcome: 'running', text: 'running' };

/** Runs the tests with the values of each environment, and again after each change, until it is stopped. */
export function startEnvironmentTests(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancels: readonly (() => void)[] = [];
  const cancel = () => {
    clearTimeout(timer);
    for (const one of cancels) one();
  };
  const restart = () => {
    cancel();
    const { draft } = useStore.getState();
    const environments = draft.environments ?? [];
    useEnvironmentTests.setState(Object.fromEntries(environments.map(({ name }) => [name, running])), true);
    timer = setTimeout(() => {
      cancels = environments.map((environment) => ask(draft, environment));
    }, REST_MS);
  };
  restart();
  const stop = useStore.subscribe((now, before) => {
    if (now.draft !== before.draft) restart();
  });
  return () => {
    stop();
    cancel();
  };
}

function ask(base: Draft, environment: Environment): () => void {
  const { name } = environment;
  const draft = withValuesOf(base, environment);
  const tell = (line: TestsLine | 'same') => useEnvironmentTests.setState({ [name]: line });
  if (isSameText(base, draft)) {
    tell('same');
    return () => {};
  }
  const ruleset = rulesetFor(draft);
  const filled = (how?: 'butRoles') => {
    const made = fillExamples(draft, ruleset, how);
    return { draft: made, documents: deliveredOf(made).documents };
  };
  const done = (proofs: Pick<Proofs, 'state' | 'results' | 'tasks'>) =>
    tell(testsLineOf({ ...proofs, withExamples: false }));
  return askEvidence(
    {
      place: `tests of ${name}`,
      kind: 'tests',
      tests: filled(),
      scenarios: filled('butRoles'),
      preset: ruleset.preset,
    },
    (answer) => {
      if (answer.kind === 'tests') done({ state: 'current', results: answer.results, tasks: answer.tasks });
    },
    () => done({ state: 'failed', results: [], tasks: [] }),
  );
}

const isSameText = (one: Draft, other: Draft): boolean => {
  const [texts, others] = [one, other].map((draft) =>
    documentsOf(draft)
      .map(({ text }) => text)
      .join('\n'),
  );
  return texts === others;
};
