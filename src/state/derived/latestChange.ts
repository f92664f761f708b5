import { draftHistory, historyLabels, useStore } from '../store.ts';
import type { DraftChange } from './draftEffect.ts';

/** What changed the draft last, from which draft to which: an undone change back to what was before it. Nothing where nothing did. */
export function latestChange(): DraftChange | undefined {
  const { draft: after, lastChange: label } = useStore.getState();
  const { pastStates, futureStates } = draftHistory();
  const from = label === historyLabels.undo ? futureStates : pastStates;
  const before = from.at(-1)?.draft;
  return label === null || before === undefined ? undefined : { label, before, after };
}
