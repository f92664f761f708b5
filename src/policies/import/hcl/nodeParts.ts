import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { listEntries } from '../candidates.ts';
import type { Stack } from '../containers/stack.ts';
import type { FilesBeside } from '../filesBeside.ts';
import type { Expression } from './tree.ts';
import { isCounted, marked } from './valueMarks.ts';

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

/** What Terraform rejects in any case. */
export const failed = (what: string, place: Place): Node => marked(computed(what, place), { isError: true });

export const moved = (node: Node, { offset, length }: Place): Node => ({ ...node, offset, length });

/** What is in another text has the place of what reads it. */
export const placedAt = (node: Node, place: Place): Node => ({
  ...moved(node, place),
  ...(node.children && { children: node.children.map((child) => placedAt(child, place)) }),
});

/** A path whose only references are those to the folder of the module. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'literal') return String(expression.value);
  if (expression.kind === 'reference') return expression.path[0] === 'path' ? '' : undefined;
  if (expression.kind !== 'template') return undefined;
  const parts = expression.parts.map(pathOf);
  return parts.includes(undefined) ? undefined : parts.join('');
}

/** Functions that change nothing of a value. */
export const unchanged: ReadonlySet<string> = new Set(['nonsensitive', 'sensitive']);

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

/** Members of an object: of several with one name the last counts. */
export function lastOfEach(members: readonly Node[]): readonly Node[] {
  const nameOf = ({ children: [key] = [] }: Node) => String(key?.value);
  const byName = new Map(members.map((one) => [nameOf(one), one]));
  // What has no name that is known may have any.
  return members.filter((one) => nameOf(one) === '' || byName.get(nameOf(one)) === one);
}

/** Arguments with the entries of the last one, a list, in its place; nothing where these are not known. */
export function expanded(args: readonly Node[]): readonly Node[] | undefined {
  const last = args.at(-1);
  return last?.type === 'array' && isCounted(last) ? [...args.slice(0, -1), ...listEntries(last)] : undefined;
}
