import { haveSameTests } from '../derived/oncePerDraft.ts';
import { askWhenChoicesRest } from '../evidence/askWhenChoicesRest.ts';
import { askEvidence, restartEvidence } from '../evidence/evidenceClient.ts';
import { postedDraft } from '../evidence/postedDraft.ts';
import { shownValues } from '../derived/shownValues.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { useTests } from './testsStore.ts';

let stopAsking: (() => void) | undefined;
let cancel: (() => void) | undefined;
let isSilent = false;

/** Runs the tests now, and again after every change of the draft. Can be called again after a failure. */
export function startTests(): void {
  if (isSilent) return restart();
  stopAsking?.();
  stopAsking = askWhenChoicesRest(
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

function ask(): void {
  cancel?.();
  isSilent = false;
  const draft = shownValues(useStore.getState());
  if (draft.personas.length === 0)
    return useTests.setState({ state: 'current', results: [], tasks: [], withExamples: false });
  const { preset } = rulesetInForce();
  cancel = askEvidence(
    { place: 'tests', kind: 'tests', drafted: postedDraft(draft), preset },
    (answer) => {
      if (answer.kind !== 'tests') return;
      isSilent = false;
      const { results, tasks, withExamples } = answer;
      useTests.setState({ state: 'current', results, tasks, withExamples });
    },
    (failure) => {
      isSilent = failure === 'silent';
      useTests.setState({ state: 'failed', results: [], tasks: [] });
    },
  );
}
