import { useStore } from '../store.ts';
import { documentsOf } from './derived.ts';

/** Whether no persona is selected and nothing else makes a document: the page shows its start. */
export const useNothingSelected = (): boolean =>
  useStore(({ draft }) => draft.personas.length === 0 && documentsOf(draft).length === 0);
