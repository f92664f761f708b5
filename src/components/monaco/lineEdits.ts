import { commaHunks, type Hunk, hunksOf } from './hunks.ts';

/** Lines from `first` to `last`, both included, counted from 1. */
export interface EditorLine {
  readonly first: number;
  readonly last: number;
}

/** Replaces the text between two places of the old text, lines and columns counted from 1. */
export interface LineEdit {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly text: string;
}

/** Lines of the old text that are gone; they were before `line` of the new text. */
export interface RemovedLines {
  readonly line: number;
  readonly count: number;
  readonly text: string;
}

export interface LineChanges {
  /** In document order, not overlapping, all in places of the old text. */
  readonly edits: readonly LineEdit[];
  readonly added: readonly EditorLine[];
  readonly removed: readonly RemovedLines[];
}

/**
 * What turns one text into another, line by line. A comma gained or lost at the end of a line is edited but not
 * reported: it is only the neighbor of a change. Lines that were replaced by as many or more are reported as added
 * alone. Both texts end their lines with `\n`.
 */
export function lineEdits(oldText: string, newText: string): LineChanges {
  const before = oldText.split('\n');
  const after = newText.split('\n');
  const hunks = hunksOf(before, after);
  return {
    edits: [...hunks, ...commaHunks(before, after, hunks)]
      .toSorted((a, b) => a.oldStart - b.oldStart)
      .flatMap((hunk) => editsOf(before, after, hunk)),
    added: hunks
      .filter((hunk) => hunk.newCount > 0)
      .map((hunk) => ({ first: hunk.newStart + 1, last: hunk.newStart + hunk.newCount })),
    removed: hunks
      .filter((hunk) => hunk.oldCount > hunk.newCount)
      .map((hunk) => removedLines(before, after, hunk)),
  };
}

function removedLines(before: string[], after: string[], hunk: Hunk): RemovedLines {
  const lines = before.slice(hunk.oldStart, hunk.oldStart + hunk.oldCount);
  const line = Math.min(hunk.newStart + hunk.newCount + 1, after.length);
  return { line, count: lines.length, text: lines.join('\n') };
}

/** Lines are changed in place as far as there are both; what is left of either side is deleted or inserted whole. */
function editsOf(before: string[], after: string[], hunk: Hunk): readonly LineEdit[] {
  const pairs = Math.min(hunk.oldCount, hunk.newCount);
  const inPlace = Array.from({ length: pairs }, (_, index) =>
    withinLine(
      hunk.oldStart + index + 1,
      before[hunk.oldStart + index] ?? '',
      after[hunk.newStart + index] ?? '',
    ),
  );
  const from = hunk.oldStart + pairs;
  if (hunk.oldCount > pairs) return [...inPlace, deletion(before, from, hunk.oldStart + hunk.oldCount)];
  const inserted = after.slice(hunk.newStart + pairs, hunk.newStart + hunk.newCount);
  return inserted.length > 0 ? [...inPlace, insertion(before, from, inserted)] : inPlace;
}

/** The part of a line between what both sides begin with and what both end with. */
function withinLine(line: number, before: string, after: string): LineEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return edit(line, start + 1, line, before.length - end + 1, after.slice(start, after.length - end));
}

/** The lines from `from` up to, not including, `to`, with the line break after them, or at the end before them. */
function deletion(before: string[], from: number, to: number): LineEdit {
  if (to < before.length) return edit(from + 1, 1, to + 1, 1, '');
  return edit(from, endColumn(before, from - 1), to, endColumn(before, to - 1), '');
}

function insertion(before: string[], at: number, lines: readonly string[]): LineEdit {
  if (at < before.length) return edit(at + 1, 1, at + 1, 1, `${lines.join('\n')}\n`);
  const column = endColumn(before, at - 1);
  return edit(at, column, at, column, `\n${lines.join('\n')}`);
}

const endColumn = (lines: string[], index: number): number => (lines[index] ?? '').length + 1;

function edit(
  startLine: number,
  startColumn: number,
  endLine: number,
  endColumn: number,
  text: string,
): LineEdit {
  return { startLine, startColumn, endLine, endColumn, text };
}
