import { create } from 'zustand';
import { suppressionOf } from '../../policies/checks/suppression.ts';
import { checkedRoles } from '../../policies/compose/checkedRoles.ts';
import { usableEnvironments } from '../../policies/draft/environments.ts';
import type { Draft, Environment } from '../../policies/model/draft.ts';
import { type TestsLine, testsLineOf } from '../accessTests/testsLine.ts';
import { checkTexts } from '../checks/checksClient.ts';
import { findingsTotal } from '../checks/findingsTotal.ts';
import { documentsOf } from '../derived/derived.ts';
import { withValuesOf } from '../derived/shownValues.ts';
import { askEvidence } from '../evidence/evidenceClient.ts';
import { postedDraft } from '../evidence/postedDraft.ts';
import { rulesetFor, useStore } from '../store.ts';

/** What is known of the policies with the values of an environment. */
export interface EnvironmentEvidence {
  readonly tests: TestsLine;
  /** `2 findings, 1 suppressed`. */
  readonly findings: string;
}

/** Name of an environment → its evidence. `same`: its policies are those of the shared values, and so is what is known of them. */
export const useEnvironmentEvidence = create<Readonly<Record<string, EnvironmentEvidence | 'same'>>>()(
  () => ({}),
);

/** What is on screen goes first, in milliseconds. */
const REST_MS = 600;

const underWay: EnvironmentEvidence = {
  tests: { outcome: 'running', text: 'running' },
  findings: 'Checking…',
};

/** Checks and tests the policies with the values of each environment, and again after each change, until it is stopped. */
export function watchEnvironments(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cancels: readonly (() => void)[] = [];
  const cancel = () => {
    clearTimeout(timer);
    for (const one of cancels) one();
    cancels = [];
  };
  const restart = () => {
    cancel();
    const { draft } = useStore.getState();
    const environments = usableEnvironments(draft);
    const none = environments.map(({ name }) => [name, underWay] as const);
    useEnvironmentEvidence.setState(Object.fromEntries(none), true);
    timer = setTimeout(() => {
      cancels = environments.flatMap((environment) => ask(draft, environment));
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

function ask(base: Draft, environment: Environment): readonly (() => void)[] {
  const { name } = environment;
  const draft = withValuesOf(base, environment);
  if (textOf(base) === textOf(draft)) {
    useEnvironmentEvidence.setState({ [name]: 'same' });
    return [];
  }
  const tell = (part: Partial<EnvironmentEvidence>) =>
    useEnvironmentEvidence.setState(({ [name]: known = underWay }) => ({
      [name]: { ...(known === 'same' ? underWay : known), ...part },
    }));
  return [runTests(draft, name, (tests) => tell({ tests })), check(draft, (findings) => tell({ findings }))];
}

const textOf = (draft: Draft): string =>
  documentsOf(draft)
    .map(({ text }) => text)
    .join('\n');

function runTests(draft: Draft, name: string, onLine: (line: TestsLine) => void): () => void {
  const none = { results: [], tasks: [], withExamples: false };
  return askEvidence(
    {
      place: `tests of ${name}`,
      kind: 'tests',
      drafted: postedDraft(draft),
      preset: rulesetFor(draft).preset,
    },
    (answer) => {
      if (answer.kind !== 'tests') return;
      const { results, tasks } = answer;
      onLine(testsLineOf({ ...none, state: 'current', results, tasks }));
    },
    () => onLine(testsLineOf({ ...none, state: 'failed' })),
  );
}

function check(draft: Draft, onText: (text: string) => void): () => void {
  const documents = documentsOf(draft);
  const rolesFor = checkedRoles(draft, documents, rulesetFor(draft));
  const textById = new Map(documents.map(({ id, text }) => [id, text]));
  const texts = documents.map((document) => ({
    key: document.id,
    text: document.text,
    as: { kind: document.kind, roles: rolesFor(document) },
  }));
  return checkTexts(texts, ({ results, failures, rules }) => {
    const found = results.map(
      ({ key, findings }) =>
        [key, { text: textById.get(key) ?? '', roles: '', findings, suppressionOf }] as const,
    );
    const checks = {
      state: 'checked',
      rules,
      late: false,
      byDocument: Object.fromEntries(found),
      failures,
    } as const;
    onText(findingsTotal(documents, checks, draft.accepted).text);
  });
}
