import { type Entry, entryGroups } from './searchEntry.ts';

/** At most so many entries of a group are shown; more words find the rest. */
const MOST = 6;
const MOST_NEAREST = 4;

export interface FoundEntry {
  /** In the order of the groups, the best of each first. */
  readonly entries: readonly Entry[];
  /** Nothing has all of the words: these come nearest. */
  readonly isNearest: boolean;
}

/** The entries that have every word, by group; where there is none, those whose names come nearest. */
export function findEntries(entries: readonly Entry[], query: string): FoundEntry {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return { entries: allCommandsIn(entries), isNearest: false };
  const matching = entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
  if (matching.length === 0) return { entries: nearest(entries, query), isNearest: true };
  const found = entryGroups.flatMap((group) => {
    const ofGroup = matching.filter((entry) => entry.group === group);
    const ordered = ofGroup.toSorted((one, other) => rank(one, words) - rank(other, words));
    return group === 'Commands' ? ordered : ordered.slice(0, MOST);
  });
  return { entries: found, isNearest: false };
}

/** In the order that people know; those that can't be used now are last, so that none of them is the first to be offered. */
function allCommandsIn(entries: readonly Entry[]): readonly Entry[] {
  const commands = entries.filter(({ group }) => group === 'Commands');
  return [...commands.filter(({ isOff }) => !isOff), ...commands.filter(({ isOff }) => isOff)];
}

const texts = new WeakMap<Entry, string>();

function textOf(entry: Entry): string {
  const cached = texts.get(entry);
  if (cached !== undefined) return cached;
  const text = `${entry.label} ${entry.detail ?? ''} ${entry.more ?? ''}`.toLowerCase();
  texts.set(entry, text);
  return text;
}

/** Words in the name count more than those elsewhere, at its beginning most. */
function rank({ label }: Entry, words: readonly string[]): number {
  const lower = label.toLowerCase();
  if (!words.every((word) => lower.includes(word))) return 2;
  return words.some((word) => lower.startsWith(word)) ? 0 : 1;
}

/** By the pairs of letters that the names share with what was typed. */
function nearest(entries: readonly Entry[], query: string): readonly Entry[] {
  const pairs = pairsOf(query);
  return entries
    .map((entry) => [entry, likeness(pairs, entry.label.toLowerCase())] as const)
    .filter(([, share]) => share > 0.3)
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_NEAREST)
    .map(([entry]) => entry);
}

/** Nothing on the page has longer words. */
const LONGEST = 100;

function pairsOf(text: string): readonly string[] {
  const letters = text.toLowerCase().trim().slice(0, LONGEST);
  const pairs = Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2));
  return [...new Set(pairs)];
}

/** From 0 to 1. */
const likeness = (pairs: readonly string[], label: string): number =>
  (2 * pairs.filter((pair) => label.includes(pair)).length) / (pairs.length + Math.max(1, label.length - 1));
