import { firstIndex } from './firstIndex.ts';
import type { TextRange } from '../language/policy.ts';

/** Lines of comments in a YAML text, found once for all policies in it: a line may hold thousands of them. */

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Lines of comments with nothing but blank lines between them. */
export interface CommentRun extends Span {
  /** Where the line before it begins, and where the line behind it ends: what reaches into these has the run beside it. */
  readonly nearFrom: number;
  readonly nearTo: number;
}

const LINE = /([^\r\n]*)(?:\r\n|\r|\n|$)/g;
const COMMENT = /^\s*#/;

/** Every run of a text, in its order. */
export function commentRuns(text: string): readonly CommentRun[] {
  const runs: CommentRun[] = [];
  let open: CommentRun | undefined;
  let before = 0;
  for (const { 1: line = '', index } of text.matchAll(LINE)) {
    const end = index + line.length;
    if (COMMENT.test(line)) open = { nearFrom: before, from: index, ...open, to: end, nearTo: text.length };
    else if (line.trim() !== '') {
      if (open) runs.push({ ...open, nearTo: end });
      open = undefined;
      before = index;
    }
  }
  return open ? [...runs, open] : runs;
}

/** Those within a stretch of the text and directly around it. */
export function commentRunsAround(
  runs: readonly CommentRun[],
  { offset, length }: TextRange,
): readonly CommentRun[] {
  const found: CommentRun[] = [];
  for (let index = firstIndex(runs, ({ nearTo }) => nearTo >= offset); ; index += 1) {
    const run = runs[index];
    if (!run || run.nearFrom > offset + length) return found;
    found.push(run);
  }
}
