import { below, windowBelow } from './theme.ts';
import { useEffect, useSyncExternalStore } from 'react';

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

/**
 * Fetching and starting the editor takes the page's thread for a while. A text that is there without it comes first: the editor
 * follows when the page is idle, and no later than this after the text.
 */
const AT_THE_LATEST_MS = 500;

let due = false;
let isWaiting = false;

/** Someone goes into the text, or something needs the editor. */
export function editorNow(): void {
  due = true;
  for (const listener of listeners) listener();
}

function editorSoon(): void {
  if (due || isWaiting) return;
  isWaiting = true;
  // WebKit has no idle time.
  if ('requestIdleCallback' in window) requestIdleCallback(editorNow, { timeout: AT_THE_LATEST_MS });
  else setTimeout(editorNow, AT_THE_LATEST_MS / 2);
}

/** Whether it is time for the editor: at once where nothing can be read without it. */
export function useEditorDue(waits: boolean): boolean {
  const isDue = useSyncExternalStore(subscribe, () => due);
  useEffect(() => {
    if (waits) editorSoon();
  }, [waits]);
  return isDue || !waits;
}
