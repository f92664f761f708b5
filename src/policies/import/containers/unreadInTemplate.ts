import type { Node } from 'jsonc-parser';
import { listEntries, member, stringValue, type UnreadPlace } from '../candidates.ts';
import { branchesOf } from './branches.ts';
import { calledFunction } from './functionCalls.ts';

/**
 * Where a resource has a policy that the template doesn’t contain, also in one branch of a condition: a parameter instead of a document,
 * or what a macro puts into its `Policies`. `documents`: the properties that hold one.
 */
export function unreadInTemplate(
  values: Node,
  documents: readonly string[],
  source: string,
): readonly UnreadPlace[] {
  const instead = documents.flatMap((property) => nodesOf(member(values, property))).filter(isReference);
  const policies = nodesOf(member(values, 'Policies')).flatMap((node) =>
    node.type === 'array' ? listEntries(node).flatMap(nodesOf) : [node],
  );
  return [...instead, ...policies].flatMap((node) => placeOf(node, source));
}

const nodesOf = (node: Node | undefined): readonly Node[] => branchesOf(node).map((branch) => branch.node);

function placeOf(node: Node, name: string): readonly UnreadPlace[] {
  const called = calledFunction(node);
  if (!called) return [];
  return isReference(node)
    ? [{ node, code: 'elsewhere', detail: stringValue(called.argument) ?? called.name, name }]
    : [{ node, code: 'notComputed', detail: called.name, name }];
}

/** The name or ARN of a policy, or a parameter that is one. */
export const isReference = (node: Node): boolean =>
  ['Ref', 'Fn::GetAtt', 'Fn::ImportValue'].includes(calledFunction(node)?.name ?? '');
