import type { Node } from 'jsonc-parser';
import { call, list, literal, type Place } from '../builtNodes.ts';
import { listEntries, member, membersOf } from '../candidates.ts';
import { calledFunction, isNoValue } from '../containers/functionCalls.ts';

/** What `for` and dynamic blocks go through: lists and objects whose entries the text tells. */

/** An entry of a collection, and under which conditions it is there. */
export interface CollectionEntry {
  readonly key: Node;
  readonly value: Node;
  readonly under: readonly Under[];
}

export interface Under {
  /** In its words. */
  readonly condition: Node;
  readonly holds: boolean;
}

/** The entries of a collection in their order; nothing where only Terraform knows them. */
export function entriesOf(node: Node, under: readonly Under[] = []): readonly CollectionEntry[] | undefined {
  if (isNoValue(node)) return [];
  const called = calledFunction(node);
  if (called?.name === 'Fn::If') {
    const [condition, whether, otherwise] = listEntries(called.argument);
    if (!condition || !whether || !otherwise) return undefined;
    const holding = entriesOf(whether, [...under, { condition, holds: true }]);
    const others = entriesOf(otherwise, [...under, { condition, holds: false }]);
    return holding && others && [...holding, ...others];
  }
  if (called) return undefined;
  if (node.type === 'array')
    return listEntries(node).map((value, index) => ({ key: literal(index, value), value, under }));
  if (node.type !== 'object') return undefined;
  return [...membersOf(node)].map(([name, value]) => ({ key: literal(name, value), value, under }));
}

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
  const called = calledFunction(node);
  if (called?.name === 'Ref' && typeof called.argument.value === 'string')
    return call('Ref', literal([called.argument.value, ...path].join('.'), node), node);
  if (called) return undefined;
  const plain = name.replace(/^"(.*)"$/, '$1');
  const found = node.type === 'array' ? node.children?.[Number(plain)] : member(node, plain);
  return found && partOf(found, rest);
}
