import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { listEntries } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { entriesOf } from './collections.ts';
import { computed } from './nodeParts.ts';
import { inBranches, knownText, type TextOf } from './textFunctions.ts';
import { inOrder } from './textOrder.ts';
import { marked, marksOf } from './valueMarks.ts';

/**
 * Functions that make a list of lists. Entries that are known are computed; where some are not, the entries are those of the text, and
 * the list is marked as one of which only Terraform knows the number and the order.
 * Source: https://developer.hashicorp.com/terraform/language/functions
 */

const names = ['tolist', 'toset', 'compact', 'distinct', 'sort'] as const;
type ListFunction = (typeof names)[number];

export const listFunctionOf = (name: string): ListFunction | undefined => names.find((one) => one === name);

export const listFunction = (name: ListFunction, node: Node, place: Place, textOf: TextOf): Node =>
  inBranches(node, place, (one) => {
    if (one.type === 'array' && !marksOf(one).form) return ofEntries(name, one, place, textOf);
    const called = calledFunction(one)?.name;
    if (called === 'Fn::Computed') return one;
    if (called !== 'Ref') return computed(`the function ${name}`, place);
    // The values of a reference are in an order and a number of their own.
    return { ...(name === 'tolist' ? one : marked(one, { isLoose: true })), ...place };
  });

interface Entry {
  readonly node: Node;
  /** Nothing where a reference is in it. */
  readonly text: string | undefined;
  readonly isText: boolean;
}

function ofEntries(name: ListFunction, node: Node, place: Place, textOf: TextOf): Node {
  const entries = listEntries(node).map((entry): Entry => {
    const type = typeof entry.value;
    return { node: entry, text: knownText(entry, textOf), isText: type !== 'number' && type !== 'boolean' };
  });
  const isKnown = entries.every(({ text }) => text !== undefined);
  const areTexts = name === 'sort' || name === 'compact' || entries.some(({ isText }) => isText);
  // What a number becomes depends on the others.
  if (areTexts && !isKnown && !entries.every(({ isText }) => isText))
    return computed(`the function ${name}`, place);
  const all = areTexts ? entries.map((entry) => (entry.isText ? entry : asText(entry))) : entries;
  const { kept, isCertain } = made[name](all, isKnown, areTexts);
  const { isLoose = false, mayHaveMore = false } = marksOf(node);
  return marked(
    list(
      kept.map((entry) => entry.node),
      place,
    ),
    {
      isSet: name === 'toset',
      isLoose: isLoose || !isCertain,
      mayHaveMore,
    },
  );
}

const asText = (entry: Entry): Entry =>
  entry.text === undefined
    ? entry
    : { node: literal(entry.text, entry.node), text: entry.text, isText: true };

interface Made {
  readonly kept: readonly Entry[];
  /** Whether their number and order are known. */
  readonly isCertain: boolean;
}

type Make = (entries: readonly Entry[], isKnown: boolean, areTexts: boolean) => Made;

const made: Readonly<Record<ListFunction, Make>> = {
  tolist: (entries) => ({ kept: entries, isCertain: true }),
  // What may be empty keeps its place, and is left out where it is gone through.
  compact: (entries) => ({
    kept: entries
      .filter(({ node, text }) => node.type !== 'null' && text !== '')
      .map((entry) => (entry.text === undefined ? { ...entry, node: optional(entry.node) } : entry)),
    isCertain: true,
  }),
  distinct: (entries, isKnown) => ({
    kept: withoutRepeated(entries),
    isCertain: isKnown || entries.length < 2,
  }),
  // Only of texts is it documented in which order they are.
  toset: (entries, isKnown, areTexts) => {
    const kept = withoutRepeated(entries);
    const isCertain = (isKnown && areTexts) || kept.length < 2;
    return { kept: isCertain ? sorted(kept) : kept, isCertain };
  },
  sort: (entries, isKnown) => {
    const isCertain = isKnown || entries.length < 2;
    return { kept: isCertain ? sorted(entries) : entries, isCertain };
  },
};

/** An entry of which nothing is left where it is empty. */
const optional = (node: Node): Node =>
  marked(
    inBranches(node, node, (one) =>
      one.type === 'null' || one.value === '' ? call('Ref', literal('AWS::NoValue', node), node) : one,
    ),
    { isOptional: true },
  );

const sorted = (entries: readonly Entry[]): readonly Entry[] =>
  entries.toSorted((one, other) => inOrder(one.text ?? '', other.text ?? ''));

function withoutRepeated(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ text }) => text === undefined || (!seen.has(text) && seen.add(text)));
}

/** The names or the values of an object in the order of its names, as long as no condition decides on them. */
export function partsOf(what: 'keys' | 'values', node: Node, place: Place): Node {
  const entries = node.type === 'object' ? entriesOf(node) : undefined;
  if (!entries || entries.some(({ under }) => under.length > 0))
    return computed(`the function ${what}`, place);
  const parts = list(
    entries.map(({ key, value }) => (what === 'keys' ? key : value)),
    place,
  );
  return entries.some(({ isLoose }) => isLoose) ? marked(parts, { isLoose: true }) : parts;
}
