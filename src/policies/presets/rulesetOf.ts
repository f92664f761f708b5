import type { Activity } from '../library/activities/activity.ts';
import type { Persona } from '../library/personas/persona.ts';
import { entryOf, type PresetActivity, type Preset } from '../library/preset.ts';
import { builtIn } from '../library/builtIn.ts';
import { type Ruleset, rulesetFrom } from '../library/ruleset.ts';
import type { Variable } from '../library/variables/variable.ts';
import { requiredDelivery } from './enforce.ts';
import { offeredBy } from './validate/presetLibrary.ts';

/**
 * What a preset makes of the built-in library. It is a value beside others: nothing is in force by it. The preset is one that
 * `readPreset` has accepted.
 */
export function rulesetOf(preset: Preset): Ruleset {
  const { defaultValues = {}, lockedValues = {}, activities = [], variables = [] } = preset;
  const locked = Object.entries(lockedValues).map(([id, { values }]) => [id, values] as const);
  return rulesetFrom({
    preset,
    personas: [...builtIn.personas, ...personasOfPreset(preset)].map((persona) => offering(persona, preset)),
    activities: [
      ...builtIn.activities.filter(({ id }) => !isHidden(id, preset)),
      ...activities.map(activityOf),
    ],
    variables: [...builtIn.variables, ...variables].map((variable) => limited(variable, preset)),
    startingValues: { ...defaultValues, ...Object.fromEntries(locked) },
    delivery: requiredDelivery(preset),
  });
}

const isHidden = (activity: string, { hiddenActivities = [] }: Preset): boolean =>
  hiddenActivities.some((hidden) => hidden.activity === activity);

const activityOf = (activity: PresetActivity): Activity => ({
  id: activity.id,
  title: activity.title,
  summary: activity.summary,
  options: activity.options ?? [],
  hardened: activity.hardened,
  differences: activity.differences ?? [],
  notes: activity.notes ?? [],
  status: 'organization',
});

const personasOfPreset = ({ personas = [] }: Preset): readonly Persona[] =>
  personas.map((persona) => ({ ...persona, kind: 'identity' }));

/** What a persona offers: its list without hidden activities, then the preset's activities that name the persona. */
function offering(persona: Persona, preset: Preset): Persona {
  const activities = offeredBy(persona, preset.activities).filter(
    ({ activity }) => !isHidden(activity, preset),
  );
  return { ...persona, activities };
}

/**
 * A variable that has only some values has no default and no example outside of them: no one would have
 * entered a default that is not allowed. A locked variable has its values even in a draft that was not checked against the preset.
 */
function limited(variable: Variable, { allowedValues, lockedValues }: Preset): Variable {
  const locked = entryOf(lockedValues, variable.id)?.values;
  const allowed = entryOf(allowedValues, variable.id)?.values.map(({ value }) => value);
  const [first, ...others] = locked ?? allowed ?? [];
  if (first === undefined) return variable;
  const { default: usual, ...rest } = variable;
  const defaults = locked ?? usual?.filter((value) => allowed?.includes(value)) ?? [];
  const example: Variable['example'] = locked ? [first, ...others] : [first];
  return { ...rest, example, ...(defaults.length > 0 ? { default: defaults } : {}) };
}
