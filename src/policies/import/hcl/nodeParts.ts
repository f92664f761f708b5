import type { Node } from 'jsonc-parser';
import { call, literal, type Place } from '../builtNodes.ts';
import type { CollectionEntry } from './collections.ts';
import type { Expression } from './tree.ts';

/** What only Terraform computes. */
export const computed = (what: string, place: Place): Node =>
  call('Fn::Computed', literal(what, place), place);

export const moved = (node: Node, { offset, length }: Place): Node => ({ ...node, offset, length });

/** What is in another text has the place of what reads it. */
export const placedAt = (node: Node, place: Place): Node => ({
  ...moved(node, place),
  ...(node.children && { children: node.children.map((child) => placedAt(child, place)) }),
});

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

/** A path whose only references are those to the folder of the module. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'literal') return String(expression.value);
  if (expression.kind === 'reference') return expression.path[0] === 'path' ? '' : undefined;
  if (expression.kind !== 'template') return undefined;
  const parts = expression.parts.map(pathOf);
  return parts.includes(undefined) ? undefined : parts.join('');
}
