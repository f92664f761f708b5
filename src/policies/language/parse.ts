import { errorAt, type ParseError } from './parseError.ts';
import {
  getLocation,
  getNodePath,
  type ParseError as JsonProblem,
  type Node,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { MAX_TEXT_LENGTH, toOffset, type Path, type PolicyDocument, type Statement } from './policy.ts';
import { shapeErrors } from './shape.ts';
import { type RangeTable, rangeTable } from './ranges.ts';

const MAX_DEPTH = 100;
/** Only this many syntax errors of a text are reported. */
const MAX_PROBLEMS = 50;

export type ParseResult =
  | { readonly ok: true; readonly policy: PolicyDocument; readonly ranges: RangeTable }
  | { readonly ok: false; readonly errors: readonly ParseError[] };

/**
 * A policy document from its text, with the place of every value. A single statement outside a list becomes a list of one.
 * Whatever is wrong comes back as errors with their places; it never throws, and reads no further than its limits.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export function parsePolicy(text: string): ParseResult {
  const { root, errors } = parseJson(text);
  return root ? policyAt({ root, text, start: 0 }) : { ok: false, errors };
}

/** A value in the tree of a text that was parsed, and the place that its places are counted from. */
export interface ParsedValue {
  readonly root: Node;
  /** The whole text. */
  readonly text: string;
  readonly start: number;
}

/** The policy document that a value of a parsed text is: as if the text from `start` on had been parsed by itself. */
export function policyAt({ root, text, start }: ParsedValue): ParseResult {
  const above = getNodePath(root).length;
  const errors = [...duplicates(root), ...shapeErrors(root)].map((error) => ({
    ...error,
    path: error.code === 'duplicateKey' ? error.path.slice(above) : error.path,
    range: { ...error.range, offset: toOffset(error.range.offset - start) },
  }));
  if (errors.length > 0) return { ok: false, errors };
  const policyText = start === 0 ? text : text.slice(start, root.offset + root.length);
  return {
    ok: true,
    policy: policyOf(root, text),
    ranges: rangeTable(policyText, () => entriesOf(root, start)),
  };
}

/**
 * The tree of a text that is JSON within our limits, or why there is none. Places of errors carry the path to the value in
 * which they stand. `longest`: another limit than that of a policy, where a file is read.
 */
export function parseJson(
  text: string,
  longest = MAX_TEXT_LENGTH,
): { readonly root?: Node; readonly errors: readonly ParseError[] } {
  const refused = refusal(text, longest);
  if (refused) return { errors: [refused] };
  const problems: JsonProblem[] = [];
  const root = parseTree(withoutMark(text), problems, { disallowComments: true, allowTrailingComma: false });
  if (root && problems.length === 0) return { root, errors: [] };
  if (problems.length === 0) return { errors: [errorAt('empty', 'policy', [], whole(text))] };
  return {
    errors: problems.slice(0, MAX_PROBLEMS).map((problem) => {
      const path = root && problems.length < MAX_PROBLEMS ? getLocation(text, problem.offset).path : [];
      return errorAt('notJson', printParseErrorCode(problem.error), path, within(text, problem));
    }),
  };
}

/** The parser counts the end of a comment that the text does not have. */
const within = (text: string, { offset: start, length }: JsonProblem) => ({
  offset: Math.min(start, text.length),
  length: Math.min(length, Math.max(0, text.length - start)),
});

const whole = (text: string) => ({ offset: 0, length: text.length });

/** A byte order mark is white space here, so that all places stay those of the text as given. */
const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text);

function refusal(text: string, longest: number): ParseError | undefined {
  if (text.length > longest) return errorAt('tooLarge', `${longest} characters`, [], whole(text));
  if (text.trim() === '') return errorAt('empty', 'policy', [], whole(text));
  const deep = firstTooDeep(text);
  return deep === undefined
    ? undefined
    : errorAt('tooDeep', `${MAX_DEPTH} levels`, [], { offset: deep, length: 1 });
}

/** Found before parsing, since parsing deep text would exhaust the stack. */
function firstTooDeep(text: string): number | undefined {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"' || character === '\n') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') depth += 1;
    else if (character === '}' || character === ']') depth -= 1;
    if (depth > MAX_DEPTH) return at;
  }
  return undefined;
}

/** Of two equal keys IAM would see one; which one a reader sees is chance. */
export function duplicates(root: Node): readonly ParseError[] {
  const found: ParseError[] = [];
  const visit = (node: Node): void => {
    const seen = node.type === 'object' ? new Set<unknown>() : undefined;
    for (const child of node.children ?? []) {
      const [key] = child.children ?? [];
      if (seen && key) {
        if (seen.has(key.value))
          found.push(errorAt('duplicateKey', String(key.value), getNodePath(key), key));
        seen.add(key.value);
      }
      const value = seen ? child.children?.[1] : child;
      if (value?.children) visit(value);
    }
  };
  visit(root);
  return found;
}

interface Visited {
  readonly node: Node;
  readonly path: Path;
}

/** A parent before its children, in the order of the text. */
function everyNode(root: Node): readonly Visited[] {
  const found: Visited[] = [];
  const visit = (node: Node, path: Path): void => {
    found.push({ node, path });
    if (node.type === 'array')
      (node.children ?? []).forEach((child, index) => visit(child, [...path, index]));
    if (node.type !== 'object') return;
    for (const { children: [key, value] = [] } of node.children ?? []) {
      if (key && value) visit(value, [...path, String(key.value)]);
    }
  };
  visit(root, []);
  return found;
}

/** A lone statement has the path `['Statement', 0]`, as in the document that comes back. */
function entriesOf(root: Node, from: number) {
  const nodes = everyNode(root);
  const lone = nodes.some(
    ({ node, path }) => path.length === 1 && path[0] === 'Statement' && node.type === 'object',
  );
  return nodes.flatMap(({ node, path }) => {
    const [first, ...rest] = path;
    const range = { start: node.offset - from, end: node.offset + node.length - from };
    if (!lone || first !== 'Statement') return [{ path, ...range }];
    const moved = { path: ['Statement', 0, ...rest], ...range };
    return rest.length === 0 ? [{ path, ...range }, moved] : [moved];
  });
}

/** Only called on a tree whose shape has been checked: what JSON says and what the type says are the same then. */
function policyOf(root: Node, text: string): PolicyDocument {
  const value = plainValue(root, text);
  if (!hasStatement(value)) throw new TypeError('a policy of the right shape has a Statement');
  return { ...value, Statement: [value.Statement].flat() };
}

const hasStatement = (
  value: unknown,
): value is Omit<PolicyDocument, 'Statement'> & { readonly Statement: Statement | readonly Statement[] } =>
  typeof value === 'object' && value !== null && 'Statement' in value;

/**
 * `__proto__` becomes a property like any other: defining it cannot reach a prototype. A number that would be written in another
 * way, as `1.0` and those with more digits than JavaScript can represent, is its text: quotation marks are optional for numbers.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
function plainValue(node: Node, text: string): unknown {
  if (node.type === 'array') return (node.children ?? []).map((child) => plainValue(child, text));
  if (node.type === 'number') return numberOf(node, text);
  if (node.type !== 'object') return node.value;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), plainValue(value, text)]] : [],
    ),
  );
}

function numberOf({ value, offset: start, length }: Node, text: string): unknown {
  const written = text.slice(start, start + length);
  return String(value) === written ? value : written;
}
