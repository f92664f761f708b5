import type { Node } from 'jsonc-parser';
import { list, object, type Place, property } from '../builtNodes.ts';
import { type CollectionEntry, valueUnder } from './collections.ts';
import { computed, namesOfEntry } from './nodeParts.ts';
import { holds } from './testedValues.ts';
import type { Expression } from './tree.ts';

/** What reads the parts of an expression. */
interface Reader {
  of(expression: Expression): Node;
  textOf(node: Node): string | undefined;
  entriesOf(collection: Expression): readonly CollectionEntry[] | undefined;
  with<Result>(bound: ReadonlyMap<string, Node>, read: () => Result): Result;
}

/** `for` over a collection that the text tells, of the entries that its test takes; a call that is never read where only Terraform knows. */
export function forNode(expression: Expression & { kind: 'for' }, place: Place, reader: Reader): Node {
  const { names, collection, key, value, condition, isGrouped } = expression;
  const entries = isGrouped ? undefined : reader.entriesOf(collection);
  const made = entries?.map((entry) =>
    reader.with(namesOfEntry(names, entry), () => ({
      isTaken: condition ? holds(condition, reader) : true,
      name: key && reader.textOf(reader.of(key)),
      node: reader.of(value),
      under: entry.under,
    })),
  );
  if (!made || made.some(({ isTaken }) => isTaken === undefined)) return computed('a for expression', place);
  const taken = made.filter(({ isTaken }) => isTaken);
  if (!key)
    return list(
      taken.map(({ node, under }) => valueUnder(node, under)),
      place,
    );
  if (taken.some(({ name, under }) => name === undefined || under.length > 0))
    return computed('a for expression', place);
  return object(
    taken.map(({ name = '', node }) => property(name, node)),
    place,
  );
}
