import { haveSameGuarantees } from '../derived/oncePerDraft.ts';
import { shownValues } from '../derived/shownValues.ts';
import { askWhenChoicesRest } from '../evidence/askWhenChoicesRest.ts';
import { askEvidence, restartEvidence } from '../evidence/evidenceClient.ts';
import { postedDraft } from '../evidence/postedDraft.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { useGuarantees } from './guaranteesStore.ts';

let stopAsking: (() => void) | undefined;
let cancel: (() => void) | undefined;
let isSilent = false;

/** Has the guarantees computed now, and again after every change of the draft. Can be called again after a failure. */
export function startGuarantees(): void {
  if (isSilent) {
    isSilent = false;
    useGuarantees.setState({ state: 'idle' });
    return restartEvidence();
  }
  stopAsking?.();
  stopAsking = askWhenChoicesRest(
    ask,
    () => {
      cancel?.();
      useGuarantees.setState({ state: 'stale' });
    },
    haveSameGuarantees,
  );
}

/** Of the policies as they are, with missing values as placeholders: examples in their place would prove nothing of the real values. */
function ask(): void {
  cancel?.();
  isSilent = false;
  const draft = shownValues(useStore.getState());
  if (draft.personas.length === 0 && draft.limits.chosen.length === 0)
    return useGuarantees.setState({ state: 'current', results: [] });
  const { preset } = rulesetInForce();
  cancel = askEvidence(
    { place: 'guarantees', kind: 'guarantees', drafted: postedDraft(draft), preset },
    (answer) => {
      if (answer.kind !== 'guarantees') return;
      isSilent = false;
      useGuarantees.setState({ state: 'current', results: answer.results });
    },
    (failure) => {
      isSilent = failure === 'silent';
      useGuarantees.setState({ state: 'failed', results: [] });
    },
  );
}
