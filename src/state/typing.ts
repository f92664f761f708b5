import { create } from 'zustand';
import type { Draft } from '../policies/draft.ts';
import { documentsOf } from './derived.ts';
import { useStore } from './store.ts';

/** Text that somebody is typing in a document, until it is part of the draft. */
export interface Typed {
  /** The draft whose document the text began as: what was left of it goes on following the choices. */
  readonly basis: Draft;
  readonly text: string;
  /** Why the text cannot be part of the draft; `null` while nobody has looked. Places are UTF-16 units. */
  readonly problem: TypingProblem | null;
}

export interface TypingProblem {
  readonly sentence: string;
  readonly offset: number;
  readonly length: number;
}

/** Document id → what is being typed in it. */
export const useTyping = create<Readonly<Record<string, Typed>>>()(() => ({}));

const IDLE_MS = 400;

const timers = new Map<string, ReturnType<typeof setTimeout>>();

/** Takes the text of a document after each change that a person makes; it becomes part of the draft when they pause. */
export function typed(documentId: string, text: string): void {
  const { draft } = useStore.getState();
  const known = useTyping.getState()[documentId];
  const basis = known?.basis ?? draft;
  const shown = documentsOf(basis).find(({ id }) => id === documentId);
  if (basis === draft && shown?.text === text) return forgetTyped(documentId);
  useTyping.setState({ [documentId]: { basis, text, problem: known?.problem ?? null } });
  clearTimeout(timers.get(documentId));
  timers.set(
    documentId,
    setTimeout(() => commit(documentId), IDLE_MS),
  );
}

/** Does now what a pause would do. */
export function commit(documentId: string): void {
  clearTimeout(timers.get(documentId));
  if (!useTyping.getState()[documentId]) return;
  // Without the part that reads, the text stays typed; leaving the editor asks again.
  import('./commitTyped.ts').then(
    ({ commitTyped }) => commitTyped(documentId),
    () => {},
  );
}

/** The text becomes that of the draft again. */
export function forgetTyped(documentId: string): void {
  clearTimeout(timers.get(documentId));
  const { [documentId]: _gone, ...others } = useTyping.getState();
  useTyping.setState(others, true);
}
