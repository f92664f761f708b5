import { type RepairedText, repairedText } from './repairedText.ts';
import type { TextEdit } from './tokens.ts';

/** What a mail, a page in Markdown, or a shell that waits for more has in front of each line. */
const MARKED = /^([^\S\n]*>(?:[^\S\n]?>)*)([^\S\n]?)[^\n]*(?:\n|$)/gm;

/** Both elements of a statement, or of a policy. */
const HOLDS_POLICY = /\b(?:Effect|Statement)\b/;

/** A hunk of `diff`, in which such lines are those of one of two texts. */
const HUNK = /^(?:\d+(?:,\d+)?[acd]\d+(?:,\d+)?|<[^\S\n][^\n]*)\r?$/m;

/** A text without the marks of lines that quote a policy, equally deep; nothing for another text. */
export function quotedText(text: string): RepairedText | undefined {
  if (!/^[^\S\n]*>/m.test(text) || HUNK.test(text)) return undefined;
  const edits = runsIn(text)
    .filter((run) => HOLDS_POLICY.test(run.map(({ line }) => line).join('')))
    .flatMap((run) => run.map(({ mark }) => mark));
  return edits.length === 0 ? undefined : repairedText(text, 0, text.length, edits);
}

interface MarkedLine {
  readonly line: string;
  readonly depth: number;
  readonly mark: TextEdit;
  readonly end: number;
}

/** Lines that follow each other. */
function runsIn(text: string): readonly (readonly MarkedLine[])[] {
  const runs: MarkedLine[][] = [];
  for (const { 0: line, 1: marks = '', 2: blank = '', index } of text.matchAll(MARKED)) {
    const depth = marks.replaceAll(/[^>]/g, '').length;
    const mark = { offset: index, length: marks.length + blank.length, text: '' };
    const one = { line, depth, mark, end: index + line.length };
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before?.end === index && before.depth === depth) last.push(one);
    else runs.push([one]);
  }
  return runs;
}
