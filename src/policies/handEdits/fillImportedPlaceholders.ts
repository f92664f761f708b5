import type { Draft } from '../model/draft.ts';
import { parsePolicy } from '../language/parse.ts';
import { replaceLikePlaceholders } from '../language/placeholder.ts';
import { setEdits } from './changeEdits.ts';
import { editsOfWholeText } from './importedPolicies.ts';
import { parsedSlices } from './slices.ts';

/**
 * Puts values in place of placeholders in an imported policy, wherever they are in its text; nothing else of it
 * changes. `values`: placeholder as written → value; the empty value leaves its placeholder. `undefined` where the text would be
 * no policy any more, or two keys would be one.
 */
export function fillImportedPlaceholders(
  draft: Draft,
  id: string,
  text: string,
  values: ReadonlyMap<string, string>,
): Draft | undefined {
  const edits = draft.edits[id];
  const filled = replaceLikePlaceholders(text, (name) => {
    const value = values.get(name) ?? '';
    return value === '' ? name : JSON.stringify(value).slice(1, -1);
  });
  const read = parsePolicy(filled);
  if (!edits?.own || !read.ok) return undefined;
  const sliced = parsedSlices(filled, read.policy, read.ranges);
  const keys = edits.entries.map(({ key }) => key);
  return setEdits(draft, id, { own: edits.own, ...editsOfWholeText(sliced, keys) });
}
