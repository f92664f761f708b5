import { changeOfName, type Scope, setterAround } from './changesOfName.ts';
import type { DocumentOrigin } from './documentOrigin.ts';
import type { ProgramWords } from './programWords.ts';

/** So much in front of a value is looked at for what it is assigned to. */
const BEFORE = 200;

/** An assignment to a name or a member, up to its value or the call that the value is an argument of. */
const ASSIGNED =
  /(?:(^|\n)([^\S\n]*)|[;{][^\S\n]*)(?:(?:export|public|private|protected|static|readonly|override)\s+){0,5}(?:(const\s+|let\s+)|var\s+|(this\.|self\.))?([A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*|\[["'][^"'\]\n]{1,60}["']\]){0,4})(?:\s*:\s*[\w.[\]<>, |]{1,60})?\s*=\s*(?:(?:new\s+)?(?:\w+\.)?PolicyStatement\s*\(?\s*|(?:(?:json\.(?:dumps|loads)|JSON\.(?:stringify|parse)|(?:textwrap\.)?dedent|(?:string\.)?Template|(?:copy\.)?deepcopy|Object\.freeze)\(\s*){0,2}(?:[rRuU]?(?:'''|"""|["'`])\\?\s*)?)?$/;

/** Commands and filters that hand a text on as it is, or with values of variables that are placeholders here. */
const HANDS_ON = String.raw`\s*(?:sudo\s+)?(?:(?:aws|tee|cat|xargs|less|more|wc|base64|gzip|pbcopy|xclip|clip|envsubst|from_json|to_json|to_nice_json)\b|python3?\s+-m\s+json\.tool\b|jq(?:\s+-\w+)*(?:\s+["']?\.["']?)?(?=\s*(?:[|>\n]|$)))`;

/** The union of objects, and another command behind a text, which can make another one of it; cells of a table end with it as well. */
const PIPE = String.raw`(?<!["'\x60]\s*)\|(?=\s*[\w{$])(?![^\n]*\|)|(?<=["']\s*)\|(?!\||${HANDS_ON}[^|\n]*(?:\|${HANDS_ON}[^|\n]*)*(?:\n|$))`;

/** A command that has the value as its input, up to it: with what is in front of `<<` and what is behind its mark. */
const INPUT =
  /(?:^|[\n;&|(])[^\S\n]*([^\n;&|(]{0,200})<<(?:<[^\S\n]*["']|-?[^\S\n]*["'\\]?\w{1,40}["']?([^\n]{0,300})\n\s*)$/;

const CHANGING = /^(?:sudo\s+)?(?:yq|jq|sed|g?awk|perl|tr)\b/;

const AS_IT_IS = new RegExp(`^${HANDS_ON}`);

const PIPED = new RegExp(String.raw`(?<!\|)\|(?!\|)(?!${HANDS_ON})`);

/** The command that makes another text of its input, which the value is. */
function commandOfInput(text: string, start: number): string | undefined {
  const [, command = '', behind = ''] =
    INPUT.exec(text.slice(Math.max(0, start - INPUT_BEFORE), start)) ?? [];
  if (PIPED.test(behind)) return '|';
  return AS_IT_IS.test(command) ? undefined : CHANGING.exec(command)?.[0];
}

/** So much in front of a value is looked at for a command that has it as its input. */
const INPUT_BEFORE = 600;

/**
 * What goes on directly behind a value and makes another one of it. `%` fills in a text, never an object: behind one it begins a comment.
 * What is escaped for an address begins with `%`, too.
 */
const CHAINED = new RegExp(
  String.raw`(?:'''|"""|["'\x60])?\s*(?:(?:,[^()'"\n]{0,80})?\)\s*)?((?<=["'\x60)]\s*)%(?![2-7C-F][\dA-F]|[2-7][\da-f])|${PIPE}|\.\s*(?:replace|replaceAll|format|substitute|safe_substitute|concat|update|add\w*)\s*\()`,
  'y',
);

/**
 * What a program does to a policy or statement after it wrote it: `name["Effect"] =`, `name.addCondition(`, `.replace(`. What it
 * adds as a statement that is written down (`append`, `push`, `extend`, `+=`) is read by itself. Nothing where nothing else is done to it.
 */
export function changeBehind(
  { pasted, originalOf, text, comment }: Omit<DocumentOrigin, 'stack' | 'fileName'>,
  words: ProgramWords,
): string | undefined {
  if (comment) return undefined;
  const [start, end] = [originalOf(0), originalOf(text.length)];
  const setter = setterAround(pasted, start);
  const near = setter ?? commandOfInput(pasted, start) ?? chainedAt(pasted, end);
  if (near !== undefined) return near;
  const found = ASSIGNED.exec(pasted.slice(Math.max(0, start - BEFORE), start));
  const [, line, indent = '', declared, owner, name] = found ?? [];
  if (name === undefined) return undefined;
  const isLocal = line !== undefined && owner === undefined && /^[\w$]+$/.test(name);
  const scope = { words, from: end, to: pasted.length };
  return changeOfName(
    name,
    isLocal
      ? { ...scope, to: endOfScope(name, scope, { indent, isOfBlock: declared !== undefined }) }
      : scope,
  );
}

/** So far goes what is done directly behind a value. */
const CHAIN = 100_000;

function chainedAt(text: string, end: number): string | undefined {
  CHAINED.lastIndex = end;
  return CHAINED.exec(text.slice(0, end + CHAIN))?.[1];
}

interface Declared {
  readonly indent: string;
  readonly isOfBlock: boolean;
}

/**
 * Where the scope of a name ends. Of one that is assigned in a function: at the next function; of one outside: where it is assigned
 * again; of one that is declared for its block: where it is declared again.
 */
function endOfScope(name: string, scope: Scope, { indent, isOfBlock }: Declared): number {
  const { words, from, to } = scope;
  if (indent === '') return assignedAgain(name, scope) ?? to;
  const end = words.definitionBehind(from, indent.length) ?? to;
  return (isOfBlock ? declaredAgain(name, { ...scope, to: end }, indent) : undefined) ?? end;
}

/** The line in which a name is declared for its block or one around it. */
function declaredAgain(name: string, { words, from, to }: Scope, indent: string): number | undefined {
  const declares = new RegExp(String.raw`^[^\S\n]{0,${indent.length}}(?:export\s+)?(?:const|let)\s+$`);
  for (const place of words.placesOf(name, from, to)) {
    const line = Math.max(words.text.lastIndexOf('\n', place) + 1, place - BEFORE);
    if (line >= from && declares.test(words.text.slice(line, place))) return line;
  }
  return undefined;
}

/** In a statement of its own, which doesn’t use the value before. */
function assignedAgain(name: string, { words, from, to }: Scope): number | undefined {
  const written = name.replaceAll('$', String.raw`\$`);
  const again = new RegExp(
    String.raw`\n${written}[^\S\n]*=(?![=>])(?![^\n]*(?:(?<![\w$])${written}(?![\w$])|[([{,\\]\s*(?:\n|$)))`,
    'y',
  );
  for (const place of words.placesOf(name, from, to)) {
    if (place <= from || words.text.charAt(place - 1) !== '\n') continue;
    again.lastIndex = place - 1;
    if (again.test(words.text)) return place - 1;
  }
  return undefined;
}
