import type { Draft } from '../../policies/model/draft.ts';
import { storedDraft } from '../../policies/model/storedDraft.ts';
import { rulesetInForce, useStore } from '../store.ts';
import { presetInUse } from '../preset/presetInUse.ts';
import { contentOf, type Work as StoredWork } from './keeper.ts';

/** What is on screen, as it is stored. */
export function storedWork(): StoredWork {
  const screen = useStore.getState();
  const draft = storedDraft(screen.draft);
  const snapshots = screen.snapshots.map((one) => ({ ...one, draft: storedDraft(one.draft) }));
  return {
    content: contentOf(draft, snapshots),
    write: (stamp) =>
      JSON.stringify({
        ...stamp,
        ...(presetInUse === undefined ? {} : { preset: presetInUse }),
        draft,
        pins: snapshots,
      }),
  };
}

/** Nobody and no limit is chosen but what is always on: nothing would be lost. */
export function isEmpty({ personas, limits, edits }: Draft): boolean {
  if (Object.keys(edits).length > 0) return false;
  const required = rulesetInForce().preset?.requiredGuardrails ?? [];
  const isRequired = (id: string) => required.some(({ guardrail }) => guardrail === id);
  return personas.length === 0 && limits.chosen.every(({ guardrail }) => isRequired(guardrail));
}

/** Whether nothing would be lost if the page were left. */
export function hasNothing(): boolean {
  const { draft, snapshots } = useStore.getState();
  return isEmpty(draft) && snapshots.length === 0;
}

/** A stored moment in the words of the reader's language: of another day with its date. */
export function describeTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return 'at an unknown time';
  const time = date.toLocaleTimeString(undefined, { timeStyle: 'short' });
  if (date.toDateString() === new Date().toDateString()) return `today, ${time}`;
  return `${date.toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${time}`;
}
