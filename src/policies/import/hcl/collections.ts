import type { Node } from 'jsonc-parser';
import { hasPlaceholder } from '../../language/placeholder.ts';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { listEntries, member, membersOf } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { computed, failed } from './nodeParts.ts';
import { inOrder } from './textOrder.ts';
import { isCounted, marksOf, mayBeEmpty } from './valueMarks.ts';

/** What `for` and dynamic blocks go through: lists, sets and objects whose entries the text has. */

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

export interface BranchUnder {
  readonly node: Node;
  readonly under: readonly Under[];
}

/** What a conditional value is under its condition, and what else. */
export function branchesOfIf(node: Node, under: readonly Under[]): readonly BranchUnder[] | undefined {
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
    const { isOptional = false, isConditional = false } = marksOf(entry);
    const isLeftOut = isOptional ? 'whereEmpty' : isConditional ? 'byCondition' : 'never';
    return thereUnder({ node: entry, under }, isLeftOut)?.map((one) => ({
      key: isSet ? one.node : isKnown ? literal(index, entry) : computed('the index of an entry', entry),
      value: one.node,
      under: one.under,
      isLoose,
      mayBeMore: mayHaveMore,
    }));
  });
  return entries.every((one) => one !== undefined) ? entries.flat() : undefined;
}

/** When an entry is none: where its value is empty, where a condition says so, or never. */
type LeftOut = 'whereEmpty' | 'byCondition' | 'never';

/** What an entry is under which conditions. Nothing where only Terraform knows. */
function thereUnder(one: BranchUnder, isLeftOut: LeftOut): readonly BranchUnder[] | undefined {
  if (isNoValue(one.node)) return isLeftOut === 'never' ? [{ ...one, node: literal(null, one.node) }] : [];
  const branches = branchesOfIf(one.node, one.under);
  if (branches) {
    const found = branches.map((branch) => thereUnder(branch, isLeftOut));
    // What is there anyhow is one entry, whatever its value.
    if (found.every((branch, index) => branch?.length === 1 && branch[0] === branches[index])) return [one];
    return found.every((branch) => branch !== undefined) ? found.flat() : undefined;
  }
  if (isLeftOut !== 'whereEmpty' || !mayBeEmpty(one.node)) return [one];
  const called = calledFunction(one.node);
  if (called?.name !== 'Ref') return undefined;
  return [{ ...one, under: [...one.under, { condition: notEmpty(one.node), holds: true }] }];
}

/** By their names, in which order Terraform goes through them. */
function entriesOfObject(node: Node, under: readonly Under[]): readonly CollectionEntry[] {
  const members = [...membersOf(node)];
  const isLoose = (node.children?.length ?? 0) > 1 && hasUnknownNames(node);
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

/** The condition that a reference is not empty, in words. */
export const notEmpty = (reference: Node): Node =>
  literal(`${String(calledFunction(reference)?.argument.value)} is not empty`, reference);

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
  const { isSet, isLoose, form } = marksOf(node);
  const isUnplaced = isSet === true || isLoose === true || (node.type === 'array' && !isCounted(node));
  if (isUnplaced && name !== '*') return computed('a part of a value', node);
  const called = calledFunction(node);
  if (called?.name === 'Ref' && typeof called.argument.value === 'string')
    return call('Ref', literal([called.argument.value, ...path].join('.'), node), node);
  if (called?.name === 'Fn::Split' && /^\d+$/.test(name))
    return call('Fn::Select', list([literal(name, node), node], node), node);
  const branches = branchesOfIf(node, []);
  if (branches) return partOfBranches(branches, path);
  if (called) return undefined;
  const found = node.type === 'array' ? entryAt(node, name) : member(node, unquoted(name));
  if (found) return partOf(found, rest);
  return form || name === '*' || name.startsWith('[') || hasUnknownNames(node)
    ? undefined
    : failed('a part of a value', node);
}

/** What a part is under the condition that its value depends on; nothing where the text does not tell it for each. */
function partOfBranches(branches: readonly BranchUnder[], path: readonly string[]): Node | undefined {
  const [whether, otherwise] = branches.map(({ node }) => (isNoValue(node) ? undefined : partOf(node, path)));
  const [condition] = branches.flatMap(({ under }) => under.map((one) => one.condition));
  return condition && whether && otherwise
    ? call('Fn::If', list([condition, whether, otherwise], whether), whether)
    : undefined;
}

/** Whether a name of an object is one that only Terraform knows. */
export const hasUnknownNames = (node: Node): boolean =>
  node.type === 'object' &&
  [...membersOf(node)].some(([name, value]) => hasPlaceholder(name) || isComputedName(name, value));

const unquoted = (name: string): string => name.replace(/^"([^]*)"$/, '$1');

function entryAt(node: Node, name: string): Node | undefined {
  const index = unquoted(name);
  return /^\d+$/.test(index) ? node.children?.[Number(index)] : undefined;
}
