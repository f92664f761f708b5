/** Keys of a list in which one entry is selected. Source: https://www.w3.org/WAI/ARIA/apg/patterns/listbox/ */

/** Entries that Page Up and Page Down skip. */
const PAGE = 10;

/** Where a key leads from the entry at `current`; nothing for a key that does not move. */
export function movedBy(key: string, current: number, count: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + PAGE,
    PageUp: current - PAGE,
    Home: 0,
    End: count - 1,
  };
  const target = Object.hasOwn(steps, key) ? steps[key] : undefined;
  return target === undefined || count === 0 ? undefined : Math.min(count - 1, Math.max(0, target));
}

/** What was typed in quick succession, and when the last character came. */
export interface Typed {
  readonly text: string;
  readonly at: number;
}

const PAUSE_MS = 700;

export const nothingTyped: Typed = { text: '', at: 0 };

/** With another character; after a pause the text begins anew. */
export const typedOn = ({ text, at }: Typed, key: string, now: number): Typed => ({
  text: (now - at < PAUSE_MS ? text : '') + key.toLowerCase(),
  at: now,
});

/** Whether a key types a character. A space does only within a text: else it selects. */
export const isTyping = (
  { key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
  { text, at }: Typed,
  now: number,
): boolean =>
  key.length === 1 &&
  !ctrlKey &&
  !metaKey &&
  !altKey &&
  (key !== ' ' || (text !== '' && now - at < PAUSE_MS));

/**
 * The next entry with a name that begins with what was typed, round and round. The same letter again goes on to the next one.
 * Each entry can be found by several names.
 */
export function foundByTyping(
  entries: readonly (readonly string[])[],
  current: number,
  text: string,
): number | undefined {
  const first = text.charAt(0);
  const isRepeated = text === first.repeat(text.length);
  const sought = isRepeated ? first : text;
  const from = isRepeated ? current + 1 : Math.max(current, 0);
  for (let step = 0; step < entries.length; step += 1) {
    const index = (from + step) % entries.length;
    if (entries[index]?.some((name) => name.toLowerCase().startsWith(sought))) return index;
  }
  return undefined;
}
