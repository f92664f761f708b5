import { forgetTyped, pauses, useTyping } from './typedTexts.ts';
import { documentsOf } from '../derived/derived.ts';
import { useStore } from '../store.ts';

const IDLE_MS = 400;

/** Takes the text of a document after each change that a person makes; it becomes part of the draft when they pause. */
export function noteTyped(documentId: string, text: string): void {
  const { draft } = useStore.getState();
  const earlier = useTyping.getState()[documentId];
  const basis = earlier?.basis ?? draft;
  const shown = documentsOf(basis).find(({ id }) => id === documentId);
  if (basis === draft && shown?.text === text) return forgetTyped(documentId);
  useTyping.setState({ [documentId]: { basis, text, problem: earlier?.problem ?? null } });
  clearTimeout(pauses.get(documentId));
  pauses.set(
    documentId,
    setTimeout(() => commitNow(documentId), IDLE_MS),
  );
}

/** Does now what a pause would do. */
export function commitNow(documentId: string): void {
  clearTimeout(pauses.get(documentId));
  if (!useTyping.getState()[documentId]) return;
  // Without the part that reads, the text stays typed; leaving the editor asks again.
  import('./commitTyped.ts').then(
    ({ commitTyped }) => commitTyped(documentId),
    () => {},
  );
}
