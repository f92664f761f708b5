import { placeholderNames } from '../../language/placeholder.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import { globMatcher } from '../../language/glob.ts';

/** Values that are missing where they are no text of a set: what depends on them is not compared. */

const conditionsOf = (documents: readonly PolicyDocument[]) =>
  documents
    .flatMap(({ Statement }) => [Statement].flat())
    .flatMap(({ Condition = {} }) => Object.entries(Condition));

/** Placeholders in place of the `true` or `false` of `Null`. */
export const missingPresence = (documents: readonly PolicyDocument[]): readonly string[] =>
  conditionsOf(documents)
    .filter(([operator]) => operator.toLowerCase() === 'null')
    .flatMap(([, keys]) => Object.values(keys).flat().map(String).flatMap(placeholderNames));

/**
 * Placeholders in the name of a condition key that can be the same as another key of the documents, such as `aws:ResourceTag/<KEY>`
 * beside `aws:ResourceTag/team`. Taken for two keys, some requests are looked at that there are not when they are one.
 */
export function missingKeys(documents: readonly PolicyDocument[]): readonly string[] {
  const keys = [...new Set(conditionsOf(documents).flatMap(([, tested]) => Object.keys(tested)))];
  return keys.flatMap((key) => {
    const names = placeholderNames(key);
    const isSame = globMatcher(key.replaceAll(/<\w+>/g, '*').toLowerCase());
    const others = keys.filter((other) => other.toLowerCase() !== key.toLowerCase());
    return names.length > 0 && others.some((other) => isSame(other.toLowerCase())) ? names : [];
  });
}
