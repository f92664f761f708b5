import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { CharacterMark } from '../../policies/language/characters/editorMarks.ts';

/*
 * What the page needs to show characters that cannot be seen or look like others. It is loaded with the first text that could
 * have any: most have none.
 */

const load = () => import('./loadedCharacters.ts');
type Characters = Awaited<ReturnType<typeof load>>;

let loaded: Characters | null = null;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

async function start(): Promise<void> {
  if (loaded) return;
  loaded = await load();
  for (const listener of listeners) listener();
}

/** Whether nothing of a text can be hidden: printable ASCII, with line ends and tabs where a text has lines. */
export const isPlain = (text: string): boolean => /^[\t\n\r\x20-\x7e]*$/.test(text);

/** Finds and shows characters; nothing while it is not needed, and until it is there. */
export function useCharacters(needed: boolean): Characters | null {
  const characters = useSyncExternalStore(subscribe, () => loaded);
  useEffect(() => {
    // Without it texts are shown as they are, and the findings name what is in them.
    if (needed) start().catch(() => {});
  }, [needed]);
  return needed ? characters : null;
}

const none: readonly CharacterMark[] = [];

/** Marks for an editor with a policy's text. A character may be written as an escape. */
export function useCharacterMarks(text: string): readonly CharacterMark[] {
  const needed = useMemo(() => !isPlain(text) || /\\[^"\\/]/.test(text), [text]);
  const characters = useCharacters(needed);
  return useMemo(() => characters?.editorMarks(text) ?? none, [characters, text]);
}

/** Shows a text as a text, for where nothing else can be: the name of a region, an entry of a list. */
export function useVisibleString(...texts: readonly string[]): (text: string) => string {
  const characters = useCharacters(!texts.every(isPlain));
  return (text) => characters?.visibleString(text, 'prose') ?? text;
}
