/** What a program does to the value of a name: assignments to its parts, and calls that change it or make another one of it. */

/** A part of a value: `["Statement"]`, `.Statement`, `?.[0]`, `!.Effect`, `.at(0)`. */
const PART = String.raw`(?:\s{0,40}!?(?:\??\.?\[[^\]\n]{1,80}\]|\??\.\w{1,40}(?:\(-?\d{1,4}\))?))`;

/** Calls that replace or remove something. Spaces and signs that are replaced in a text say nothing of a policy. */
const CHANGES = String.raw`(?:update|setdefault|pop|popitem|remove|clear|splice|shift|format|format_map|substitute|safe_substitute|add\w*)\s*\(|(?:replace|replaceAll|translate)\s*\((?!\s*(?:(["'])(?:\\[nrt]|[^\w$<{%"'])*?["']|\/(?:\\[snrt]|[^\w\/])+\/))`;

/** Calls that add something, up to it. */
const ADDS = String.raw`(?:append|extend|push|insert|unshift|concat)\s*\(`;

/** What is read by itself where it is added. */
const OF_ITS_OWN = String.raw`(?:\[\s*|\.\.\.\s*|\*\s*)?(?:\{|dict\(\s*\w+\s*=|(?:new\s+)?(?:\w+\.)?PolicyStatement\b)`;

const COPIES = String.raw`(?:(?:copy\.)?(?:deep)?copy|structuredClone|(?:_\.)?cloneDeep|json\.(?:dumps|loads)|JSON\.(?:stringify|parse)|dict|list|str|String)`;

const escaped = (name: string): string => name.replaceAll(/[$.[\]]/g, String.raw`\$&`);

/** A name by itself, or with a type that it is taken for. */
const nameOf = (name: string): string =>
  String.raw`(?<![\w$.])(?:(?:this|self)\.)?${escaped(name)}(?![\w$])(?:${PART}{0,8}\s+as\s+[\w.<>[\], ]{1,60}\))?`;

/** The first change of a name’s value, or of a part of it that has a name of its own; `pasted` is all that the program says. */
export function changeOfName(name: string, behind: string, pasted: string): string | undefined {
  const own = around([name], behind);
  if (own === '') return undefined;
  const others = othersFor(name, own);
  const lines = others.length === 0 ? own : around([name, ...others], behind);
  const found = [name, ...others].flatMap((one) => changesOf(one, lines, pasted));
  return found.sort((one, other) => one.index - other.index)[0]?.text;
}

/** So much is looked at from a line on in which a name is. */
const LONGEST = 300;

/** So much is looked at of what a program says of a name. */
const MOST = 10_000;

/** The lines in which names are, with what follows. */
function around(names: readonly string[], text: string): string {
  const pieces: string[] = [];
  let length = 0;
  let end = 0;
  for (const place of names.flatMap((name) => placesIn(text, name)).sort((one, other) => one - other)) {
    if (length > MOST) break;
    const line = text.lastIndexOf('\n', place) + 1;
    const from = Math.max(line, place - LONGEST, end);
    end = Math.max(end, place + LONGEST);
    const piece = text.slice(from, end);
    length += piece.length;
    pieces.push(from === line ? `\n${piece}` : piece);
  }
  return pieces.join('');
}

/** Where a name is, as long as what is around the places is looked at. */
function placesIn(text: string, name: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(name); at !== -1 && places.length < MOST; at = text.indexOf(name, at + 1))
    if (!/[\w$]/.test(text.charAt(at - 1) + text.charAt(at + name.length))) places.push(at);
  return places;
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
    String.raw`${of}\s*(?:\||\|\|)=`,
    String.raw`${of}\s*%(?:\s+[\w({[]|\()`,
    String.raw`\b(?:del|delete)\s+\(?${of}${PART}`,
    String.raw`(?:\*\*|\.\.\.)${escaped(name)}(?![\w$.[(])`,
    String.raw`\b(?:Template|re\.subn?|Object\.assign|_\.\w+|dict)\(\s*(?:\{\s*\}\s*,\s*)?${of}(?:${PART}{0,8}\s*,|\s*\))(?<!\bdict\([^\n]*\))`,
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
    String.raw`(?<![\w$.])([A-Za-z_$][\w$]*)\s*=\s*(?:${COPIES}\(\s*){0,2}${of}${PART}{0,8}(?:\.copy\(\))?\s*(?=[\n;),])`,
    String.raw`\bfor\s{0,9}(?:\(\s{0,9})?(?:(?:const|let|var)\s{1,9})?(?:\w{1,60}\s{0,9},\s{0,9})?(\w{1,60})\s{1,9}(?:in|of)\s{1,9}(?:enumerate\(\s{0,9})?${of}`,
    String.raw`${of}${PART}{0,8}?\s{0,40}\.(?:forEach|map)\(\s{0,40}(?:async\s{0,9})?(?:function\s{0,9})?(?:\(\s{0,40})?(\w+)`,
    String.raw`([[{(][\w$\s,:*.[\]{}]{1,120}[\]})]|[\w$*]{1,60}(?:\s{0,9},\s{0,9}[\w$*]{1,60}){1,9})\s{0,9}=\s{0,9}${of}${PART}{0,8}\s*(?=[\n;),])`,
  ];
  const found = others.flatMap((other) =>
    [...behind.matchAll(new RegExp(other, 'g'))].flatMap(([, names = '']) => names.split(/[^\w$]+/)),
  );
  return [...new Set(found)].filter((one) => one !== '' && one !== name).slice(0, MOST_NAMES);
}
