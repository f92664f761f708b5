import type { Node } from 'jsonc-parser';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { listEntries, member, membersOf } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { computed } from './nodeParts.ts';
import { inOrder } from './textOrder.ts';
import { isCounted, marksOf, mayBeEmpty } from './valueMarks.ts';

/** What `for` and dynamic blocks go through: lists, sets and objects whose entries the text tells. */

/** An entry of a collection, and under which conditions it is there. */
export interface CollectionEntry {
  readonly key: Node;
  readonly value: Node;
  readonly under: readonly Under[];
  /** Its place among the others, and how many these are, only Terraform knows. */
  readonly isLoose: boolean;
  /** It may be a list, whose entries are those of the collection. */
  readonly mayBeMore: boolean;
}

export interface Under {
  /** In its words. */
  readonly condition: Node;
  readonly holds: boolean;
}

/** The entries of a collection in their order; nothing where only Terraform knows them. */
export function entriesOf(node: Node, under: readonly Under[] = []): readonly CollectionEntry[] | undefined {
  if (isNoValue(node)) return [];
  const branches = branchesOfIf(node, under);
  if (branches) {
    // What a list becomes that could be a set as well is not documented.
    const kinds = branches.filter((branch) => listEntries(branch.node).length > 0);
    if (new Set(kinds.map((branch) => marksOf(branch.node).isSet === true)).size > 1) return undefined;
    const found = branches.map((branch) => entriesOf(branch.node, branch.under));
    return found.every((entries) => entries !== undefined) ? found.flat() : undefined;
  }
  if (calledFunction(node) || marksOf(node).form) return undefined;
  if (node.type === 'array') return entriesOfList(node, under);
  return node.type === 'object' ? entriesOfObject(node, under) : undefined;
}

interface BranchUnder {
  readonly node: Node;
  readonly under: readonly Under[];
}

function branchesOfIf(node: Node, under: readonly Under[]): readonly BranchUnder[] | undefined {
  const called = calledFunction(node);
  const [condition, whether, otherwise] = called?.name === 'Fn::If' ? listEntries(called.argument) : [];
  if (!condition || !whether || !otherwise) return undefined;
  return [
    { node: whether, under: [...under, { condition, holds: true }] },
    { node: otherwise, under: [...under, { condition, holds: false }] },
  ];
}

function entriesOfList(node: Node, under: readonly Under[]): readonly CollectionEntry[] | undefined {
  const { isSet, isLoose = false, mayHaveMore = false } = marksOf(node);
  const isKnown = isCounted(node);
  const entries = listEntries(node).map((entry, index) => {
    const { isOptional = false } = marksOf(entry);
    return thereUnder({ node: entry, under }, isOptional)?.map((one) => ({
      key: isSet ? one.node : isKnown ? literal(index, entry) : computed('the index of an entry', entry),
      value: one.node,
      under: one.under,
      isLoose,
      mayBeMore: mayHaveMore,
    }));
  });
  return entries.every((one) => one !== undefined) ? entries.flat() : undefined;
}

/** What an entry is under which conditions: one that is optional is none without a value. Nothing where only Terraform knows. */
function thereUnder(one: BranchUnder, isOptional: boolean): readonly BranchUnder[] | undefined {
  if (isNoValue(one.node)) return isOptional ? [] : [{ ...one, node: literal(null, one.node) }];
  const branches = branchesOfIf(one.node, one.under);
  if (branches) {
    const found = branches.map((branch) => thereUnder(branch, isOptional));
    // What is there anyhow is one entry, whatever its value.
    if (found.every((branch, index) => branch?.length === 1 && branch[0] === branches[index])) return [one];
    return found.every((branch) => branch !== undefined) ? found.flat() : undefined;
  }
  if (!isOptional || !mayBeEmpty(one.node)) return [one];
  const called = calledFunction(one.node);
  if (called?.name !== 'Ref') return undefined;
  const condition = literal(`${String(called.argument.value)} is not empty`, one.node);
  return [{ ...one, under: [...one.under, { condition, holds: true }] }];
}

/** By their names, in which order Terraform goes through them. */
function entriesOfObject(node: Node, under: readonly Under[]): readonly CollectionEntry[] {
  const members = [...membersOf(node)];
  const isUnknown = ([name, value]: readonly [string, Node]) =>
    hasPlaceholder(name) || isComputedName(name, value);
  const isLoose = (node.children?.length ?? 0) > 1 && members.some(isUnknown);
  const ordered = isLoose ? members : members.toSorted(([one], [other]) => inOrder(one, other));
  return ordered.map(([name, value]) => ({
    key: isComputedName(name, value) ? value : literal(name, value),
    value,
    under,
    isLoose,
    mayBeMore: false,
  }));
}

/** A name that only Terraform computes is read as an empty one, with what it is computed by. */
const isComputedName = (name: string, value: Node): boolean =>
  name === '' && calledFunction(value)?.name === 'Fn::Computed';

/** The names of `for` as what they stand for. */
export const namesOfEntry = (
  names: readonly string[],
  { key, value }: CollectionEntry,
): ReadonlyMap<string, Node> => {
  const [first = '', second] = names;
  return new Map(
    second === undefined
      ? [[first, value]]
      : [
          [first, key],
          [second, value],
        ],
  );
};

/** A value that is there only under conditions. */
export const valueUnder = (value: Node, under: readonly Under[]): Node =>
  under.reduceRight((node, { condition, holds }) => branched(condition, holds, node), value);

function branched(condition: Node, holds: boolean, node: Node): Node {
  const place: Place = { offset: node.offset, length: node.length };
  const none = call('Ref', literal('AWS::NoValue', place), place);
  return call('Fn::If', list(holds ? [condition, node, none] : [condition, none, node], place), place);
}

/** A part of a value by names and indexes; nothing where the text does not tell it. */
export function partOf(node: Node, path: readonly string[]): Node | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return node;
  const { isSet, isLoose } = marksOf(node);
  const isUnplaced = isSet === true || isLoose === true || (node.type === 'array' && !isCounted(node));
  if (isUnplaced && name !== '*') return computed('a part of a value', node);
  const called = calledFunction(node);
  if (called?.name === 'Ref' && typeof called.argument.value === 'string')
    return call('Ref', literal([called.argument.value, ...path].join('.'), node), node);
  if (called) return undefined;
  const found = node.type === 'array' ? entryAt(node, name) : member(node, unquoted(name));
  return found && partOf(found, rest);
}

const unquoted = (name: string): string => name.replace(/^"([^]*)"$/, '$1');

function entryAt(node: Node, name: string): Node | undefined {
  const index = unquoted(name);
  return /^\d+$/.test(index) ? node.children?.[Number(index)] : undefined;
}
