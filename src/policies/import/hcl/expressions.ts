import { type Cursor, IDENTIFIER, type Space } from './cursor.ts';
import { readEntries } from './entries.ts';
import { readFor } from './forExpression.ts';
import { numberOf } from './numbers.ts';
import { readHeredoc, readQuoted } from './templates.ts';
import { type Expression, indexName, type ObjectEntry, type Span, within } from './tree.ts';

/**
 * Expressions of HCL. What a policy is made of is read as a tree.
 * Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */

/** Deeper than any policy; an expression below is not read. */
const MAX_DEPTH = 100;

/** Nothing where no expression is here. Where the end of a line is a space, it does not end one. */
export function readExpression(cursor: Cursor, space: Space, depth = 0): Expression | undefined {
  if (depth > MAX_DEPTH) return undefined;
  cursor.skip(space);
  const from = cursor.at;
  const first = readOperand(cursor, space, depth);
  if (!first) return undefined;
  const operated = readOperations(cursor, first, space, depth);
  return operated && readConditional(cursor, operated, { from, space, depth });
}

const OPERATOR = /(?:==|!=|<=|>=|&&|\|\||[<>+\-*/%])/y;

function readOperations(
  cursor: Cursor,
  first: Expression,
  space: Space,
  depth: number,
): Expression | undefined {
  const operands = [first];
  const operators: string[] = [];
  for (;;) {
    const before = cursor.at;
    cursor.skip(space);
    const operator = cursor.match(OPERATOR);
    if (operator === undefined) {
      cursor.at = before;
      if (operators.length === 0) return first;
      return { kind: 'operation', operands, operators, from: first.from, to: cursor.at };
    }
    operators.push(operator);
    const next = operators.length > MAX_DEPTH ? undefined : readOperand(cursor, space, depth + 1);
    if (!next) return undefined;
    operands.push(next);
  }
}

interface Context {
  readonly from: number;
  readonly space: Space;
  readonly depth: number;
}

function readConditional(
  cursor: Cursor,
  condition: Expression,
  { from, space, depth }: Context,
): Expression | undefined {
  const before = cursor.at;
  cursor.skip(space);
  if (!cursor.take('?')) {
    cursor.at = before;
    return condition;
  }
  const span: Span = { from, to: before };
  const whether = readExpression(cursor, 'overLines', depth + 1);
  if (!whether || !cursor.takeNext(':')) return undefined;
  const otherwise = readExpression(cursor, space, depth + 1);
  return (
    otherwise && {
      kind: 'conditional',
      condition: span,
      test: condition,
      whether,
      otherwise,
      from,
      to: cursor.at,
    }
  );
}

function readOperand(cursor: Cursor, space: Space, depth: number): Expression | undefined {
  if (depth > MAX_DEPTH) return undefined;
  cursor.skip(space);
  const from = cursor.at;
  const sign = cursor.peek();
  if (sign === '!' || sign === '-') {
    cursor.at += 1;
    const operand = readOperand(cursor, space, depth + 1);
    if (!operand) return undefined;
    return sign === '-' && operand.kind === 'literal' && typeof operand.value === 'number'
      ? { kind: 'literal', value: -operand.value, from, to: cursor.at }
      : sign === '!'
        ? { kind: 'not', operand, from, to: cursor.at }
        : { kind: 'computed', what: 'an operation', from, to: cursor.at };
  }
  const term = readTerm(cursor, depth);
  return term && readTraversal(cursor, term, depth);
}

/** An expression in brackets. */
const innerAt = (depth: number) => (cursor: Cursor) => readExpression(cursor, 'overLines', depth + 1);

const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

function readTerm(cursor: Cursor, depth: number): Expression | undefined {
  const from = cursor.at;
  const inner = innerAt(depth);
  switch (cursor.peek()) {
    case '"':
      return readQuoted(cursor, inner);
    case '<':
      return readHeredoc(cursor, inner);
    case '[':
      return readList(cursor, depth);
    case '{':
      return readObject(cursor, depth);
    case '(': {
      cursor.at += 1;
      const within = inner(cursor);
      return within && cursor.takeNext(')') ? { ...within, from, to: cursor.at } : undefined;
    }
  }
  const number = cursor.match(NUMBER);
  if (number !== undefined) return numberOf(number, from, cursor.at);
  const name = cursor.match(FUNCTION) ?? cursor.match(IDENTIFIER);
  return name === undefined ? undefined : readNamed(cursor, name, from, depth);
}

