/*
 * Where a program uses a name and surely gives it no value. Languages have many ways to give one (parameters over lines, patterns,
 * loops, aliases), so the few ways to use one are listed instead: everything else is a doubt.
 */

/** Where a name is a word of its own: not as a part of something, and not within a longer name. */
export function placesOf(name: string, text: string): readonly number[] {
  const found = text.matchAll(new RegExp(String.raw`(?<![\w$])(?<!(?<!\.\.)\.)${name}(?![\w$])`, 'g'));
  return [...found].map(({ index }) => index);
}

/** Whether a place is in a comment or in a text over several lines; also where that can't be said. */
export function isEnclosed(text: string, place: number): boolean {
  const before = text.slice(0, place);
  const isOdd = (sign: string) => [before, text].some((part) => part.split(sign).length % 2 === 0);
  return ['"""', "'''", '`'].some(isOdd) || before.lastIndexOf('/*') > before.lastIndexOf('*/');
}

/** So much is looked at around a name. */
const AROUND = 200;

/** In front of a value: an element of a policy in quotation marks, or an argument of a statement of AWS CDK. */
const MEMBER =
  /(?:["']\s*:|(?<![\w$.])(?:sid|effect|(?:not_?)?(?:actions|resources)|conditions)\s*[:=])\s*$/i;

/** Behind a name that gets a value or a type, or becomes the name of something. */
const BINDS = /^\s*(?::|=(?![=])|[-+*/%|&^?<>@]{1,3}=(?!=))/;

/** Whether a name is only used at a place. A list could be changed under another name, so only policies may have one. */
export function isUse(
  text: string,
  place: number,
  name: string,
  { isText, isBoundByText }: { readonly isText: boolean; readonly isBoundByText: boolean },
): boolean {
  const before = text.slice(Math.max(0, place - AROUND), place);
  const after = text.slice(place + name.length, place + name.length + AROUND);
  if (BINDS.test(after)) return false;
  if (MEMBER.test(before) || isMentioned(lineBefore(text, place), after, isBoundByText)) return true;
  if (!isText) return false;
  return (
    isInText(before, after) || isOperand(before, after) || isEntry(before, after) || isArgument(before, after)
  );
}

/** The line up to a place, unless it is longer than lines of programs are. */
function lineBefore(text: string, place: number): string | undefined {
  const before = text.slice(Math.max(0, place - LONGEST_LINE), place);
  const start = before.lastIndexOf('\n') + 1;
  return start > 0 || place < LONGEST_LINE ? before.slice(start) : undefined;
}

const LONGEST_LINE = 500;

/** Whether a program can give a name a value by its text. */
export const bindsByText = (text: string): boolean =>
  /\b(?:globals|locals|vars|setattr|exec|eval)\s*\(|__dict__|\b(?:window|globalThis|modules)\s*\[/.test(text);

/** What is printed isn’t changed, unless a name is bound for it. */
const PRINTED =
  /^\s*(?:print|console\.\w+|log(?:ger|ging)?\.\w+)\((?!.*(?:\bfor\b|\bfunction\b|=>))(?:.*[\s,(])?$/;

/** In a line that is a comment, and in a text in quotation marks, a name is no variable. */
function isMentioned(line: string | undefined, after: string, isBoundByText: boolean): boolean {
  if (line === undefined) return false;
  if (/^\s*(?:#\s|\/\/)/.test(line)) return true;
  const [rest = ''] = /^[^\n]*/.exec(after) ?? [];
  if (PRINTED.test(line) && /^\s*[,)](?!.*(?:\bfor\b|=>))/.test(rest)) return true;
  return !isBoundByText && isInQuotes(line, rest);
}

/** Whether a quotation mark is open behind the beginning of a line, and closed in the rest of it. */
function isInQuotes(line: string, rest: string): boolean {
  let open = '';
  for (let at = 0; at < line.length; at += 1) {
    const sign = line.charAt(at);
    if (open !== '' && sign === '\\') at += 1;
    else if (open === '' && /["'`]/.test(sign)) open = sign;
    else if (sign === open) open = '';
  }
  return (open === '"' || open === "'") && rest.includes(open);
}

/** `f"…{name}…"`, `` `…${name}…` ``, and a name in quotation marks. */
const isInText = (before: string, after: string): boolean =>
  (/\$\{$/.test(before) && after.startsWith('}')) ||
  (/["'/\-.\w:]\{$/.test(before) && /^\}[\w:"'`*/.\-{$?]/.test(after)) ||
  (/[([]["']$/.test(before) && /^["'](?!\s*\]\s*=(?!=))/.test(after));

/** Of `+`, of an assignment to another name, and of what fills in a text. */
const isOperand = (before: string, after: string): boolean =>
  /^[^\S\n]*\+(?![+=])/.test(after) ||
  /[^+]\+\s*$/.test(before) ||
  /(?<![=!<>+\-*/%|&^?:])=\s*$/.test(before) ||
  /["']\s*(?:%\s*(?:\([\w\s,.]*)?|\.format\([\w\s,.]*)$/.test(before);

/** Of a comparison, of what a function returns, and of a call whose result is used or that is one of a method, in one line: no definition looks like that. */
const isArgument = (before: string, after: string): boolean =>
  /^[^\S\n]*[=!]==?/.test(after) ||
  /\breturn[^\S\n]+$|\bnew\s+[\w.]+\(\s*\{(?:[^{}()]*,)?\s*$/.test(before) ||
  (CALL.test(before) && REST_OF_CALL.test(after));

const CALL =
  /(?:(?:=|\b(?:return|await|new))[^\S\n]+(?!function\b|async\b)\w+|\w\.\w+)\((?:[^()\n]*,)?[^\S\n]*$/;

const REST_OF_CALL = /^[^\S\n]*(?:,[^()\n]*)?\)[^\S\n]*;?[^\S\n]*(?:#|\/\/|\r?\n|$)/;

/** Of a list that is a member of a policy. */
function isEntry(before: string, after: string): boolean {
  if (!/[[,]\s*$/.test(before) || !/^\s*[,\]]/.test(after)) return false;
  const open = before.lastIndexOf('[');
  return open >= 0 && !before.slice(open).includes(']') && MEMBER.test(before.slice(0, open));
}

/** Whether the name of a member is that of a text, as programs write constants and variables: no element of a policy is called so. */
export const isVariable = (
  name: string,
  { isProgram, isPython }: { readonly isProgram: boolean; readonly isPython: boolean },
): boolean =>
  (isProgram && (name.includes('_') || (/^[A-Z][A-Z0-9]+$/.test(name) && name !== 'AWS'))) ||
  (isPython && /^[a-z]/.test(name));
