import type { Guarantee } from '../library/guarantees/guarantee.ts';
import type { UserGuarantee } from '../model/draft.ts';

/** What a person wrote, as a guarantee of the library would have it. */
export function guaranteeOfUser({
  id,
  title,
  must,
  actions,
  resources,
  condition,
}: UserGuarantee): Guarantee {
  const hasCondition = Object.keys(condition).length > 0;
  return {
    id,
    sentence: title,
    actions,
    ...(resources.length > 0 ? { resources } : {}),
    ...(must === 'unless' ? { unless: [condition] } : {}),
    ...(must === 'never' && hasCondition ? { under: condition } : {}),
    source: '',
  };
}
