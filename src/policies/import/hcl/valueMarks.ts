import type { Node } from 'jsonc-parser';
import { listEntries } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';

/** What a value of Terraform is beside the tree that it is read as. */
export interface ValueMarks {
  /** A set: the index of an entry is the entry. */
  readonly isSet?: boolean;
  /** How many entries a list has, and in which order, only Terraform knows. */
  readonly isLoose?: boolean;
  /** An entry may be a list, whose entries are those of this one. */
  readonly mayHaveMore?: boolean;
  /** An entry that is not there where it has no value, or its value is empty. */
  readonly isOptional?: boolean;
  /** An entry that is there only in one branch of a condition, whatever its value. */
  readonly isConditional?: boolean;
  /** What Terraform rejects, whatever the values that are not known. */
  readonly isError?: boolean;
  /** A text that is read as what it is the JSON of, or a value that is read as its JSON. */
  readonly form?: 'encoded' | 'decoded' | undefined;
}

interface MarkedNode extends Node {
  readonly marks: ValueMarks;
}

const isMarked = (node: Node): node is MarkedNode => 'marks' in node;

const NONE: ValueMarks = {};

export const marksOf = (node: Node): ValueMarks => (isMarked(node) ? node.marks : NONE);

/** A node with what more is known of it. Copies of it keep their marks. */
export function marked(node: Node, marks: ValueMarks): Node {
  const found: MarkedNode = { ...node, marks: { ...marksOf(node), ...marks } };
  return found;
}

/** Whether it is known how many entries a list has, and so the index of each. */
export const isCounted = (node: Node): boolean => {
  const { isLoose, mayHaveMore, form } = marksOf(node);
  return !isLoose && !mayHaveMore && !form && !listEntries(node).some(isThereByCondition);
};

const branchesOf = (node: Node): readonly Node[] => {
  const called = calledFunction(node);
  return called?.name === 'Fn::If' ? listEntries(called.argument).slice(1) : [];
};

/** Whether an entry that may not be there is not for certain. */
const isThereByCondition = (node: Node): boolean =>
  marksOf(node).isConditional === true ||
  (marksOf(node).isOptional === true && (mayBeEmpty(node) || branchesOf(node).some(hasNoValue)));

const hasNoValue = (node: Node): boolean =>
  isNoValue(node) || mayBeEmpty(node) || branchesOf(node).some(hasNoValue);

/** Whether a value could be an empty text, as what replaces it shows. */
export function mayBeEmpty(node: Node): boolean {
  const called = calledFunction(node);
  if (called?.name === 'Fn::Join') {
    const [between, parts] = listEntries(called.argument);
    const entries = listEntries(parts);
    return (between?.value === '' || entries.length < 2) && entries.every(mayBeEmpty);
  }
  if (called?.name === 'Ref') return !isNoValue(node) && !isTextOfResource(node);
  return called ? called.name !== 'Fn::If' : node.value === '';
}

const RESOURCE_TEXT = /^(?:data\.)?[a-z0-9]+_\w+\.[^.*]+\.(?:[^*]+\.)?(?:arn|id|name)$/;

/** Whether a value is an attribute of a resource that is a text, and not an empty one. */
export const isTextOfResource = (node: Node): boolean => {
  const called = calledFunction(node);
  return called?.name === 'Ref' && RESOURCE_TEXT.test(String(called.argument.value));
};

/** Whether what a list is as one text only Terraform knows. */
export const isLooseAsText = (node: Node): boolean => {
  const { isLoose, mayHaveMore, form } = marksOf(node);
  const entries = listEntries(node);
  const isSingle = node.type === 'array' && entries.length < 2;
  const isLeftOut = (entry: Node) => marksOf(entry).isOptional === true && hasEmpty(entry);
  return (
    form !== undefined ||
    mayHaveMore === true ||
    (isLoose === true && !isSingle) ||
    (!isSingle && entries.some(isLeftOut)) ||
    branchesOf(node).some(isLooseAsText)
  );
};

const hasEmpty = (node: Node): boolean => mayBeEmpty(node) || branchesOf(node).some(hasEmpty);
