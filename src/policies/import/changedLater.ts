import type { DocumentOrigin } from './documentOrigin.ts';

/** So much in front of a value is looked at for what it is assigned to. */
const BEFORE = 200;

/** So far behind a value is looked for what changes it. */
const BEHIND = 100_000;

/** An assignment to one name, up to its value or the call that the value is an argument of. */
const ASSIGNED =
  /(?:^|[\n;{])[^\S\n]*(?:export\s+)?(?:const\s+|let\s+|var\s+|(?:this|self)\.)?([A-Za-z_$][\w$]*)(?:\s*:\s*[\w.[\]<>, |]{1,60})?\s*=\s*(?:(?:new\s+)?(?:\w+\.)?PolicyStatement\s*\(?\s*|(?:json\.dumps|JSON\.stringify)\(\s*|[rRuU]?(?:'''|"""|["'`])\s*)?$/;

/**
 * What goes on directly behind a value and makes another one of it. What is escaped for an address begins with `%`, too, and cells of
 * a table end with `|`.
 */
const CHAINED =
  /^(?:'''|"""|["'`])?\s*\)?\s*(%(?![2-7C-F][\dA-F]|[2-7][\da-f])|\|(?=\s*[\w{$])(?![^\n]*\|)|\.\s*(?:replace|replaceAll|format|substitute|safe_substitute|concat|update|add\w*)\s*\()/;

/**
 * What a program does to a policy or statement after it wrote it: `name["Effect"] =`, `name.addCondition(`, `.replace(`. What it
 * adds as a value of its own (`append`, `push`, `extend`, `+=`) is read by itself. Nothing where nothing else is done to it.
 */
export function changeBehind({
  pasted,
  originalOf,
  text,
  comment,
}: Omit<DocumentOrigin, 'stack' | 'fileName'>): string | undefined {
  if (comment) return undefined;
  const [start, end] = [originalOf(0), originalOf(text.length)];
  const behind = pasted.slice(end, end + BEHIND);
  const [, chained] = CHAINED.exec(behind) ?? [];
  if (chained !== undefined) return chained;
  const [, name] = ASSIGNED.exec(pasted.slice(Math.max(0, start - BEFORE), start)) ?? [];
  return name === undefined ? undefined : changesOf(name).exec(behind)?.[0].trim();
}

/** Of the value of a name: an assignment to a part of it, or a call that changes it. */
function changesOf(name: string): RegExp {
  const part = String.raw`(?:\s*(?:\[[^\]\n]{1,80}\]|\.\w{1,40}))`;
  const change = String.raw`${part}{1,8}\s*=(?!=)|${part}{0,8}?\s*\.(?:update|setdefault|pop|replace|replaceAll|format|substitute|add\w*)\s*\(|\s*(?:\||\|\|)=`;
  return new RegExp(String.raw`(?<![\w$.])(?:(?:this|self)\.)?${name.replaceAll('$', '\\$')}(?:${change})`);
}
