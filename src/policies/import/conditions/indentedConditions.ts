import { type ConditionRegion, conditionText, otherwiseWords, withCondition } from './conditionRegion.ts';
import { LEAVING } from './leaving.ts';
import { hasPipelineKeys, pipelineKeys } from './pipelineKeys.ts';
import { Entries, firstBehind, type Line, linesOf, nextBelow } from './sourceLines.ts';

/** Conditions that reach as far as they are indented: `if` of Python, `when` of a task of Ansible, `if` of a step of a pipeline. */
export const indentedConditions = (text: string): readonly ConditionRegion[] => {
  const hasBlocks = BLOCK.test(text);
  const hasKeys = text.search(KEY) !== -1 || hasPipelineKeys(text);
  if (!hasBlocks && !hasKeys) return [];
  const lines = linesOf(text);
  const blocks = hasBlocks ? blocksIn(text, lines) : [];
  if (!hasKeys) return blocks;
  const entries = new Entries(text, lines);
  return [...blocks, ...keysIn(text, entries), ...pipelineKeys(text, entries)];
};

const BLOCK = /^[^\S\n]*(?:if|elif|match)\b[^\n]{0,500}/m;

/** Of one line, or in brackets over several; what it decides about can be in the same line. */
const HEAD =
  /[^\S\n]*(?:(if|elif|case)\b\s*(?=\S)(\([^:{}]{1,500}?\)|(?:[^\n{}]|\{[^{}\n]{0,200}\}){1,500}?)|(else))(?<=\S)(?<!,[^\S\n]{0,5}do)\s*:(?:[^\S\n]*(?:#[^\n]*)?(?:\r?\n|$)|[^\S\n]+(?=(?:return|continue|break)\b|[\w.[\]"']{1,100}\s{0,20}(?:=(?!=)|\()))/y;

function blocksIn(text: string, lines: readonly Line[]): readonly ConditionRegion[] {
  const found: ConditionRegion[] = [];
  /** Conditions before, by the indentation of their block. */
  const before = new Map<number, readonly string[]>();
  const below = nextBelow(lines);
  const subjects = subjectsOf(text, lines);
  for (const [index, line] of lines.entries()) {
    HEAD.lastIndex = line.from;
    const head = HEAD.exec(text);
    const [, keyword, written, otherwise] = head ?? [];
    const known = before.get(line.indent) ?? [];
    const subject = keyword === 'case' ? subjects.get(index) : undefined;
    if (!head || (keyword === 'case' ? subject === undefined : keyword !== 'if' && known.length === 0)) {
      forget(before, line.indent);
      continue;
    }
    const end = HEAD.lastIndex;
    const asked = written === undefined ? undefined : conditionText(written);
    const own = subject === undefined ? asked : `${subject}: case ${asked}`;
    const earlier = keyword === 'if' || keyword === 'case' ? [] : known;
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
    const isChain = otherwise === undefined && own !== undefined && keyword !== 'case';
    before.set(line.indent, isChain ? withCondition(earlier, own) : []);
  }
  return found;
}

const MATCH = /[^\S\n]*match\b\s*(?=\S)([^\n]{1,300}?)(?<=\S)\s*:[^\S\n]*(?:#[^\n]*)?\r?$/my;

/** What each line with a `case` of Python is about. */
function subjectsOf(text: string, lines: readonly Line[]): ReadonlyMap<number, string> {
  const open: { readonly indent: number; readonly subject: string }[] = [];
  const found = new Map<number, string>();
  for (const [index, { from, indent }] of lines.entries()) {
    while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
    const subject = open.at(-1)?.subject;
    if (subject !== undefined) found.set(index, subject);
    MATCH.lastIndex = from;
    const [, written] = MATCH.exec(text) ?? [];
    if (written !== undefined) open.push({ indent, subject: conditionText(written) });
  }
  return found;
}

const LAST = new RegExp(String.raw`(?:^|\n)([^\S\n]*)${LEAVING}[^\n]{0,100}\s*$`);

/** A block whose last statement leaves: what follows is done only otherwise. */
function leaves(block: string): boolean {
  const [, first = ''] = /^(?:[^\S\n]*\n)*([^\S\n]*)/.exec(block) ?? [];
  const [, last] = LAST.exec(block.slice(-400)) ?? [];
  return last === first;
}

/** A line ends the blocks that are indented as far as it is, or farther. */
function forget(before: Map<number, readonly string[]>, indent: number): void {
  for (const key of before.keys()) if (key >= indent) before.delete(key);
}

/** A key with its value in the same line, as a text below, or with a list of them below. */
const KEY =
  /^([^\S\n]*(?:-[^\S\n]+)?)(?:when|if|condition):(?:[^\S\n]+(?![\s&*]|[|>][-+\d]*\s)([^\n]+)|[^\S\n]*[|>][-+\d]*[^\S\n]*\n((?:[^\S\n]+[^\n]*(?:\n|$)){1,20})|[^\S\n]*\n((?:[^\S\n]*-[^\S\n][^\n]*(?:\n|$)){1,20}))/gm;

/** What has such a key: from its first line to its last. */
function keysIn(text: string, entries: Entries): readonly ConditionRegion[] {
  const matches = Array.from(text.matchAll(new RegExp(KEY))).filter(
    ({ 4: list = '', index }) =>
      !/^\s*-\s+[\w.-]{1,60}:\s/.test(list) &&
      !/\bunless:\s*$/.test(text.slice(Math.max(0, index - 100), index)),
  );
  return matches.map(({ 0: all, 1: before = '', 2: value, 3: folded, 4: list, index }) => {
    const column = before.length;
    const below = folded?.split('\n') ?? [];
    const end = below.findIndex((one) => /\S/.test(one) && one.search(/\S/) <= column);
    const isFirst = before.includes('-');
    const start = isFirst ? index : entries.beginningOf(entries.at(index), column);
    const to = entries.endOf(index + (folded === undefined ? all.length - 1 : 0), column);
    const words =
      value ??
      (folded === undefined ? undefined : below.slice(0, end === -1 ? below.length : end).join(' ')) ??
      (list ?? '')
        .split('\n')
        .map((one) => one.replace(/^\s*-\s*/, '').trim())
        .filter(Boolean)
        .join(' and ');
    return { from: start, to, words: conditionText(words) };
  });
}
