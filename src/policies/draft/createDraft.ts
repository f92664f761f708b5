import { findActivity, findPersona, type Ruleset } from '../library/ruleset.ts';
import { type ActivityChoice, defaultSizing, type Draft, DRAFT_VERSION, noLimits } from '../model/draft.ts';
import type { Stance } from '../model/stance.ts';
import { withRoleInstances } from './roleInstances.ts';
import { usualLayout } from './layout.ts';

/** The name of a draft that no one has named, as it is used in files and names of roles. */
export const UNTITLED = 'ml-platform';

/**
 * A complete draft from the parts given. Without a layout, each persona has a separate role as soon as two of them are roles.
 * A selected persona without a list of activities gets its default ones, hardened where a hardened form exists. Without values
 * the draft starts with those of the ruleset.
 */
export function createDraft(partial: Partial<Draft>, library: Ruleset): Draft {
  const ruleset = withRoleInstances(library, partial);
  const personas = partial.personas ?? [];
  const defaults = personas.map((persona) => [persona, preselectedActivities(persona, ruleset)] as const);
  return {
    version: DRAFT_VERSION,
    name: partial.name ?? UNTITLED,
    layout: partial.layout ?? usualLayout(personas, ruleset),
    personas,
    activities: { ...Object.fromEntries(defaults), ...partial.activities },
    variables: partial.variables ?? ruleset.startingValues,
    limits: partial.limits ?? noLimits,
    trust: partial.trust ?? {},
    sizing: partial.sizing ?? defaultSizing,
    accepted: partial.accepted ?? [],
    proofs: partial.proofs ?? [],
    ...(partial.guarantees ? { guarantees: partial.guarantees } : {}),
    edits: partial.edits ?? {},
    ...(partial.roles ? { roles: partial.roles } : {}),
    ...(partial.environments ? { environments: partial.environments } : {}),
    ...(partial.reviewed ? { reviewed: partial.reviewed } : {}),
  };
}

/** The choices that come with a persona; empty for an id that no persona has. */
export function preselectedActivities(personaId: string, ruleset: Ruleset): readonly ActivityChoice[] {
  const entries = findPersona(personaId, ruleset)?.activities ?? [];
  return entries.filter((entry) => entry.selected).map((entry) => chooseActivity(entry.activity, ruleset));
}

/** An activity that was just selected: hardened where it can be, with the recommended options. */
export function chooseActivity(activityId: string, ruleset: Ruleset): ActivityChoice {
  const activity = findActivity(activityId, ruleset);
  const stance: Stance = activity?.hardened === undefined ? 'published' : 'hardened';
  const options = (activity?.options ?? []).flatMap(({ id, recommended, stances }) =>
    recommended !== undefined && stances.includes(stance) ? [[id, recommended] as const] : [],
  );
  return { activity: activityId, stance, options: Object.fromEntries(options) };
}
