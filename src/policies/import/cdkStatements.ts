/**
 * Statements of AWS CDK code, in Python and TypeScript. Source:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html
 */

/** The names of the parts of a statement in policies. */
const ELEMENTS: Readonly<Record<string, string>> = {
  sid: 'Sid',
  effect: 'Effect',
  actions: 'Action',
  notactions: 'NotAction',
  resources: 'Resource',
  notresources: 'NotResource',
  conditions: 'Condition',
};

/** The name of a part in policies; `undefined` for parts that aren’t plain text, such as principals. */
export const elementOf = (part: string): string | undefined =>
  ELEMENTS[part.replaceAll('_', '').toLowerCase()];

/** Whether the object at an offset is the argument of a statement. */
export const isCdkStatement = (text: string, start: number): boolean =>
  /\bPolicyStatement\(?\s{0,40}$/.test(text.slice(Math.max(0, start - 80), start));

const CALL = /\bPolicyStatement\((?=\s{0,200}[a-z_]{1,40}\s{0,20}=(?!=))/g;

/** Maximum length of a call. */
const LONGEST_CALL = 20_000;

/** The text with calls with named arguments, as in Python, written as objects. Offsets don’t change. */
export function withCdkCalls(text: string): string {
  if (!text.includes('PolicyStatement(')) return text;
  const changes = new Map<number, string>();
  for (const { index, 0: found } of text.matchAll(CALL)) {
    const call = argumentsAt(text, index + found.length);
    if (call)
      for (const [at, letter] of [[index + found.length - 1, '{'], ...call] as const) changes.set(at, letter);
  }
  if (changes.size === 0) return text;
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

/** The offsets of the equals signs of a call’s arguments, and of its closing bracket. */
function argumentsAt(text: string, start: number): readonly (readonly [number, string])[] | undefined {
  const changes: (readonly [number, string])[] = [];
  let depth = 0;
  let isName = true;
  const end = Math.min(text.length, start + LONGEST_CALL);
  for (let at = start; at < end; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"' || letter === "'") at = afterText(text, at, letter);
    else if (letter === '#') at = afterLine(text, at);
    else if ('([{'.includes(letter)) depth += 1;
    else if (depth === 0 && letter === ')') return [...changes, [at, '}']];
    else if (')]}'.includes(letter)) depth -= 1;
    else if (depth === 0 && letter === ',') isName = true;
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
