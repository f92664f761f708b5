import { quietPlaces } from '../programs/quietPlaces.ts';
import { firstIndex } from '../firstIndex.ts';
import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';

/** Conditions that reach as far as they are indented: `if` of Python, `when` of a task of Ansible, `if` of a step of a pipeline. */
export const indentedConditions = (text: string): readonly ConditionRegion[] => {
  const hasBlocks = BLOCK.test(text);
  const hasKeys = text.search(KEY) !== -1;
  if (!hasBlocks && !hasKeys) return [];
  const lines = linesOf(text);
  return [...(hasBlocks ? blocksIn(text, lines) : []), ...(hasKeys ? keysIn(text, lines) : [])];
};

interface Line {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/** The lines that are not empty, outside of comments and texts over lines. */
function linesOf(text: string): readonly Line[] {
  const quiet = quietPlaces(text);
  return Array.from(text.matchAll(/^([^\S\n]*)\S[^\n]*$/gm)).flatMap(({ 0: line, 1: indent = '', index }) => {
    const place = quiet[firstIndex(quiet, ({ to }) => to > index)];
    const isQuiet = place !== undefined && place.from <= index + indent.length;
    return isQuiet ? [] : [{ from: index, to: index + line.length, indent: indent.length }];
  });
}

const BLOCK = /^[^\S\n]*(?:if|elif)\b[^\n]{0,500}/m;

/** Of one line, or in brackets over several; what it decides about can be in the same line. */
const HEAD =
  /[^\S\n]*(?:(if|elif)\b\s*(?=\S)(\([^:{}]{1,500}?\)|(?:[^\n{}]|\{[^{}\n]{0,200}\}){1,500}?)|(else))(?<=\S)\s*:(?:[^\S\n]*(?:#[^\n]*)?(?:\r?\n|$)|[^\S\n]+(?=(?:return|continue)\b|[\w.[\]"']{1,100}\s{0,20}(?:=(?!=)|\()))/y;

function blocksIn(text: string, lines: readonly Line[]): readonly ConditionRegion[] {
  const found: ConditionRegion[] = [];
  /** Conditions before, by the indentation of their block. */
  const before = new Map<number, readonly string[]>();
  const below = nextBelow(lines);
  for (const [index, line] of lines.entries()) {
    HEAD.lastIndex = line.from;
    const head = HEAD.exec(text);
    const [, keyword, written, otherwise] = head ?? [];
    const known = before.get(line.indent) ?? [];
    if (!head || (keyword !== 'if' && known.length === 0)) {
      forget(before, line.indent);
      continue;
    }
    const end = HEAD.lastIndex;
    const own = written === undefined ? undefined : conditionText(written);
    const earlier = keyword === 'if' ? [] : known;
    const next = firstBehind(lines, index, ({ from, indent }) => from >= end && indent <= line.indent);
    if (own !== undefined && leaves(text.slice(end, next?.from ?? text.length))) {
      const outer = lines[below[index] ?? lines.length];
      found.push({
        from: next?.from ?? text.length,
        to: outer?.from ?? text.length,
        words: otherwiseWords([own]),
      });
    }
    found.push({ from: end, to: next?.from ?? text.length, words: otherwiseWords(earlier, own) });
    before.set(line.indent, otherwise === undefined && own !== undefined ? withCondition(earlier, own) : []);
  }
  return found;
}

/** A block whose last statement leaves: what follows is done only otherwise. */
function leaves(block: string): boolean {
  const [, first = ''] = /^(?:[^\S\n]*\n)*([^\S\n]*)/.exec(block) ?? [];
  const [, last] = /(?:^|\n)([^\S\n]*)(?:return|continue)\b[^\n]{0,100}\s*$/.exec(block.slice(-400)) ?? [];
  return last === first;
}

/** For each line the next one that is indented less. */
function nextBelow(lines: readonly Line[]): readonly number[] {
  const found: number[] = lines.map(() => lines.length);
  const open: number[] = [];
  for (const [index, { indent }] of lines.entries()) {
    for (
      let last = open.at(-1);
      last !== undefined && (lines[last]?.indent ?? 0) > indent;
      last = open.at(-1)
    ) {
      found[last] = index;
      open.pop();
    }
    open.push(index);
  }
  return found;
}

/** A line ends the blocks that are indented as far as it is, or farther. */
function forget(before: Map<number, readonly string[]>, indent: number): void {
  for (const key of before.keys()) if (key >= indent) before.delete(key);
}

function firstBehind(lines: readonly Line[], index: number, isIt: (line: Line) => boolean): Line | undefined {
  for (let at = index + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line && isIt(line)) return line;
  }
  return undefined;
}

/** A key with its value in the same line, as a text below, or with a list of them below. */
const KEY =
  /^([^\S\n]*(?:-[^\S\n]+)?)(?:when|if):(?:[^\S\n]+(?![\s&*]|[|>][-+\d]*\s)([^\n]+)|[^\S\n]*[|>][-+\d]*[^\S\n]*\n((?:[^\S\n]+[^\n]*(?:\n|$)){1,20})|[^\S\n]*\n((?:[^\S\n]*-[^\S\n][^\n]*(?:\n|$)){1,20}))/gm;

/** What has such a key: from its first line to its last. */
function keysIn(text: string, lines: readonly Line[]): readonly ConditionRegion[] {
  return Array.from(text.matchAll(new RegExp(KEY))).map(
    ({ 0: all, 1: before = '', 2: value, 3: folded, 4: list, index }) => {
      const column = before.length;
      const at = firstIndex(lines, ({ from }) => from >= index);
      const below = folded?.split('\n') ?? [];
      const end = below.findIndex((one) => /\S/.test(one) && one.search(/\S/) <= column);
      const isFirst = before.includes('-');
      const start = isFirst ? index : beginningAbove(text, lines, at, column);
      const next = firstBehind(
        lines,
        at,
        ({ from, indent }) => from > index + (folded === undefined ? all.length - 1 : 0) && indent < column,
      );
      const words =
        value ??
        (folded === undefined ? undefined : below.slice(0, end === -1 ? below.length : end).join(' ')) ??
        (list ?? '')
          .split('\n')
          .map((one) => one.replace(/^\s*-\s*/, '').trim())
          .filter(Boolean)
          .join(' and ');
      return { from: start, to: next?.from ?? text.length, words: conditionText(words) };
    },
  );
}

/** No entry is so long that its key is farther away from its beginning. */
const FARTHEST = 5000;

/** The line with the dash of the entry that a key is in, else the first one that is indented as far. */
function beginningAbove(text: string, lines: readonly Line[], at: number, column: number): number {
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
