import { below, windowBelow } from '../../theme.ts';
import { useSyncExternalStore } from 'react';

/**
 * Monaco does not support mobile browsers: on a narrow or touch-only screen the plain text is shown until the reader
 * asks for the editor.
 */
const narrow = windowBelow(below.tablet);

let asked = false;
const listeners = new Set<() => void>();

export function askForEditor(): void {
  asked = true;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  narrow.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    narrow.removeEventListener('change', listener);
  };
}

export function useEditorWanted(): boolean {
  return useSyncExternalStore(subscribe, () => asked || !narrow.matches);
}
