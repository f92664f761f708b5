/*
 * Where a program uses a name and surely gives it no value. Languages have many ways to give one (parameters over lines, patterns,
 * loops, aliases), so the few ways to use one are listed instead: everything else is a doubt.
 */

/** Where a name stands by itself: not as a part of something, and not within a longer name. */
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
export function isUse(text: string, place: number, name: string, isText: boolean): boolean {
  const before = text.slice(Math.max(0, place - AROUND), place);
  const after = text.slice(place + name.length, place + name.length + AROUND);
  if (BINDS.test(after)) return false;
  if (MEMBER.test(before)) return true;
  return isText && (isInText(before, after) || isOperand(before, after) || isEntry(before, after));
}

/** `f"…{name}…"`, `` `…${name}…` ``, and a name in quotation marks. */
const isInText = (before: string, after: string): boolean =>
  (/[$"'/\-.\w:]\{$/.test(before) && /^\}[\w:"'`*/.\-{$?]/.test(after)) ||
  (/[([]["']$/.test(before) && /^["'](?!\s*\]\s*=(?!=))/.test(after));

/** Of `+`, of an assignment to another name, and of what fills in a text. */
const isOperand = (before: string, after: string): boolean =>
  /^[^\S\n]*\+(?![+=])/.test(after) ||
  /[^+]\+\s*$/.test(before) ||
  /(?<![=!<>+\-*/%|&^?:])=\s*$/.test(before) ||
  /["']\s*(?:%\s*(?:\([\w\s,.]*)?|\.format\([\w\s,.]*)$/.test(before);

/** Of a list that is a member of a policy. */
function isEntry(before: string, after: string): boolean {
  if (!/[[,]\s*$/.test(before) || !/^\s*[,\]]/.test(after)) return false;
  const open = before.lastIndexOf('[');
  return open >= 0 && !before.slice(open).includes(']') && MEMBER.test(before.slice(0, open));
}

/** Whether the name of a member stands for a text, as programs write constants and variables: no element of a policy is called so. */
export const isVariable = (name: string): boolean =>
  name.includes('_') || (/^[A-Z][A-Z0-9]+$/.test(name) && name !== 'AWS');
