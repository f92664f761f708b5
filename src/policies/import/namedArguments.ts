/** Calls with named arguments, as in Python, that make a statement of AWS CDK or a dictionary. */

interface Call {
  /** Up to its bracket. */
  readonly pattern: RegExp;
  /** Whether its name is no part of the object. */
  readonly isObject: boolean;
}

const NAMED = String.raw`\((?=\s{0,200}[A-Za-z_]\w{0,40}\s{0,20}=(?!=))`;

const calls: readonly Call[] = [
  { pattern: new RegExp(String.raw`\bPolicyStatement${NAMED}`, 'g'), isObject: false },
  { pattern: new RegExp(String.raw`(?<![\w$.])dict${NAMED}`, 'g'), isObject: true },
];

/** Maximum length of a call. */
const LONGEST_CALL = 20_000;

/** Calls in each other, from which on they are not read: each is gone through by itself. */
const MOST_CALLS = 2000;

/** The text with calls with named arguments written as objects. Offsets don’t change. */
export function withNamedArguments(text: string): string {
  const changes = new Map<number, string>();
  for (const { pattern, isObject } of calls)
    for (const { index, 0: found } of [...text.matchAll(pattern)].slice(0, MOST_CALLS)) {
      const start = index + found.length;
      const call = argumentsAt(text, start);
      if (!call) continue;
      const blanks = Array.from({ length: found.length - 1 }, (_, at): [number, string] => [
        index + 1 + at,
        ' ',
      ]);
      const opening: readonly (readonly [number, string])[] = isObject
        ? [[index, '{'], ...blanks]
        : [[start - 1, '{']];
      for (const [at, letter] of [...opening, ...call]) changes.set(at, letter);
    }
  return changes.size === 0 ? text : changed(text, changes);
}

function changed(text: string, changes: ReadonlyMap<number, string>): string {
  let from = 0;
  const pieces = [...changes]
    .toSorted(([one], [other]) => one - other)
    .map(([at, letter]) => {
      const piece = text.slice(from, at) + letter;
      from = at + 1;
      return piece;
    });
  return pieces.join('') + text.slice(from);
}

/** The offsets of the equals signs of a call’s arguments, and of its closing bracket. Nothing where an argument has no name. */
function argumentsAt(text: string, start: number): readonly (readonly [number, string])[] | undefined {
  const changes: (readonly [number, string])[] = [];
  let depth = 0;
  let isName = true;
  let isEmpty = true;
  const end = Math.min(text.length, start + LONGEST_CALL);
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (depth === 0 && (letter === ',' || letter === ')')) {
      // What has no name is a value of its own, such as `**base`.
      if (isName && !isEmpty) return undefined;
      if (letter === ')') return [...changes, [at, '}']];
      [isName, isEmpty] = [true, true];
      continue;
    }
    if (letter === '#') {
      at = afterLine(text, at);
      continue;
    }
    if (!/\s/.test(letter)) isEmpty = false;
    if (letter === '"' || letter === "'") at = afterText(text, at, letter);
    else if ('([{'.includes(letter)) depth += 1;
    else if (')]}'.includes(letter)) depth -= 1;
    else if (depth === 0 && letter === '=' && isName) {
      changes.push([at, ':']);
      isName = false;
    }
    if (depth < 0) return undefined;
  }
  return undefined;
}

function afterText(text: string, start: number, mark: string): number {
  let at = start + 1;
  while (at < text.length && text[at] !== mark && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
  return at;
}

function afterLine(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
