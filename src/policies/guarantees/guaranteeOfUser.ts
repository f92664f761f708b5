import { placeholderNames } from '../language/placeholder.ts';
import type { Guarantee } from '../library/guarantees/guarantee.ts';
import { type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import type { UserGuarantee } from '../model/draft.ts';

/**
 * What a person wrote, as a guarantee of the library would have it. A placeholder in the name of a condition key makes it one
 * statement for each of its values.
 */
export function guaranteeOfUser(
  { id, title, must, actions, resources, condition }: UserGuarantee,
  ruleset: Ruleset,
): Guarantee {
  const keys = Object.values(condition).flatMap((one) => Object.keys(one));
  const [varying] = keys
    .flatMap(placeholderNames)
    .flatMap((name) => variableOfPlaceholder(name, ruleset) ?? []);
  return {
    id,
    sentence: title,
    actions,
    ...(resources.length > 0 ? { resources } : {}),
    ...(varying ? { forEach: varying.id } : {}),
    ...(must === 'unless' ? { unless: [condition] } : {}),
    ...(must === 'never' && keys.length > 0 ? { under: condition } : {}),
    source: '',
  };
}
