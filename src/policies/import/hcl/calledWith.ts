import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { isDocumentText, listEntries, membersOf, stringValue } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';
import { computed, failed } from './nodeParts.ts';
import { knownText, type TextOf } from './textFunctions.ts';
import { isCounted, marksOf } from './valueMarks.ts';

/** What a function is computed with. */
export interface Called {
  readonly name: string;
  readonly args: readonly Node[];
  readonly place: Place;
  readonly textOf: TextOf;
  /** The call in its words, where a placeholder for it would be the same value each time. */
  readonly words: string | undefined;
}

/** Nothing where only Terraform knows the result. */
export type Compute = (called: Called) => Node | undefined;

/** What a function makes of arguments that Terraform rejects. */
export const rejected = ({ name, place }: Called): Node => failed(`the function ${name}`, place);

/** More conditions are not offered: each doubles what there is to choose from. */
const MOST_CONDITIONS = 3;

/** What a function makes in each branch of the conditions that its arguments depend on. */
export function inEachBranch(called: Called, compute: Compute, decided: Decided = new Map()): Node {
  const { args, place } = called;
  const at = args.findIndex((arg) => conditionOf(arg) !== undefined);
  const arg = args[at];
  const condition = arg && conditionOf(arg);
  if (!arg || !condition) return compute(called) ?? notKnown(called);
  const words = stringValue(condition) ?? '';
  const inBranch = (holds: boolean): Node => {
    const branch = listEntries(calledFunction(arg)?.argument)[holds ? 1 : 2] ?? arg;
    return inEachBranch(
      { ...called, args: args.with(at, branch) },
      compute,
      new Map([...decided, [words, holds]]),
    );
  };
  const known = decided.get(words);
  if (known !== undefined) return inBranch(known);
  if (decided.size >= MOST_CONDITIONS) return computed(`the function ${called.name}`, place);
  return call('Fn::If', list([condition, inBranch(true), inBranch(false)], place), place);
}

/** Functions that give one text in any case, and those that give one of their values. */
const TEXTS: ReadonlySet<string> = new Set([
  ...['lower', 'upper', 'title', 'trim', 'trimprefix', 'trimsuffix', 'replace', 'substr'],
  ...['lookup', 'try'],
]);

/** What replaces a result that only Terraform knows: a placeholder, or a call that is never read. */
export const notKnown = (called: Called): Node =>
  standIn(called) ?? computed(`the function ${called.name}`, called.place);

/** A placeholder for what a function makes of references. */
function standIn({ name, args, words, place }: Called): Node | undefined {
  if (words === undefined || !TEXTS.has(name)) return undefined;
  const given = args.filter((arg) => !marksOf(arg).isError);
  const values = given.flatMap((arg, at) =>
    name === 'lookup' && at === 0 && !calledFunction(arg) ? [...membersOf(arg).values()] : [arg],
  );
  const isEmpty = (arg: Node) => arg.type === 'array' && listEntries(arg).length === 0;
  const areValues = values.every((arg) => (isSingle(arg) && !isDocumentText(arg)) || isEmpty(arg));
  return areValues && args.some(hasReference) ? call('Ref', literal(words, place), place) : undefined;
}

const hasReference = (node: Node): boolean =>
  calledFunction(node)?.name === 'Ref' || (node.children ?? []).some(hasReference);

type Decided = ReadonlyMap<string, boolean>;

function conditionOf(node: Node): Node | undefined {
  const called = calledFunction(node);
  return called?.name === 'Fn::If' ? listEntries(called.argument)[0] : undefined;
}

export const isNull = (node: Node): boolean => node.type === 'null' || isNoValue(node);

/** The entries of a list or set whose number and order are known. */
export const entriesInOrder = (node: Node | undefined): readonly Node[] | undefined =>
  node?.type === 'array' && isCounted(node) ? listEntries(node) : undefined;

export const isSet = (node: Node | undefined): boolean => node !== undefined && marksOf(node).isSet === true;

/** A whole number, which may be written as a text. */
export function wholeNumber(node: Node | undefined, textOf: TextOf): number | undefined {
  const text = node && knownText(node, textOf);
  return text !== undefined && /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** A value that is one text, number or boolean, or a reference to one value: no policy is in it. */
export function isSingle(node: Node): boolean {
  if (marksOf(node).form) return false;
  const called = calledFunction(node);
  if (called) return ['Ref', 'Fn::Join', 'Fn::Select'].includes(called.name);
  return node.type !== 'array' && node.type !== 'object';
}
