import type { ProgramWords } from './programWords.ts';

/** What a program does to the value of a name: assignments to its parts, and calls that change it or make another one of it. */

/** A part of a value: `["Statement"]`, `.Statement`, `?.[0]`, `!.Effect`, `.at(0)`, `.get("Statement")`. */
const PART = String.raw`(?:\s{0,40}!?(?:\??\.?\[[^\]\n]{1,80}\]|\??\.get\(\s*["'][^"'\n]{1,40}["'][^()\n]{0,40}\)|\??\.\w{1,40}(?:\(-?\d{1,4}\))?))`;

/** Calls that replace or remove something. Spaces and signs that are replaced in a text say nothing of a policy. */
const CHANGES = String.raw`(?:update|setdefault|pop|popitem|remove|clear|splice|shift|format|format_map|substitute|safe_substitute|[aA]dd\w*|[sS]et[A-Z]\w*)\s*\(|(?:replace|replaceAll|translate)\s*\((?!\s*(?:(["'])(?:\\[nrt]|[^\w$<{%"'])*?["']|\/(?:\\[snrt]|[^\w\/])+\/))`;

/** Calls that add something, up to it. */
const ADDS = String.raw`(?:append|extend|push|insert|unshift|concat)\s*\(`;

/** What is read by itself where it is added. */
const OF_ITS_OWN = String.raw`(?:\[\s*|\.\.\.\s*|\*\s*)?(?:\{|dict\(\s*\w+\s*=|(?:new\s+)?(?:\w+\.)?PolicyStatement\b)`;

const ELEMENT_NAME = String.raw`(?:(?:Not)?(?:Action|Resource|Principal)|AWS|Service|Federated|CanonicalUser)`;

/** A part of a statement: what is added to it, an object as well, is no statement of its own. */
const ELEMENT = String.raw`\s{0,40}!?\??\.?(?:\[\s*["'])?(?<![\w$])${ELEMENT_NAME}(?:["']\s*\])?\s{0,40}`;

const COPIES = String.raw`(?:(?:copy\.)?(?:deep)?copy|structuredClone|(?:_\.)?cloneDeep|json\.(?:dumps|loads)|JSON\.(?:stringify|parse)|dict|list|str|String)`;

const escaped = (name: string): string => name.replaceAll(/[$.[\]]/g, String.raw`\$&`);

/** A name by itself, or with a type that it is taken for. */
const nameOf = (name: string): string =>
  String.raw`(?<![\w$.])(?:(?:this|self)\.)?${escaped(name)}(?![\w$])(?:${PART}{0,8}\s+as\s+[\w.<>[\], ]{1,60}\))?`;

