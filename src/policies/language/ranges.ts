import { toOffset, type Path, type TextRange } from './policy.ts';

/** The range in the text of each value of a document. Objects, lists and single values have a range. */
export interface RangeTable {
  get(path: Path): TextRange | undefined;
  /** The deepest value around an offset; the empty path outside the document. */
  pathAt(at: number): Path;
  /** First and last line of a value, 1-based. */
  lines(path: Path): { readonly first: number; readonly last: number } | undefined;
  /** All values in the order in which they begin, a parent before its children. */
  places(): readonly PlacedValue[];
}

/** Where a value of a text begins and ends. */
export interface PlacedValue {
  readonly path: Path;
  readonly start: number;
  readonly end: number;
}

const keyOf = (path: Path): string => path.join('\u0000');

/** `find` gives the entries in the order in which the values begin, a parent before its children; called once, when needed. */
export function rangeTable(text: string, find: () => readonly PlacedValue[]): RangeTable {
  let found: readonly PlacedValue[] | undefined;
  let entriesByPath: ReadonlyMap<string, PlacedValue> | undefined;
  const entries = () => (found ??= find());
  const at = (path: Path) => {
    entriesByPath ??= new Map(entries().map((entry) => [keyOf(entry.path), entry]));
    return entriesByPath.get(keyOf(path));
  };
  let lineStarts: readonly number[] | undefined;
  const lineOf = (place: number): number => {
    lineStarts ??= startsOfLines(text);
    return lastAtOrBefore(lineStarts, place, (start) => start) + 1;
  };
  return {
    get: (path) => {
      const entry = at(path);
      return entry && { offset: toOffset(entry.start), length: entry.end - entry.start };
    },
    pathAt: (place) => deepestAround(entries(), place)?.path ?? [],
    lines: (path) => {
      const entry = at(path);
      return entry && { first: lineOf(entry.start), last: lineOf(entry.end - 1) };
    },
    places: entries,
  };
}

function deepestAround(entries: readonly PlacedValue[], at: number): PlacedValue | undefined {
  for (let index = lastAtOrBefore(entries, at, (entry) => entry.start); index >= 0; index -= 1) {
    const entry = entries[index];
    if (entry && at <= entry.end) return entry;
  }
  return undefined;
}

/** Index of the last element whose position is not after `at`; -1 when all are after. */
export function lastAtOrBefore<Element>(
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

/** The offset at which each line begins; the first at 0. */
export function startsOfLines(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