/** Of a provider: `provider::aws::arn_build`. */
const FUNCTION = /[\p{ID_Start}_][\p{ID_Continue}-]*(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)+(?=\()/uy;

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readNamed(cursor: Cursor, name: string, from: number, depth: number): Expression | undefined {
  const word = WORDS.get(name);
  if (word !== undefined) return { kind: 'literal', value: word, from, to: cursor.at };
  if (cursor.peek() !== '(') return { kind: 'reference', path: [name], from, to: cursor.at };
  cursor.at += 1;
  const args = readEntries(cursor, ')', innerAt(depth));
  return args && { kind: 'call', name, args: args.entries, isExpanded: args.isExpanded, from, to: cursor.at };
}

function readList(cursor: Cursor, depth: number): Expression | undefined {
  const from = cursor.at;
  cursor.at += 1;
  if (isFor(cursor)) return readForOrSkip(cursor, ']', depth);
  const read = readEntries(cursor, ']', innerAt(depth));
  return read && { kind: 'list', entries: read.entries, from, to: cursor.at };
}

function readObject(cursor: Cursor, depth: number): Expression | undefined {
  const from = cursor.at;
  cursor.at += 1;
  if (isFor(cursor)) return readForOrSkip(cursor, '}', depth);
  const entries: ObjectEntry[] = [];
  for (;;) {
    if (cursor.takeNext('}')) return { kind: 'object', entries, from, to: cursor.at };
    const isComputed = cursor.peek() === '(';
    const key = readExpression(cursor, 'inLine', depth + 1);
    if (!key || !(cursor.takeNext('=') || cursor.take(':'))) return undefined;
    const value = readExpression(cursor, 'inLine', depth + 1);
    if (!value) return undefined;
    // A name is itself; in parentheses, it is its value.
    const name: Expression = isComputed
      ? { kind: 'template', parts: [key], from: key.from, to: key.to }
      : key;
    entries.push({ key: name, value });
    cursor.takeNext(',');
  }
}

const FOR = /\s*for\s/y;

function isFor(cursor: Cursor): boolean {
  const before = cursor.at;
  cursor.skip('overLines');
  const isHere = cursor.match(FOR) !== undefined;
  cursor.at = before;
  return isHere;
}

const readForOrSkip = (cursor: Cursor, close: ']' | '}', depth: number): Expression | undefined =>
  readFor(cursor, innerAt(depth), close) ?? skipBrackets(cursor, cursor.at - 1, 'a for expression');

/** Goes to the end of what brackets hold, which begins at a place. */
function skipBrackets(cursor: Cursor, from: number, what: string): Expression | undefined {
  let depth = 1;
  while (depth > 0) {
    cursor.skip('overLines');
    if (cursor.isAtEnd) return undefined;
    const sign = cursor.peek();
    if (sign === '"') {
      if (!readQuoted(cursor, (at) => readExpression(at, 'overLines'))) return undefined;
      continue;
    }
    if ('[{('.includes(sign)) depth += 1;
    if (']})'.includes(sign)) depth -= 1;
    cursor.at += 1;
  }
  return { kind: 'computed', what, from, to: cursor.at };
}

const NAME_OR_INDEX = /\.(?:\*|\d+|[\p{ID_Start}_][\p{ID_Continue}-]*)/uy;

/** Names and indexes behind a value: `.arn`, `[0]`, `["key"]`, `[*]`. */
function readTraversal(cursor: Cursor, start: Expression, depth: number): Expression | undefined {
  let found = start;
  for (;;) {
    const name = cursor.match(NAME_OR_INDEX);
    if (name !== undefined) {
      found = within(found, name.slice(1), cursor.at);
      continue;
    }
    if (cursor.peek() !== '[') return found;
    const open = cursor.at;
    cursor.at += 1;
    if (!cursor.takeNext('*') && !readExpression(cursor, 'overLines', depth + 1)) return undefined;
    if (!cursor.takeNext(']')) return undefined;
    found = within(found, indexName(cursor.text.slice(open + 1, cursor.at - 1)), cursor.at);
  }
}
