import type { Node } from 'jsonc-parser';
import { list, type Place } from '../builtNodes.ts';
import { listEntries } from '../candidates.ts';
import { calledFunction } from '../containers/functionCalls.ts';
import { branchesOfIf, type Under, valueUnder } from './collections.ts';
import { computed } from './nodeParts.ts';
import { isTextOfResource, marked, marksOf } from './valueMarks.ts';

/**
 * The entries of several lists as one list, for `flatten` with those of the lists in them. Those of a list that is there by a condition
 * are there by it; a list that is not known is one entry, which may be several.
 * Source: https://developer.hashicorp.com/terraform/language/functions/concat and …/flatten
 */
export function concatenated(name: 'concat' | 'flatten', lists: readonly Node[], place: Place): Node {
  const found = name === 'concat' ? lists.map(entriesOfArgument) : lists.map(entriesOfNested);
  if (!found.every((one) => one !== undefined)) return computed(`the function ${name}`, place);
  const entries = found.flatMap((one) => one.entries);
  if (entries.length > MOST_ENTRIES) return computed(`the function ${name}`, place);
  return marked(list(entries, place), {
    isLoose: found.some(({ isLoose }) => isLoose),
    mayHaveMore: found.some(({ mayHaveMore }) => mayHaveMore),
  });
}

/** More than in any policy. */
const MOST_ENTRIES = 5_000;

interface Found {
  readonly entries: readonly Node[];
  readonly isLoose: boolean;
  readonly mayHaveMore: boolean;
}

const unknownList = (node: Node): Found => ({ entries: [node], isLoose: true, mayHaveMore: true });

/** A list, which may be another by a condition, or not be known. Nothing where it is none. */
function entriesOfArgument(node: Node): Found | undefined {
  if (marksOf(node).form) return undefined;
  const branches = branchesOfIf(node, []);
  if (branches)
    return ofBranches(branches.map((branch) => ({ ...branch, found: entriesOfArgument(branch.node) })));
  if (node.type === 'array') {
    const { isLoose = false, mayHaveMore = false } = marksOf(node);
    return { entries: listEntries(node), isLoose, mayHaveMore };
  }
  return isUnknownList(node) ? unknownList(node) : undefined;
}

/** A list with the entries of the lists in it. */
function entriesOfNested(node: Node): Found | undefined {
  if (node.type !== 'array' || marksOf(node).form) {
    const branches = marksOf(node).form ? undefined : branchesOfIf(node, []);
    if (branches)
      return ofBranches(branches.map((branch) => ({ ...branch, found: entriesOfNested(branch.node) })));
    return isUnknownList(node) ? unknownList(node) : undefined;
  }
  const { isLoose = false, mayHaveMore = false, isSet = false } = marksOf(node);
  const found = listEntries(node).map(entriesOfEntry);
  if (!found.every((one) => one !== undefined)) return undefined;
  return {
    entries: found.flatMap((one) => one.entries),
    isLoose: isLoose || (isSet && found.some((one) => one.isLoose)) || found.some((one) => one.isLoose),
    mayHaveMore: mayHaveMore || found.some((one) => one.mayHaveMore),
  };
}

/** An entry is itself, or what it has as a list. */
function entriesOfEntry(entry: Node): Found | undefined {
  if (entry.type === 'array') return entriesOfNested(entry);
  const branches = branchesOfIf(entry, []);
  if (branches && hasList(entry))
    return ofBranches(branches.map((branch) => ({ ...branch, found: entriesOfEntry(branch.node) })));
  return { entries: [entry], isLoose: false, mayHaveMore: couldBeList(entry) };
}

const hasList = (node: Node): boolean =>
  node.type === 'array' || (branchesOfIf(node, []) ?? []).some((branch) => hasList(branch.node));

function couldBeList(node: Node): boolean {
  const branches = branchesOfIf(node, []);
  if (branches) return branches.some((branch) => couldBeList(branch.node));
  const called = calledFunction(node);
  return called !== undefined && !['Fn::Join', 'Fn::Select'].includes(called.name) && !isTextOfResource(node);
}

const isUnknownList = (node: Node): boolean => {
  const name = calledFunction(node)?.name;
  return (name === 'Ref' || name === 'Fn::Split') && !isTextOfResource(node);
};

interface BranchFound {
  readonly under: readonly Under[];
  readonly found: Found | undefined;
}

function ofBranches(branches: readonly BranchFound[]): Found | undefined {
  const entries = branches.flatMap(({ under, found }) =>
    (found?.entries ?? []).map((entry) => marked(valueUnder(entry, under), { isConditional: true })),
  );
  if (branches.some(({ found }) => found === undefined)) return undefined;
  return {
    entries,
    isLoose: branches.some(({ found }) => found?.isLoose),
    mayHaveMore: branches.some(({ found }) => found?.mayHaveMore),
  };
}
