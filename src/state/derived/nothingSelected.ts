import { useStore } from '../store.ts';
import { useComposing } from './composing.ts';

/** Whether no persona is selected and nothing else makes a document: the page shows its start. */
export function useNothingSelected(): boolean {
  const composing = useComposing(({ part }) => part);
  return useStore(
    ({ draft }) => draft.personas.length === 0 && (composing?.documentsOf(draft) ?? []).length === 0,
  );
}
