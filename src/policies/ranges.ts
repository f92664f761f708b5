import { offset, type Path, type TextRange } from './document.ts';

/** Where each value of a document stands in its text. Objects, lists and single values have a range. */
export interface RangeTable {
  get(path: Path): TextRange | undefined;
  /** The deepest value around an offset; the empty path outside the document. */
  pathAt(at: number): Path;
  /** First and last line of a value, 1-based. */
  lines(path: Path): { readonly first: number; readonly last: number } | undefined;
}

interface Entry {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

const keyOf = (path: Path): string => path.join('\u0000');

/** `entries` in the order in which the values begin, a parent before its children. */
export function rangeTable(text: string, entries: readonly Entry[]): RangeTable {
  const byPath = new Map(entries.map((entry) => [keyOf(entry.path), entry]));
  let lineStarts: readonly number[] | undefined;
  const lineOf = (at: number): number => {
    lineStarts ??= startsOfLines(text);
    return lastAtOrBefore(lineStarts, at, (start) => start) + 1;
  };
  return {
    get: (path) => {
      const entry = byPath.get(keyOf(path));
      return entry && { offset: offset(entry.start), length: entry.end - entry.start };
    },
    pathAt: (at) => deepestAround(entries, at)?.path ?? [],
    lines: (path) => {
      const entry = byPath.get(keyOf(path));
      return entry && { first: lineOf(entry.start), last: lineOf(entry.end - 1) };
    },
  };
}

function deepestAround(entries: readonly Entry[], at: number): Entry | undefined {
  for (let index = lastAtOrBefore(entries, at, (entry) => entry.start); index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry && at <= entry.end) return entry;
  }
  return undefined;
}

/** Index of the last element whose position is not after `at`; -1 when all are after. */
function lastAtOrBefore<Element>(
  elements: readonly Element[],
  at: number,
  position: (element: Element) => number,
): number {
  let [low, high] = [0, elements.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const element = elements[middle];
    if (element !== undefined && position(element) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
