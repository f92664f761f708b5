import type { Node } from 'jsonc-parser';
import { type Choices, listEntries, stringValue } from '../candidates.ts';
import { calledFunction, isNoValue } from './functionCalls.ts';
import { resolveFunctions, type ResolvedValue } from './templateFunctions.ts';
import type { Stack } from './stack.ts';

/** A value under the conditions that lead to it. */
export interface Branch {
  readonly node: Node;
  readonly choices: Choices;
}

/** What a value can be, by the conditions of the template: itself where it depends on none. What is not there is none. */
export function branchesOf(node: Node | undefined, choices: Choices = new Map()): readonly Branch[] {
  if (!node || isNoValue(node)) return [];
  const call = calledFunction(node);
  const [condition, whether, otherwise] = call?.name === 'Fn::If' ? listEntries(call.argument) : [];
  const name = stringValue(condition);
  if (name === undefined) return [{ node, choices }];
  const isTrue = choices.get(name);
  return [true, false]
    .filter((value) => isTrue === undefined || isTrue === value)
    .flatMap((value) => branchesOf(value ? whether : otherwise, new Map([...choices, [name, value]])));
}

/** The entries of a list that may be one only by a condition, or have entries that are; what is given in place of a list is one. */
export const branchesOfEntries = (list: Node | undefined, choices: Choices = new Map()): readonly Branch[] =>
  branchesOf(list, choices).flatMap((branch) =>
    branch.node.type === 'array'
      ? listEntries(branch.node).flatMap((entry) => branchesOf(entry, branch.choices))
      : [branch],
  );

/** A document, as it is under some conditions. */
export interface ResolvedBranch {
  readonly choices: Choices;
  readonly resolved: ResolvedValue;
}

/** More than these are not offered one by one. */
const MOST = 8;

/** A document in every form that the conditions in it give. Nothing where there are too many to offer. */
export function resolveBranches(
  node: Node,
  stack: Stack,
  choices: Choices,
): readonly ResolvedBranch[] | undefined {
  const open: Choices[] = [choices];
  const found: ResolvedBranch[] = [];
  for (let at = open.pop(); at; at = open.pop()) {
    const resolved = resolveFunctions(node, stack, at);
    const undecided = resolved.ok ? undefined : resolved.undecided;
    if (undecided === undefined) found.push({ choices: at, resolved });
    else open.push(new Map([...at, [undecided, false]]), new Map([...at, [undecided, true]]));
    if (found.length + open.length > MOST) return undefined;
  }
  return found;
}

/** `HasKms, not IsProd`; empty without conditions. */
export const conditionWords = (choices: Choices): string =>
  [...choices].map(([name, holds]) => (holds ? name : `not ${name}`)).join(', ');
