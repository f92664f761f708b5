import { lastAtOrBefore, type PlacedValue, startsOfLines } from '../language/ranges.ts';

/** A text with the places of its values. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly PlacedValue[];
}

/**
 * A policy's JSON without the indent that its lines have because it stood within another text, in front of its first line. Only white
 * space between values goes; a text of which a string spans lines stays as it is.
 */
export function outdent(placed: PlacedText): PlacedText {
  const { text, places } = placed;
  const [first = '', ...rest] = text.split('\n');
  const indent = commonIndent(rest.filter((line) => line.trim() !== ''));
  if (indent === '' || hasStringOverLines(text)) return placed;
  const without = rest.map((line) =>
    line.startsWith(indent) ? line.slice(indent.length) : line.trimStart(),
  );
  const removed = [0];
  rest.forEach((line, index) =>
    removed.push((removed[index] ?? 0) + line.length - (without[index]?.length ?? 0)),
  );
  const starts = startsOfLines(text);
  const moved = (at: number): number => at - (removed[lastAtOrBefore(starts, at, (start) => start)] ?? 0);
  return {
    text: [first, ...without].join('\n'),
    places: places.map(({ path, start, end }) => ({ path, start: moved(start), end: moved(end) })),
  };
}

/** What all lines begin with; nothing where one of them is indented with other characters. */
function commonIndent(lines: readonly string[]): string {
  const indents = lines.map((line) => line.slice(0, line.length - line.trimStart().length));
  const [shortest = ''] = indents.toSorted((one, other) => one.length - other.length);
  return indents.every((indent) => indent.startsWith(shortest)) ? shortest : '';
}

const hasStringOverLines = (text: string): boolean =>
  [...text.matchAll(/"(?:[^"\\]|\\[\s\S])*"/g)].some(([string]) => string.includes('\n'));
