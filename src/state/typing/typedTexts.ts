import { create } from 'zustand';
import type { Draft } from '../../policies/model/draft.ts';

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

/** Document id → what ends the pause after which its text is read. */
export const pauses = new Map<string, ReturnType<typeof setTimeout>>();

/** The text becomes that of the draft again. */
export function forgetTyped(documentId: string): void {
  clearTimeout(pauses.get(documentId));
  const { [documentId]: _gone, ...others } = useTyping.getState();
  useTyping.setState(others, true);
}
