import { firstIndex } from '../firstIndex.ts';

/** A line that is not empty, outside of comments and texts over lines. */
export interface Line {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
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

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text;
    this.#lines = lines;
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
