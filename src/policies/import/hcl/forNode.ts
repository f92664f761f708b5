import type { Node } from 'jsonc-parser';
import { list, object, type Place, property } from '../builtNodes.ts';
import { type CollectionEntry, namesOfEntry, valueUnder } from './collections.ts';
import { computed } from './nodeParts.ts';
import { holds } from './testedValues.ts';
import type { Expression } from './tree.ts';
import { marked } from './valueMarks.ts';

/** What reads the parts of an expression. */
interface Reader {
  of(expression: Expression): Node;
  textOf(node: Node): string | undefined;
  entriesOf(collection: Expression): readonly CollectionEntry[] | undefined;
  with<Result>(bound: ReadonlyMap<string, Node>, read: () => Result): Result;
}

/** `for` over a collection that the text has in full, of the entries that meet its condition; a call that is never read where only Terraform knows. */
export function forNode(expression: Expression & { kind: 'for' }, place: Place, reader: Reader): Node {
  const { names, collection, key, value, condition, isGrouped } = expression;
  const found = isGrouped ? undefined : reader.entriesOf(collection);
  const entries = found?.some(({ mayBeMore }) => mayBeMore) ? undefined : found;
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
    return marked(
      list(
        taken.map(({ node, under }) =>
          under.length === 0 ? node : marked(valueUnder(node, under), { isOptional: true }),
        ),
        place,
      ),
      { isLoose: entries?.some(({ isLoose }) => isLoose) ?? false },
    );
  const keys = new Set(taken.map(({ name }) => name));
  if (keys.size < taken.length || taken.some(({ name, under }) => name === undefined || under.length > 0))
    return computed('a for expression', place);
  return object(
    taken.map(({ name = '', node }) => property(name, node)),
    place,
  );
}
