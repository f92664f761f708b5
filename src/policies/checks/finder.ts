import { globMatcher, isPattern } from '../language/glob.ts';

/** Finds the entry of a list that takes an action, in lower case, in: by name before by pattern. */
export type Finder<Entry> = (lowerAction: string) => Entry | undefined;

const LOWER = 0x20;
const WILDCARDS = new Set(['*', '?']);

/** Whether a text can begin like an action at all: the first letter rules out most entries, without a copy of them. */
const mayBegin = (text: string, lowerAction: string): boolean =>
  (text.charCodeAt(0) | LOWER) === lowerAction.charCodeAt(0) || WILDCARDS.has(text.charAt(0));

export function finderOf<Entry extends { readonly text: string }>(entries: readonly Entry[]): Finder<Entry> {
  return (lowerAction) => {
    let byPattern: Entry | undefined;
    for (const entry of entries) {
      if (!mayBegin(entry.text, lowerAction)) continue;
      const lower = entry.text.toLowerCase();
      if (lower === lowerAction) return entry;
      if (!byPattern && isPattern(lower) && globMatcher(lower)(lowerAction)) byPattern = entry;
    }
    return byPattern;
  };
}
