import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { preselectedActivities } from './createDraft.ts';
import { withPersonas } from './withPersonas.ts';

/** The draft with a persona, or one of its roles, selected or not. What was chosen for it is kept while it is not. */
export function togglePersona(draft: Draft, persona: string, ruleset: Ruleset): Draft {
  if (draft.personas.includes(persona)) {
    return withPersonas(
      draft,
      draft.personas.filter((id) => id !== persona),
      ruleset,
    );
  }
  const activities = draft.activities[persona] ?? preselectedActivities(persona, ruleset);
  const withPersona = withPersonas(draft, [...draft.personas, persona], ruleset);
  return { ...withPersona, activities: { ...draft.activities, [persona]: activities } };
}
