import type { Node } from 'jsonc-parser';
import { listEntries } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { entriesOf } from './collections.ts';
import type { Expression } from './tree.ts';
import { isCounted, marksOf } from './valueMarks.ts';

/** Conditions of configurations on values that are in the text. */

interface Reader {
  of(expression: Expression): Node;
  textOf(node: Node): string | undefined;
}

type Known = string | number | boolean | null;

/**
 * Whether a condition is true; `undefined` if only Terraform can compute it.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/operators
 */
export function holds(test: Expression, reader: Reader): boolean | undefined {
  if (test.kind === 'not') return opposite(holds(test.operand, reader));
  if (test.kind === 'operation') return ofOperation(test.operands, test.operators, reader);
  const value = known(test, reader);
  return typeof value === 'boolean' ? value : undefined;
}

const opposite = (one: boolean | undefined): boolean | undefined => (one === undefined ? undefined : !one);

/** `||` comes last, before it `&&`, and first what compares. */
function ofOperation(
  operands: readonly Expression[],
  operators: readonly string[],
  reader: Reader,
): boolean | undefined {
  for (const [operator, decisive] of [
    ['||', true],
    ['&&', false],
  ] as const) {
    if (!operators.includes(operator)) continue;
    const parts = partsAt(operator, operands, operators).map(([of, between]) =>
      between.length === 0 && of[0] ? holds(of[0], reader) : ofOperation(of, between, reader),
    );
    // Terraform rejects a condition if a part of it is an error, and an unknown part can be one.
    return parts.includes(undefined) ? undefined : parts.includes(decisive) === decisive;
  }
  const [one, other] = operands;
  const [operator = ''] = operators;
  return one && other && operators.length === 1
    ? compared(operator, known(one, reader), known(other, reader))
    : undefined;
}

type Part = readonly [operands: readonly Expression[], operators: readonly string[]];

function partsAt(
  operator: string,
  operands: readonly Expression[],
  operators: readonly string[],
): readonly Part[] {
  const ends = operators.flatMap((one, place) => (one === operator ? [place] : []));
  return [...ends, operators.length].map((end, index) => {
    const start = index === 0 ? 0 : (ends[index - 1] ?? 0) + 1;
    return [operands.slice(start, end + 1), operators.slice(start, end)];
  });
}

function compared(operator: string, one: Known | undefined, other: Known | undefined): boolean | undefined {
  if (one === undefined || other === undefined) return undefined;
  if (operator === '==') return one === other;
  if (operator === '!=') return one !== other;
  if (typeof one !== 'number' || typeof other !== 'number') return undefined;
  if (operator === '<') return one < other;
  if (operator === '>') return one > other;
  if (operator === '<=') return one <= other;
  return operator === '>=' ? one >= other : undefined;
}

/** A value without references. */
function known(expression: Expression, reader: Reader): Known | undefined {
  if (expression.kind === 'not' || expression.kind === 'operation') return holds(expression, reader);
  if (expression.kind === 'call') return ofCall(expression, reader);
  return plain(reader.of(expression), reader);
}

function plain(node: Node, reader: Reader): Known | undefined {
  if (marksOf(node).form) return undefined;
  const value: unknown = node.value;
  if (node.type === 'null') return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = node.type === 'string' || calledFunction(node) ? reader.textOf(node) : undefined;
  return text === undefined || hasPlaceholder(text) ? undefined : text.normalize();
}

/** Whether a function is one of those that conditions use. */
export const isTestCall = ({ name, args }: Expression & { kind: 'call' }): boolean =>
  args.length === 1 ? name === 'length' : args.length === 2 && TWO_VALUES.has(name);

const TWO_VALUES: ReadonlySet<string> = new Set(['contains', 'startswith', 'endswith']);

/** The result of an operation, or of a function that conditions use; nothing where only Terraform knows. */
export const valueOfTest = (expression: Expression, reader: Reader): boolean | number | undefined =>
  expression.kind === 'call' ? ofTestCall(expression, reader) : holds(expression, reader);

function ofCall(expression: Expression & { kind: 'call' }, reader: Reader): Known | undefined {
  return isTestCall(expression) ? ofTestCall(expression, reader) : plain(reader.of(expression), reader);
}

/** Functions used in conditions. Source: https://developer.hashicorp.com/terraform/language/functions */
function ofTestCall(
  { name, args }: Expression & { kind: 'call' },
  reader: Reader,
): boolean | number | undefined {
  const [first, second] = args;
  if (!first) return undefined;
  if (!second) return lengthOf(reader.of(first), reader);
  if (name === 'contains') return isIn(reader.of(first), known(second, reader), reader);
  const [text, part] = [known(first, reader), known(second, reader)];
  if (typeof text !== 'string' || typeof part !== 'string') return undefined;
  return name === 'startswith' ? text.startsWith(part) : text.endsWith(part);
}

function lengthOf(node: Node, reader: Reader): number | undefined {
  if (node.type === 'array') return isCounted(node) ? listEntries(node).length : undefined;
  if (node.type === 'object' && !calledFunction(node)) {
    const entries = entriesOf(node);
    return entries?.some(({ isLoose }) => isLoose) ? undefined : entries?.length;
  }
  const text = plain(node, reader);
  // Of other characters, several can be one.
  return typeof text === 'string' && /^[\x20-\x7E\n\t]*$/.test(text) ? text.length : undefined;
}

function isIn(list: Node, value: Known | undefined, reader: Reader): boolean | undefined {
  const { form, mayHaveMore } = marksOf(list);
  // What is of an entry that may be several may be of none.
  if (list.type !== 'array' || form || mayHaveMore || value === undefined) return undefined;
  const entries = listEntries(list).map((entry) => plain(entry, reader));
  if (entries.includes(value)) return true;
  return entries.includes(undefined) ? undefined : false;
}