/** Calls that set parts of the value that they are given, up to it. */
const SETTERS =
  /\b(?:Object\.(?:assign|definePropert(?:y|ies))|_\.(?:assign|merge|defaults|extend|set)\w*|deep[mM]erge|merge)\(\s*(?:\{\s*\}\s*,\s*)?(?:new\s+)?(?:[\w.]+\.)?(?:PolicyStatement\s*\(\s*)?$/;

/** The call that a value at an offset is given to, where it sets parts of that value: `Object.assign(`. */
export const setterAround = (text: string, at: number): string | undefined =>
  SETTERS.exec(text.slice(Math.max(0, at - 200), at))?.[0].trim();

/** The part of a program in which a name has the value. */
export interface Scope {
  readonly words: ProgramWords;
  readonly from: number;
  readonly to: number;
}

/** The first change of a name’s value, or of a part of it that has a name of its own. The name itself where not all lines can be looked at. */
export function changeOfName(name: string, scope: Scope): string | undefined {
  const pasted = scope.words.text;
  const own = around([name], scope);
  if (own.lines === '') return undefined;
  const others = othersFor(name, own.lines);
  const { lines, isCut } = others.length === 0 ? own : around([name, ...others], scope);
  const found = [
    ...changesOf(name, lines, pasted),
    ...others.flatMap((one) => changesOf(one, lines, pasted)),
    ...others.filter((one) => isElement(one, lines)).flatMap((one) => additionsTo(one, lines)),
  ];
  return found.sort((one, other) => one.index - other.index)[0]?.text ?? (isCut ? name : undefined);
}

/** So much is looked at from a line on in which a name is. */
const LONGEST = 300;

/** So much is looked at of what a program says of a name, however many policies it has. */
const MOST = 10_000;

interface Lines {
  readonly lines: string;
  /** Whether there are more than can be looked at. */
  readonly isCut: boolean;
}

/** The lines in which names are, with what follows. */
function around(names: readonly string[], { words, from, to }: Scope): Lines {
  const { text } = words;
  const pieces: string[] = [];
  let length = 0;
  let end = from;
  for (const place of inOrder(names.map((name) => words.placesOf(name, from, to)))) {
    if (length > MOST && words.left <= 0) return { lines: pieces.join(''), isCut: true };
    const line = Math.max(from, text.lastIndexOf('\n', place) + 1);
    const start = Math.max(line, place - LONGEST, end);
    const before = end;
    end = Math.max(end, Math.min(to, place + LONGEST));
    const piece = text.slice(start, end);
    if (length > MOST) words.left -= end - before;
    length += piece.length;
    pieces.push(start === line ? `\n${piece}` : piece);
  }
  return { lines: pieces.join(''), isCut: false };
}

/** Places of several names in the order of the text. */
function* inOrder(all: readonly Generator<number>[]): Generator<number> {
  const next = all.map((places) => places.next());
  for (;;) {
    let first = -1;
    for (const [index, { done, value }] of next.entries())
      if (!done && (first === -1 || value < (next[first]?.value ?? Infinity))) first = index;
    const [place, places] = [next[first], all[first]];
    if (!place || place.done || !places) return;
    yield place.value;
    next[first] = places.next();
  }
}

interface Change {
  readonly index: number;
  readonly text: string;
}

function changesOf(name: string, behind: string, pasted: string): readonly Change[] {
  const of = nameOf(name);
  const changes = [
    String.raw`${of}${PART}{1,8}\s*=(?![=>])`,
    String.raw`${of}${PART}{0,8}?\s*\.(?:${CHANGES})`,
    String.raw`${of}${PART}{0,8}?${ELEMENT}(?:!?\s*\??\.${ADDS}|\+=)`,
    String.raw`${of}\s*(?:\||\|\|)=`,
    String.raw`${of}\s*%(?:\s+[\w({[]|\()`,
    String.raw`\b(?:del|delete)\s+\(?${of}${PART}`,
    String.raw`(?:\*\*|\.\.\.)${escaped(name)}(?![\w$.[(])`,
    String.raw`\b(?:Template|re\.subn?|setattr|Object\.(?:assign|definePropert(?:y|ies))|Reflect\.(?:set|defineProperty)|_\.\w+|dict)\(\s*(?:\{\s*\}\s*,\s*)?${of}(?:${PART}{0,8}\s*,|\s*\))(?<!\bdict\([^\n]*\))`,
    String.raw`\bre\.subn?\([^\n]{1,160}?${of}\s*[,)]`,
    String.raw`\b${COPIES}\(\s*${of}[^()\n]{0,80}\)\s*(?:%|\.(?:${CHANGES}))`,
  ];
  const adds = new RegExp(
    String.raw`(${of}${PART}{0,8}?\s*(?:\.${ADDS}|\+=\s*))(?!\s*(?:\d+\s*,\s*)?${OF_ITS_OWN})([^\n]{0,80})`,
    'g',
  );
  return [
    ...changes
      .map((change) => new RegExp(change).exec(behind))
      .flatMap((found) => (found ? [{ index: found.index, text: found[0] }] : [])),
    ...[...behind.matchAll(adds)]
      .filter(([, , added = '']) => !isReadItself(added, pasted))
      .map(({ index, 1: text = '' }) => ({ index, text })),
  ].map(({ index, text }) => ({ index, text: text.trim() }));
}

/** Whether a name stands for a part of a statement: it is assigned to it, or is taken out of the statement under this name or its own. */
const isElement = (name: string, lines: string): boolean =>
  new RegExp(`^${ELEMENT_NAME}$`).test(name) ||
  new RegExp(
    String.raw`(?<![\w$.])${escaped(name)}\s*:?=[^\n;]{0,200}?${ELEMENT}(?:[\n;]|$)|(?<![\w$])${ELEMENT_NAME}\s*:\s*${escaped(name)}(?![\w$])`,
  ).test(lines);

const additionsTo = (name: string, lines: string): readonly Change[] =>
  Array.from(
    lines.matchAll(new RegExp(String.raw`${nameOf(name)}\s*(?:!?\s*\??\.${ADDS}|\+=)`, 'g')),
    ({ 0: text, index }) => ({ index, text: text.trim() }),
  );

/** Whether what is added is a name of statements that the program writes down. */
function isReadItself(added: string, pasted: string): boolean {
  const [, name] =
    /^\s*(?:\d+\s*,\s*)?(?:\[\s*|\.\.\.\s*|\*\s*)?([A-Za-z_$][\w$]*)\s*[\]),;\n]/.exec(`${added}\n`) ?? [];
  return (
    name !== undefined &&
    new RegExp(
      String.raw`(?<![\w$.])${escaped(name)}(?:\s*:\s*[\w.[\]<>, |]{1,60})?\s*=\s*${OF_ITS_OWN}`,
    ).test(pasted)
  );
}

/** More names of a value are no program of policies. */
const MOST_NAMES = 8;

/** Names that stand for the value, a copy of it, its text, or a part of it: by an assignment, also of several at once, a loop, or as a parameter of one. */
function othersFor(name: string, behind: string): readonly string[] {
  const of = nameOf(name);
  const others = [
    String.raw`(?<![\w$.])([A-Za-z_$][\w$]*)\s*:?=\s*(?:${COPIES}\(\s*){0,2}${of}${PART}{0,8}(?:\.copy\(\))?\s*(?=[\n;),])`,
    String.raw`\bfor\s{0,9}(?:\(\s{0,9})?(?:(?:const|let|var)\s{1,9})?(?:\w{1,60}\s{0,9},\s{0,9})?(\w{1,60})\s{1,9}(?:in|of)\s{1,9}(?:enumerate\(\s{0,9})?${of}`,
    String.raw`${of}${PART}{0,8}?\s{0,40}\.(?:forEach|map)\(\s{0,40}(?:async\s{0,9})?(?:function\s{0,9})?(?:\(\s{0,40})?(\w+)`,
    String.raw`([[{(][\w$\s,:*.[\]{}]{1,120}[\]})]|[\w$*]{1,60}(?:\s{0,9},\s{0,9}[\w$*]{1,60}){1,9})\s{0,9}=\s{0,9}${of}${PART}{0,8}\s*(?=[\n;),])`,
  ];
  const found = others.flatMap((other) =>
    [...behind.matchAll(new RegExp(other, 'g'))].flatMap(([, names = '']) => names.split(/[^\w$]+/)),
  );
  return [...new Set(found)].filter((one) => one !== '' && one !== name).slice(0, MOST_NAMES);
}
