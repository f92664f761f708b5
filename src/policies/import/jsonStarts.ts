import { isCdkStatement } from './cdkStatements.ts';
import { isMark } from './quotationMarks.ts';
import { isJsonSpace, isUnusualSpace } from './unusualSpaces.ts';

/** A `{` that a key or nothing follows, or `[` before one. Braces of prose are no start. */
export function isStart(text: string, at: number): boolean {
  const character = text[at];
  if (character !== '{' && character !== '[') return false;
  const behind = afterSpace(text, at + 1);
  const next = text[behind];
  if (character === '[') return next === '{';
  if (isTextOfJson(text, behind)) return false;
  return (
    next === '"' ||
    next === '}' ||
    next === '/' ||
    next === '#' ||
    next === '<' ||
    isMark(next) ||
    isElementName(text, at + 1) ||
    isCdkStatement(text, at)
  );
}

const TEXT = /(?:'|`|""")\s{0,200}[{[]\s{0,200}["{]/y;

/** A block of a program has a text alone, in which JSON begins: it is no key. */
function isTextOfJson(text: string, at: number): boolean {
  TEXT.lastIndex = at;
  return TEXT.test(text);
}

const ELEMENT =
  /\s{0,200}(?:Version|Id|Statement|Sid|Effect|(?:Not)?(?:Principal|Action|Resource)|Condition|PolicyDocument)\s{0,20}:/y;

/** An object as JavaScript writes it begins with a name of the policy language. */
function isElementName(text: string, at: number): boolean {
  ELEMENT.lastIndex = at;
  return ELEMENT.test(text);
}

export function isFirstOfLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] !== '\n' && (isJsonSpace(text[before]) || isUnusualSpace(text[before]))) before -= 1;
  return before < 0 || text[before] === '\n';
}

export function nextStart(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) if (isStart(text, at)) return at;
  return -1;
}

/** The next place that is no space. */
export function afterSpace(text: string, from: number): number {
  let at = from;
  while (isJsonSpace(text[at]) || isUnusualSpace(text[at])) at += 1;
  return at;
}
