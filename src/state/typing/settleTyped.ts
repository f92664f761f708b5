import { commitTyped } from './commitTyped.ts';
import { useTyping } from './typedTexts.ts';

/**
 * Makes what is being typed in documents part of the draft, before another takes its place: the text would end up in that one.
 * Whether all of it is; what is no policy yet stays typed.
 */
export function settleTyped(): boolean {
  for (const documentId of Object.keys(useTyping.getState())) commitTyped(documentId);
  return Object.keys(useTyping.getState()).length === 0;
}
