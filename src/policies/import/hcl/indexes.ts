import type { Node } from 'jsonc-parser';
import { indexExpression, refersTo } from './references.ts';
import { knownText } from './textFunctions.ts';
import type { Expression } from './tree.ts';

interface Reader {
  of(expression: Expression): Node;
  textOf(node: Node): string | undefined;
}

/**
 * The names and indexes behind a value, with those that are computed where they are known. One that is not stays as it is written;
 * nothing where it is about an entry of a collection: the same words are about another part each time.
 */
export function withIndexes(
  path: readonly string[],
  nodes: Reader,
  bound: ReadonlyMap<string, Node>,
): readonly string[] | undefined {
  const found = path.map((part) => {
    const index = indexExpression(part);
    if (!index) return part;
    const text = knownText(nodes.of(index), (node) => nodes.textOf(node));
    if (text !== undefined) return `"${text}"`;
    return refersTo(index, bound) ? undefined : part;
  });
  return found.every((part) => part !== undefined) ? found : undefined;
}
