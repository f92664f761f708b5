import type { Node } from 'jsonc-parser';
import { call, list, literal } from '../builtNodes.ts';
import { listEntries } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { type Called, type Compute, isNull, isSingle, rejected } from './calledWith.ts';
import { notEmpty } from './collections.ts';
import { knownText } from './textFunctions.ts';
import { isTextOfResource, marksOf, mayBeEmpty } from './valueMarks.ts';

/** Functions that take the first value of several that is one. */

/**
 * The first text that is not empty. A reference that may be empty is one or the other, by the words that it is not.
 * Source: https://developer.hashicorp.com/terraform/language/functions/coalesce
 */
export const coalesced: Compute = (called) => {
  const { args, place } = called;
  const given = args.filter((arg) => !isNull(arg));
  const types = new Set(given.map(({ type }) => (type === 'object' ? 'string' : type)));
  // The result is of the type that all values can have.
  if (!given.every(isSingle) || types.has('boolean') || (types.has('number') && types.size > 1))
    return undefined;
  return firstNotEmpty(given, called, place);
};

function firstNotEmpty(given: readonly Node[], called: Called, place: Called['place']): Node | undefined {
  const [first, ...others] = given;
  if (!first) return rejected(called);
  const text = knownText(first, called.textOf);
  if (text === '') return firstNotEmpty(others, called, place);
  if (text !== undefined || !mayBeEmpty(first)) return first;
  if (others.length === 0) return first;
  if (calledFunction(first)?.name !== 'Ref') return undefined;
  const otherwise = firstNotEmpty(others, called, place);
  return otherwise && call('Fn::If', list([notEmpty(first), first, otherwise], place), place);
}

/**
 * The first value that is no error.
 * Source: https://developer.hashicorp.com/terraform/language/functions/try
 */
export const tried: Compute = (called) => {
  for (const arg of called.args) {
    const outcome = outcomeOf(arg);
    if (outcome === 'value') return arg;
    if (outcome === 'unknown') return undefined;
  }
  return rejected(called);
};

/** Source: https://developer.hashicorp.com/terraform/language/functions/can */
export const canBe: Compute = ({ args: [arg], place }) => {
  const outcome = arg ? outcomeOf(arg) : 'unknown';
  return outcome === 'unknown' ? undefined : literal(outcome === 'value', place);
};

type Outcome = 'value' | 'error' | 'unknown';

/** Whether a value is an error: of a part of what is not known, only Terraform knows. */
function outcomeOf(node: Node): Outcome {
  if (marksOf(node).isError) return 'error';
  const called = calledFunction(node);
  if (called?.name === 'Ref') return isCertain(node, String(called.argument.value)) ? 'value' : 'unknown';
  if (called && called.name !== 'Fn::Join') return 'unknown';
  const parts = called ? listEntries(listEntries(called.argument)[1]) : (node.children ?? []);
  // A reference in a text may be to what is no text.
  const isUnknownText =
    called !== undefined && parts.some((part) => calledFunction(part) && !isTextOfResource(part));
  const outcomes = parts.map((part) =>
    outcomeOf(part.type === 'property' ? (part.children?.[1] ?? part) : part),
  );
  if (outcomes.includes('error')) return 'error';
  return isUnknownText || outcomes.includes('unknown') ? 'unknown' : 'value';
}

/** A variable or local value itself, or an attribute of a resource without an index. */
const CERTAIN =
  /^(?:(?:var|local|each|path|terraform)\.[\w-]+|data\.[\w-]+\.[\w-]+\.[a-z_]+|(?!data\.)\w+_\w+\.[\w-]+\.[a-z_]+)$/;

const isCertain = (node: Node, reference: string): boolean => !marksOf(node).form && CERTAIN.test(reference);
