import { chooseActivity } from '../draft/createDraft.ts';
import { withPersonas } from '../draft/withPersonas.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';

/** An activity of a role that a team needs. */
export interface NeededActivity {
  readonly persona: string;
  readonly activity: string;
  /** Other than those that it starts with. */
  readonly options?: ActivityChoice['options'];
}

/** The draft with these activities, each with its role, beside those that it has. */
export function withNeeded(draft: Draft, needed: readonly NeededActivity[], ruleset: Ruleset): Draft {
  const personas = [...new Set(needed.map(({ persona }) => persona))];
  const selected = new Set([...draft.personas, ...personas]);
  const order = ruleset.personas.map(({ id }) => id).filter((id) => selected.has(id));
  const next = withPersonas(draft, order, ruleset);
  const activities = personas.map((persona) => {
    const before = draft.personas.includes(persona) ? (draft.activities[persona] ?? []) : [];
    const has = new Set(before.map(({ activity }) => activity));
    const added = needed.filter((one) => one.persona === persona && !has.has(one.activity));
    const choices = added.map(({ activity, options }) => chosen(activity, options, ruleset));
    return [persona, [...before, ...choices]] as const;
  });
  return { ...next, activities: { ...draft.activities, ...Object.fromEntries(activities) } };
}

function chosen(
  activity: string,
  options: ActivityChoice['options'] | undefined,
  ruleset: Ruleset,
): ActivityChoice {
  const start = chooseActivity(activity, ruleset);
  return options ? { ...start, options: { ...start.options, ...options } } : start;
}
