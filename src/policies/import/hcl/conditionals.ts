import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { computed, moved } from './nodeParts.ts';
import { refersTo } from './references.ts';
import { holds } from './testedValues.ts';
import type { Expression } from './tree.ts';

interface Reader {
  of(expression: Expression): Node;
  textOf(node: Node): string | undefined;
}

interface Context {
  readonly nodes: Reader;
  /** The name that conditions are given. */
  readonly text: string;
  /** Names that stand for an entry of a collection. */
  readonly bound: ReadonlyMap<string, Node>;
}

/**
 * The value that a condition decides for, where it is known; else one or the other, by the words of the condition. Of an entry of a
 * collection these are the same for each: what only Terraform knows of it is not read.
 */
export function conditionalNode(
  { condition, test, whether, otherwise }: Expression & { kind: 'conditional' },
  place: Place,
  { nodes, text, bound }: Context,
): Node {
  const isTrue = holds(test, nodes);
  if (isTrue !== undefined) return moved(nodes.of(isTrue ? whether : otherwise), place);
  if (refersTo(test, bound)) return computed('a conditional expression', place);
  const words = text.slice(condition.from, condition.to).replaceAll(/\s+/g, ' ').trim();
  const branches = [whether, otherwise].map((branch) => withoutNull(nodes.of(branch)));
  return call('Fn::If', list([literal(words, place), ...branches], place), place);
}

/** `null` means that there is no value. */
const withoutNull = (node: Node): Node =>
  node.type === 'null' ? call('Ref', literal('AWS::NoValue', node), node) : node;
