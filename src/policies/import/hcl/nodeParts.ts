import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import type { Stack } from '../containers/stack.ts';
import type { FilesBeside } from '../filesBeside.ts';
import type { CollectionEntry } from './collections.ts';
import type { Expression } from './tree.ts';

/** What a configuration is read with. */
export interface ConfigurationContext {
  readonly stack: Stack;
  readonly files: FilesBeside;
  /** That it is in. */
  readonly folder: string;
}

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

/** Functions that leave the entries of a list, or a text that is JSON, as they are. */
export const unchanged = new Set([
  'tolist',
  'toset',
  'compact',
  'distinct',
  'sort',
  'tostring',
  'trimspace',
  'nonsensitive',
  'sensitive',
  'chomp',
  'jsondecode',
]);

/** `%s` alone: other verbs change how a value is written. */
export function formatted(text: string, args: readonly Node[], place: Place): Node {
  const pieces = text.split('%s');
  if (pieces.length !== args.length + 1 || pieces.some((piece) => piece.includes('%')))
    return computed('the function format', place);
  const parts = pieces.flatMap((piece, index) => [literal(piece, place), ...args.slice(index, index + 1)]);
  return joined(parts, place);
}

/** A text of several parts. */
export const joined = (parts: readonly Node[], place: Place): Node =>
  call('Fn::Join', list([literal('', place), list(parts, place)], place), place);

/** The entries of several lists, and of the lists in them, as one list. */
export function concatenated(lists: readonly Node[], place: Place): Node {
  if (!lists.every(({ type }) => type === 'array')) return computed('the function concat', place);
  const entries = (node: Node): readonly Node[] =>
    (node.children ?? []).flatMap((entry) => (entry.type === 'array' ? entries(entry) : [entry]));
  return list(lists.flatMap(entries), place);
}
