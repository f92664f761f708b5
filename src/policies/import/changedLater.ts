import { changeOfName } from './changesOfName.ts';
import type { DocumentOrigin } from './documentOrigin.ts';

/** So much in front of a value is looked at for what it is assigned to. */
const BEFORE = 200;

/** So far behind a value is looked for what changes it. */
const BEHIND = 100_000;

/** An assignment to a name or a member, up to its value or the call that the value is an argument of. */
const ASSIGNED =
  /(?:(^|\n)([^\S\n]*)|[;{][^\S\n]*)(?:(?:export|public|private|protected|static|readonly|override)\s+){0,5}(?:(const\s+|let\s+)|var\s+|(this\.|self\.))?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[["'][^"'\]\n]{1,60}["']\]){0,4})(?:\s*:\s*[\w.[\]<>, |]{1,60})?\s*=\s*(?:(?:new\s+)?(?:\w+\.)?PolicyStatement\s*\(?\s*|(?:(?:json\.(?:dumps|loads)|JSON\.(?:stringify|parse)|(?:textwrap\.)?dedent|(?:string\.)?Template|(?:copy\.)?deepcopy|Object\.freeze)\(\s*){0,2}(?:[rRuU]?(?:'''|"""|["'`])\\?\s*)?)?$/;

/**
 * What goes on directly behind a value and makes another one of it. `%` fills in a text, never an object: behind one it begins a comment.
 * What is escaped for an address begins with `%`, too, and cells of a table end with `|`.
 */
const CHAINED =
  /^(?:'''|"""|["'`])?\s*(?:(?:,[^()'"\n]{0,80})?\)\s*)?((?<=["'`)]\s*)%(?![2-7C-F][\dA-F]|[2-7][\da-f])|\|(?=\s*[\w{$])(?![^\n]*\|)|\.\s*(?:replace|replaceAll|format|substitute|safe_substitute|concat|update|add\w*)\s*\()/;

/**
 * What a program does to a policy or statement after it wrote it: `name["Effect"] =`, `name.addCondition(`, `.replace(`. What it
 * adds as a statement that is written down (`append`, `push`, `extend`, `+=`) is read by itself. Nothing where nothing else is done to it.
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
  const found = ASSIGNED.exec(pasted.slice(Math.max(0, start - BEFORE), start));
  const [, line, indent = '', declared, owner, name] = found ?? [];
  if (name === undefined) return undefined;
  const isLocal = line !== undefined && owner === undefined && /^[\w$]+$/.test(name);
  const rest = isLocal
    ? behind.slice(0, endOfScope(behind, name, { indent, isOfBlock: declared !== undefined }))
    : behind;
  return changeOfName(name, rest, pasted);
}

interface Declared {
  readonly indent: string;
  readonly isOfBlock: boolean;
}

/**
 * Where the scope of a name ends. Of one that is assigned in a function: at the next function; of one outside: where it is assigned
 * again; of one that is declared for its block: where it is declared again.
 */
function endOfScope(behind: string, name: string, { indent, isOfBlock }: Declared): number | undefined {
  const written = name.replaceAll('$', String.raw`\$`);
  if (indent === '') return assignedAgain(behind, name, written);
  const next = String.raw`^[^\S\n]{0,${indent.length - 1}}(?:async\s+)?(?:def|class|function|export)\b`;
  const again = String.raw`^[^\S\n]{0,${indent.length}}(?:export\s+)?(?:const|let)\s+${written}(?![\w$])`;
  const end = behind.search(new RegExp(isOfBlock ? `${next}|${again}` : next, 'm'));
  return end === -1 ? undefined : end;
}

/** In a statement of its own, which doesn’t use the value before. */
function assignedAgain(behind: string, name: string, written: string): number | undefined {
  const again = new RegExp(
    String.raw`\n${written}[^\S\n]*=(?![=>])(?![^\n]*(?:(?<![\w$])${written}(?![\w$])|[([{,\\]\s*(?:\n|$)))`,
    'y',
  );
  for (let at = behind.indexOf(`\n${name}`); at !== -1; at = behind.indexOf(`\n${name}`, at + 1)) {
    again.lastIndex = at;
    if (again.test(behind)) return at;
  }
  return undefined;
}
