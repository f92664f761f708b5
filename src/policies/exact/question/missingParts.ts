import { readOperator } from '../../language/conditionOperator.ts';
import { hasPlaceholder, placeholderNames } from '../../language/placeholder.ts';
import { listOf, type PolicyDocument } from '../../language/policy.ts';
import { globMatcher } from '../../language/glob.ts';

/** Values that are missing where they are no text of a set: what depends on them is not compared. */

const conditionsOf = (documents: readonly PolicyDocument[]) =>
  documents
    .flatMap(({ Statement }) => [Statement].flat())
    .flatMap(({ Condition = {} }) => Object.entries(Condition));

/**
 * Whether a text can be an ARN only with the value that is missing in it: `<ROLE_ARN>`, `<BUCKET>/*`. As it is written it matches
 * nothing, with its value it may match anything.
 */
export const isOpenArn = (text: string): boolean => hasPlaceholder(text) && text.split(':').length < 6;

/** Whether resources, or values that are compared as ARNs, are missing as a whole. */
export const hasOpenArns = (documents: readonly PolicyDocument[]): boolean =>
  documents
    .flatMap(({ Statement }) => [Statement].flat())
    .some(
      ({ Resource, NotResource, Condition = {} }) =>
        listOf(Resource ?? NotResource).some(isOpenArn) ||
        Object.entries(Condition).some(
          ([operator, keys]) =>
            readOperator(operator)?.family === 'Arn' &&
            Object.values(keys).flat().map(String).some(isOpenArn),
        ),
    );

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
  const keys = [...new Set(conditionsOf(documents).flatMap(([, own]) => Object.keys(own)))];
  return keys.flatMap((key) => {
    const names = placeholderNames(key);
    const isSame = globMatcher(key.replaceAll(/<\w+>/g, '*').toLowerCase());
    const others = keys.filter((other) => other.toLowerCase() !== key.toLowerCase());
    return names.length > 0 && others.some((other) => isSame(other.toLowerCase())) ? names : [];
  });
}
