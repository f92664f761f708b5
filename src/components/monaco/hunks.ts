import { diffArrays } from 'diff';

/** From here on the two texts have so little in common that a line-by-line comparison is of no use. */
const MOST_CHANGED_LINES = 600;

/** A run of lines that differ, places counted from 0. */
export interface Hunk {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newCount: number;
}

/** The runs of lines that differ in more than a comma at their end. */
export function hunksOf(before: string[], after: string[]): readonly Hunk[] {
  // Most of a policy stays: only what is between its first and its last changed line is compared.
  const [first, last] = alikeAround(before, after);
  const [old, now] = [before, after].map((lines) =>
    lines.slice(first, lines.length - last).map(withoutComma),
  );
  if (!old || !now) return [];
  const inPlace = changedInPlace(old, now, first);
  if (inPlace) return inPlace;
  const changes = diffArrays(old, now, { maxEditLength: MOST_CHANGED_LINES });
  if (!changes) return [{ oldStart: 0, oldCount: before.length, newStart: 0, newCount: after.length }];
  const hunks: Hunk[] = [];
  let hunk: Hunk = { oldStart: first, oldCount: 0, newStart: first, newCount: 0 };
  for (const { removed, added, count } of [...changes, { removed: false, added: false, count: 0 }]) {
    if (removed) hunk = { ...hunk, oldCount: hunk.oldCount + count };
    else if (added) hunk = { ...hunk, newCount: hunk.newCount + count };
    else {
      if (hunk.oldCount + hunk.newCount > 0) hunks.push(hunk);
      const oldStart = hunk.oldStart + hunk.oldCount + count;
      hunk = { oldStart, oldCount: 0, newStart: hunk.newStart + hunk.newCount + count, newCount: 0 };
    }
  }
  return hunks;
}

/**
 * The runs of lines that differ place by place, where none of the old ones is elsewhere in the new text: no alignment of the two has
 * more lines in common. A value that is typed changes many lines so, and nothing has to be aligned. Nothing in any other case.
 */
function changedInPlace(
  old: readonly string[],
  now: readonly string[],
  start: number,
): readonly Hunk[] | undefined {
  if (old.length !== now.length) return undefined;
  const lines = new Set(now);
  const hunks: Hunk[] = [];
  for (const [index, line] of old.entries()) {
    if (line === now[index]) continue;
    if (lines.has(line)) return undefined;
    const last = hunks.at(-1);
    const at = start + index;
    if (last && last.oldStart + last.oldCount === at)
      hunks[hunks.length - 1] = { ...last, oldCount: last.oldCount + 1, newCount: last.newCount + 1 };
    else hunks.push({ oldStart: at, oldCount: 1, newStart: at, newCount: 1 });
  }
  return hunks;
}

/** The lines outside the hunks that gained or lost their comma. */
export function commaHunks(before: string[], after: string[], hunks: readonly Hunk[]): readonly Hunk[] {
  const found: Hunk[] = [];
  let [oldStart, newStart] = [0, 0];
  for (const hunk of [
    ...hunks,
    { oldStart: before.length, oldCount: 0, newStart: after.length, newCount: 0 },
  ]) {
    for (; oldStart < hunk.oldStart; oldStart += 1, newStart += 1) {
      if (before[oldStart] !== after[newStart]) found.push({ oldStart, oldCount: 1, newStart, newCount: 1 });
    }
    [oldStart, newStart] = [hunk.oldStart + hunk.oldCount, hunk.newStart + hunk.newCount];
  }
  return found;
}

const isAlike = (one: string, other: string): boolean => withoutComma(one) === withoutComma(other);

/** How many lines both texts begin with, and how many of the others they end with. */
function alikeAround(
  before: readonly string[],
  after: readonly string[],
): readonly [first: number, last: number] {
  const shorter = Math.min(before.length, after.length);
  const at = (lines: readonly string[], index: number) => lines.at(index) ?? '';
  let first = 0;
  while (first < shorter && isAlike(at(before, first), at(after, first))) first += 1;
  let last = 0;
  while (last < shorter - first && isAlike(at(before, -1 - last), at(after, -1 - last))) last += 1;
  return [first, last];
}

const withoutComma = (line: string): string => (line.endsWith(',') ? line.slice(0, -1) : line);
