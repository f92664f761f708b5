import type { Node } from 'jsonc-parser';
import { list, type Place } from '../builtNodes.ts';
import { entriesOf } from './collections.ts';
import { computed } from './nodeParts.ts';

/** The names or the values of an object, as long as no condition decides on them. */
export function partsOf(what: 'keys' | 'values', node: Node, place: Place): Node {
  const entries = node.type === 'object' ? entriesOf(node) : undefined;
  if (!entries || entries.some(({ under }) => under.length > 0))
    return computed(`the function ${what}`, place);
  return list(
    entries.map(({ key, value }) => (what === 'keys' ? key : value)),
    place,
  );
}
