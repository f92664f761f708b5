import { globMatcher, isPattern } from './facts.ts';

/** Finds the entry of a list that takes an action, in lower case, in: by name before by pattern. */
export type Finder<Entry> = (lowerAction: string) => Entry | undefined;

/** Prepared when it is first asked: many rules ask, and most statements are never asked. */
export function finderOf<Entry extends { readonly text: string }>(entries: readonly Entry[]): Finder<Entry> {
  let find: Finder<Entry> | undefined;
  return (lower) => {
    find ??= prepare(entries);
    return find(lower);
  };
}

function prepare<Entry extends { readonly text: string }>(entries: readonly Entry[]): Finder<Entry> {
  const exact = new Map<string, Entry>();
  const patterns: { readonly matches: (text: string) => boolean; readonly entry: Entry }[] = [];
  for (const entry of entries) {
    const lower = entry.text.toLowerCase();
    if (isPattern(lower)) patterns.push({ matches: globMatcher(lower), entry });
    else exact.set(lower, entry);
  }
  return (lower) => exact.get(lower) ?? patterns.find(({ matches }) => matches(lower))?.entry;
}
