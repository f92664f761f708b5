import { firstIndex } from '../firstIndex.ts';
import { type QuietPlace, quietPlaces } from '../programs/quietPlaces.ts';

/** A line that is not empty, outside of comments and texts over lines. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/** The lines that are not empty, outside of comments, texts over lines, and documents of a shell. */
export function linesOf(text: string): readonly Line[] {
  const [quiet, heredocs] = [quietPlaces(text), heredocsIn(text)];
  return Array.from(text.matchAll(/^([^\S\n]*)\S[^\n]*$/gm)).flatMap(({ 0: line, 1: indent = '', index }) => {
    const start = index + indent.length;
    const isOutside = [quiet, heredocs].every((places) => !isIn(places, index, start));
    return isOutside ? [{ from: index, to: index + line.length, indent: indent.length }] : [];
  });
}

function isIn(places: readonly QuietPlace[], line: number, start: number): boolean {
  const place = places[firstIndex(places, ({ to }) => to > line)];
  return place !== undefined && place.from <= start;
}

const HEREDOC = /(?<!<)<<[-~]?[^\S\n]*(["']?)([A-Za-z_]\w*)\1(?![\w(])[^\n]*\n/g;

/** `opening`: where the sign of the document is, in the line in front of it. */
interface Heredoc extends QuietPlace {
  readonly opening: number;
}

/** Documents of a shell or of Ruby: their lines are indented as their reader wants it. */
export function heredocsIn(text: string): readonly Heredoc[] {
  if (!text.includes('<<')) return [];
  const ends = new Map<string, number[]>();
  for (const { 1: name = '', index } of text.matchAll(/^[^\S\n]*([A-Za-z_]\w*)[^\S\n]*$/gm))
    if (ends.get(name)?.push(index) === undefined) ends.set(name, [index]);
  let last = 0;
  return Array.from(text.matchAll(HEREDOC)).flatMap(({ 0: opening, 2: name = '', index }) => {
    const from = index + opening.length;
    const closing = ends.get(name) ?? [];
    const to = closing[firstIndex(closing, (at) => at >= from)];
    if (to === undefined || index < last) return [];
    last = to;
    return [{ opening: index, from, to }];
  });
}

/** For each line the next one that is indented less by so much: one column, or none for a line that is indented as far. */
export function nextBelow(lines: readonly Line[], by: 0 | 1 = 1): readonly number[] {
  const found: number[] = lines.map(() => lines.length);
  const open: number[] = [];
  for (const [index, { indent }] of lines.entries()) {
    for (
      let last = open.at(-1);
      last !== undefined && (lines[last]?.indent ?? 0) - by >= indent;
      last = open.at(-1)
    ) {
      found[last] = index;
      open.pop();
    }
    open.push(index);
  }
  return found;
}

/** The next line behind another one that is what is looked for. */
export function firstBehind(
  lines: readonly Line[],
  index: number,
  isIt: (line: Line) => boolean,
): Line | undefined {
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line && isIt(line)) return line;
  }
  return undefined;
}

/** Entries of YAML: where what has a key at a column begins and ends. Lines that were looked at for one key are not for the next. */
export class Entries {
  readonly #text: string;
  readonly #lines: readonly Line[];
  readonly #beginnings = new Map<string, number>();
  readonly #outside = new Map<number, readonly Line[]>();
  readonly #documents: readonly number[];

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text;
    this.#lines = lines;
    this.#documents = Array.from(text.matchAll(/^---/gm), ({ index }) => index);
  }

  /** Of several documents of YAML the one that a place is in. */
  documentAt(place: number): Pick<Line, 'from' | 'to'> {
    const next = firstIndex(this.#documents, (at) => at > place);
    return { from: this.#documents[next - 1] ?? 0, to: this.#documents[next] ?? this.#text.length };
  }

  /** Index of the line that a place is in. */
  at(place: number): number {
    return firstIndex(this.#lines, ({ from }) => from >= place);
  }

  /** The line with the dash of the entry that a key is in, else the first one that is indented as far. */
  beginningOf(at: number, column: number): number {
    const known = `${at} ${column}`;
    let start = this.#lines[at]?.from ?? 0;
    for (let above = at - 1; above >= 0; above -= 1) {
      const [line, found] = [this.#lines[above], this.#beginnings.get(`${above} ${column}`)];
      if (!line || line.indent < column - 4) break;
      const written = this.#text.slice(line.from, line.from + column);
      const isEntry = /^[^\S\n]*-[^\S\n]+/.exec(written)?.[0].length === column;
      if (!isEntry && line.indent < column) break;
      start = isEntry ? line.from : (found ?? line.from);
      if (isEntry || found !== undefined) break;
    }
    this.#beginnings.set(known, start);
    return start;
  }

  /** Where the first line from a place on begins that is indented less than a column. */
  endOf(place: number, column: number): number {
    const outside = this.#outside.get(column) ?? this.#lines.filter(({ indent }) => indent < column);
    this.#outside.set(column, outside);
    return outside[firstIndex(outside, ({ from }) => from > place)]?.from ?? this.#text.length;
  }
}
