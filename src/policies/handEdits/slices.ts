import type { WrittenEnvelope } from '../model/composedDocument.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { PlacedValue, RangeTable } from '../language/ranges.ts';
import type { ParsedEnvelope, ParsedStatement } from '../model/documentEdits.ts';

/** One statement of a text and what is before it, comma included. */
export interface Slice {
  readonly text: string;
  readonly lead: string;
  readonly Sid: string | undefined;
}

export interface SlicedText extends WrittenEnvelope {
  readonly slices: readonly Slice[];
}

/** A policy's text cut into its statements and what is around them: joined again, they are the text. */
export function sliceText(text: string, policy: PolicyDocument, ranges: RangeTable): SlicedText {
  const list = ranges.get(['Statement']);
  const isList = list !== undefined && text[list.offset] === '[';
  const headEnd = (list?.offset ?? 0) + (isList ? 1 : 0);
  let end = headEnd;
  const slices = policy.Statement.map(({ Sid }, index) => {
    const range = ranges.get(['Statement', index]) ?? { offset: end, length: 0 };
    const slice = {
      lead: text.slice(end, range.offset),
      text: text.slice(range.offset, range.offset + range.length),
      Sid,
    };
    end = range.offset + range.length;
    return slice;
  });
  return { head: text.slice(0, headEnd), slices, tail: text.slice(end) };
}

export interface ParsedSlices extends SlicedText {
  readonly envelope: ParsedEnvelope;
  /** What each slice says, by its place. */
  readonly parsed: readonly ParsedStatement[];
}

/** A policy's text cut into pieces, each with what it says: none of them need be read again. */
export function parsedSlices(text: string, policy: PolicyDocument, ranges: RangeTable): ParsedSlices {
  const sliced = sliceText(text, policy, ranges);
  const { head, tail, slices } = sliced;
  const starts = policy.Statement.map((_, index) => ranges.get(['Statement', index])?.offset ?? 0);
  const places = placesByStatement(ranges, starts);
  const parsed = policy.Statement.map((statement, index) => ({
    text: slices[index]?.text ?? '',
    statement,
    places: places[index] ?? [],
  }));
  const { Statement: _apart, ...rest } = policy;
  const length = text.length - head.length - tail.length;
  return {
    ...sliced,
    parsed,
    envelope: { head, tail, policy: rest, places: envelopePlaces(ranges, head.length, length) },
  };
}

/** Where the values of each statement are, counted from where the statement's text starts. */
export function placesByStatement(
  ranges: RangeTable,
  starts: readonly number[],
): readonly (readonly PlacedValue[])[] {
  const found = starts.map((): PlacedValue[] => []);
  for (const { path, start, end } of ranges.places()) {
    const [root, index, ...rest] = path;
    const from = typeof index === 'number' ? (starts[index] ?? 0) : 0;
    if (root === 'Statement' && typeof index === 'number')
      found[index]?.push({ path: rest, start: start - from, end: end - from });
  }
  return found;
}

/** The places of what is around the statements, counted as if the statements (`length` characters after `head`) were cut out. */
export function envelopePlaces(ranges: RangeTable, head: number, length: number): readonly PlacedValue[] {
  const moved = (place: number) => (place <= head ? place : Math.max(head, place - length));
  return ranges
    .places()
    .filter(({ path }) => path.length < 2)
    .map(({ path, start, end }) => ({ path, start: moved(start), end: moved(end) }));
}

/** A statement of the text before an edit, shown or removed, with the key that identifies it in the list of edits. */
export interface KeyedSlice {
  readonly key: string;
  readonly text: string;
  readonly Sid: string | undefined;
}

/**
 * Finds for each statement of an edited text the statement that it was before: its index in `before`, or `undefined` if it is new.
 * Tried in this order: the same text and a key equal to its Sid, a key equal to its Sid, the same text, the same Sid. Statements
 * left without a match are then paired in order, if as many are left before as after between two matched neighbors. Only the first
 * `shown` statements of `before` are paired that way; those behind them are removed ones.
 */
export function matchSlices(
  before: readonly KeyedSlice[],
  after: readonly Slice[],
  shown: number,
): readonly (number | undefined)[] {
  const matches: (number | undefined)[] = after.map(() => undefined);
  const free = new Set(before.keys());
  for (const same of likeness) {
    after.forEach((slice, at) => {
      if (matches[at] !== undefined) return;
      const found = [...free].find((index) => {
        const candidate = before[index];
        return candidate !== undefined && same(candidate, slice);
      });
      if (found === undefined) return;
      matches[at] = found;
      free.delete(found);
    });
  }
  return matchBetween(matches, shown);
}

const likeness: readonly ((one: KeyedSlice, other: Slice) => boolean)[] = [
  (one, other) => one.text === other.text && one.key === other.Sid,
  (one, other) => one.key === other.Sid,
  (one, other) => one.text === other.text,
  (one, other) => one.Sid !== undefined && one.Sid === other.Sid,
];

/** Pairs unmatched statements in order where equally many are left on both sides between the same two matched neighbors. */
function matchBetween(
  matches: readonly (number | undefined)[],
  count: number,
): readonly (number | undefined)[] {
  const filled = [...matches];
  const matched = new Set<number | undefined>(matches);
  let previous = -1;
  for (let at = 0; at < filled.length; at += 1) {
    const match = filled[at];
    if (match !== undefined) {
      if (match < count) previous = match;
      continue;
    }
    let stop = at;
    while (stop < filled.length && filled[stop] === undefined) stop += 1;
    const free = freeAfter(previous, count, matched);
    if (free.length === stop - at) {
      filled.splice(at, free.length, ...free);
      for (const index of free) matched.add(index);
    }
    at = stop - 1;
  }
  return filled;
}

function freeAfter(
  previous: number,
  count: number,
  matched: ReadonlySet<number | undefined>,
): readonly number[] {
  const free: number[] = [];
  for (let index = previous + 1; index < count && !matched.has(index); index += 1) free.push(index);
  return free;
}
