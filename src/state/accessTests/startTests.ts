import { fillExamples } from '../../policies/compose/exampleValues.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { deliveredOf } from '../derived/derived.ts';
import { haveSameTests } from '../derived/oncePerDraft.ts';
import { askWhenChoicesRest } from '../evidence/askWhenChoicesRest.ts';
import { askEvidence, restartEvidence } from '../evidence/evidenceClient.ts';
import type { FilledDraft } from '../evidence/evidenceProtocol.ts';
import { shownValues } from '../derived/shownValues.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { useTests } from './testsStore.ts';

let stop: (() => void) | undefined;
let cancel: (() => void) | undefined;
let isSilent = false;

/** Runs the tests now, and again after every change of the draft. Can be called again after a failure. */
export function startTests(): void {
  if (isSilent) return restart();
  stop?.();
  stop = askWhenChoicesRest(
    ask,
    () => {
      cancel?.();
      if (useTests.getState().state !== 'stale') useTests.setState({ state: 'stale' });
    },
    haveSameTests,
  );
}

function restart(): void {
  isSilent = false;
  useTests.setState({ state: 'idle' });
  restartEvidence();
}

/** Composes on the page's thread what the answer is of: the documents that are on screen, mostly done already. */
function ask(): void {
  cancel?.();
  isSilent = false;
  const draft = shownValues(useStore.getState());
  if (draft.personas.length === 0)
    return useTests.setState({ state: 'current', results: [], tasks: [], withExamples: false });
  const filled = fillExamples(draft, rulesetInForce());
  const withExamples = filled !== draft;
  const { preset } = rulesetInForce();
  const scenarios = withDocuments(fillExamples(draft, rulesetInForce(), 'butRoles'));
  cancel = askEvidence(
    { place: 'tests', kind: 'tests', tests: withDocuments(filled), scenarios, preset },
    (answer) => {
      if (answer.kind !== 'tests') return;
      isSilent = false;
      useTests.setState({ state: 'current', results: answer.results, tasks: answer.tasks, withExamples });
    },
    (failure) => {
      isSilent = failure === 'silent';
      useTests.setState({ state: 'failed', results: [], tasks: [] });
    },
  );
}

const withDocuments = (draft: Draft): FilledDraft => ({
  draft,
  documents: deliveredOf(draft).documents,
});
