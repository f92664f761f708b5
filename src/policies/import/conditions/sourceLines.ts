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

/** No entry is so long that its key is farther away from its beginning. */
const FARTHEST = 5000;

/** The line with the dash of the entry that a key is in, else the first one that is indented as far. */
export function beginningAbove(text: string, lines: readonly Line[], at: number, column: number): number {
  let start = lines[at]?.from ?? 0;
  for (let above = at - 1; above >= Math.max(0, at - FARTHEST); above -= 1) {
    const line = lines[above];
    if (!line || line.indent < column - 4) break;
    const dash = /^[^\S\n]*-[^\S\n]+/.exec(text.slice(line.from, line.from + column))?.[0].length;
    if (dash === column) return line.from;
    if (line.indent < column) break;
    start = line.from;
  }
  return start;
}
