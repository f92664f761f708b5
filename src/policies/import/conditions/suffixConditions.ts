import type { Body, CodeExtents } from './codeExtents.ts';
import { type ConditionRegion, conditionText, otherwiseWords } from './conditionRegion.ts';
import { LEAVING, leavesAtEnd } from './leaving.ts';

/** The words of a condition behind `if`: behind `unless`, of its opposite. */
export function askedIn(code: CodeExtents, index: number, from: number, to: number): string {
  const words = conditionText(code.slice(from, to));
  return words !== '' && code.token(index)?.sign === 'unless' ? otherwiseWords([words]) : words;
}

/** What follows a statement that leaves the block: to the end of what both are in. */
export const leftBehind = (
  code: CodeExtents,
  { from, to, next }: Body,
  words: string,
): readonly ConditionRegion[] => {
  const leaves = leavesAtEnd(code.text, from, to);
  return leaves ? [{ from: to, to: code.startOf(code.closingOf(next)), words, ...leaves }] : [];
};

/** A condition behind what it decides about: `value if condition else other`, else `statement if condition`. */
export function suffixConditions(code: CodeExtents, index: number): readonly ConditionRegion[] {
  const at = code.startOf(index);
  const isFirstInLine = /(?:^|\n)[^\S\n]*$/.test(code.slice(Math.max(0, at - 100), at));
  const otherwise = elseOf(code, index);
  if (otherwise === undefined) return thenAlone(code, index) ?? modifier(code, index, isFirstInLine);
  if (isFirstInLine && /\S\s*\n\s*\S/.test(code.slice(at, code.startOf(otherwise)))) return [];
  const from = code.beginning(index, isFirstInLine ? [',', ';'] : [',', ';', '\n', '=']);
  return ifElse(code, index, otherwise, from);
}

/** With `then`, the value is behind the condition. */
function ifElse(
  code: CodeExtents,
  index: number,
  otherwise: number,
  from: number,
): readonly ConditionRegion[] {
  const [token, other] = [code.token(index), code.token(otherwise)];
  if (!token || !other) return [];
  const then = /\sthen\s/.exec(code.slice(token.to, other.from))?.index;
  const value = then === undefined ? { from, to: token.from } : { from: token.to + then, to: other.from };
  const words = askedIn(code, index, token.to, then === undefined ? other.from : token.to + then);
  const end = code.startOf(code.endOf(otherwise + 1, [',', ';', '\n']));
  return [
    { ...value, words },
    { from: other.to, to: end, words: otherwiseWords([words]) },
  ].filter((region) => words !== '' && region.from < region.to);
}

/** `if condition then value` in one line, without `else`. */
function thenAlone(code: CodeExtents, index: number): readonly ConditionRegion[] | undefined {
  const from = code.token(index)?.to ?? 0;
  const to = code.startOf(code.endOf(index + 1, [',', ';', '\n']));
  const then = /^([^\n]{1,300}?)\sthen[^\S\n]+(?=[\w"'`{|[(])/.exec(
    code.slice(from, Math.min(to, from + NEAR)),
  );
  if (!then) return undefined;
  return [
    { from: from + then[0].length, to, words: askedIn(code, index, from, from + (then[1] ?? '').length) },
  ];
}

/** `then` is not farther behind. */
const NEAR = 320;

/** An `else` of the same expression, which can be at the beginning of the next line. */
function elseOf(code: CodeExtents, index: number): number | undefined {
  const at = code.endOf(index + 1, ['else', ',', ';', ':', '\n']);
  const token = code.token(at);
  const next = token?.sign === '\n' ? code.nextTo(at) : at;
  const other = next === undefined ? undefined : code.token(next);
  if (!token || other?.sign !== 'else') return undefined;
  return next === at || code.slice(token.to, other.from).trim() === '' ? next : undefined;
}

/** Of a statement in front of its condition no more is looked at, in characters and in tokens. */
const [LONGEST, FARTHEST] = [2000, 200];

/** A statement of a program in front of its condition, not a sentence. */
const MODIFIED = new RegExp(
  String.raw`^\s*(?:[$@\w.[\]'"]{1,80}\s*(?:[+|:]?=(?![=~])|<<|\()|${LEAVING})|\bfor\s+[\w, ()]{1,80}\s+in\b`,
);

/**
 * `statement if condition` and `statement unless condition` of Ruby and Perl, and the condition of a comprehension. In Perl, it can be in
 * the next line.
 */
function modifier(code: CodeExtents, index: number, isFirstInLine: boolean): readonly ConditionRegion[] {
  const token = code.token(index);
  const next = code.endOf(index + 1, [';', '\n']);
  const to = code.startOf(next);
  if (!token || (isFirstInLine && !endsStatement(code, index, next))) return [];
  const from = code.beginning(isFirstInLine ? index - 1 : index, [';', '\n'], FARTHEST);
  if (!MODIFIED.test(code.slice(Math.max(from, token.from - LONGEST), token.from))) return [];
  const words = askedIn(code, index, token.to, to).replace(/^\{\s*([^{}]*?)\s*\}$/, '$1');
  if (words === '') return [];
  const left = leftBehind(code, { from, to: token.from, next }, otherwiseWords([words]));
  return left.length > 0 ? left : [{ from, to: token.from, words }];
}

/** Whether a condition ends the statement of the line before: nothing else is behind it, or behind its brackets. */
function endsStatement(code: CodeExtents, index: number, next: number): boolean {
  const [before, open] = [code.token(index - 1), code.token(index + 1)];
  if (before?.sign !== '\n' || code.token(next)?.sign !== ';') return false;
  if (/[;{}:,]\s*$/.test(code.slice(Math.max(0, before.from - 100), before.from))) return false;
  if (open?.sign !== '(') return next === index + 1;
  return (
    open.partner === next - 1 && code.slice(code.token(next - 1)?.to ?? 0, code.startOf(next)).trim() === ''
  );
}
