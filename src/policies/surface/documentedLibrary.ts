import type { Activity, Difference, Reason, StatementTemplate } from '../library/activities/activity.ts';
import type { Repair } from '../library/activities/activityReasons.ts';
import { reasonsFor } from '../library/activities/reasons/index.ts';
import type { Guardrail } from '../library/guardrails/guardrail.ts';
import { guardrails as guardrailsOfLibrary } from '../library/guardrails/index.ts';
import { notCoveredBy } from '../library/guardrails/notCovered/index.ts';
import { builtIn as library } from '../library/builtIn.ts';
import type { Preset } from '../library/preset.ts';
import { type Ruleset, rulesetFrom } from '../library/ruleset.ts';
import { rulesetOf as rulesetOfPreset } from '../presets/rulesetOf.ts';

/** An activity together with the reasons for its statements. The page loads these apart, when someone reads them. */
export interface DocumentedActivity extends Activity {
  readonly repairs: readonly Repair[];
  readonly differences: readonly Difference[];
  readonly notes: readonly Reason[];
}

function documented(activity: Activity): DocumentedActivity {
  const { repairs, differences, companions, notes } = reasonsFor(activity);
  const withCompanion = (template: StatementTemplate): StatementTemplate => {
    const companion = companions.find(({ statements }) => statements.includes(template.Sid));
    return companion
      ? { ...template, companion: { text: companion.text, source: companion.source } }
      : template;
  };
  return {
    ...activity,
    ...(activity.published && { published: activity.published.map(withCompanion) }),
    ...(activity.hardened && { hardened: activity.hardened.map(withCompanion) }),
    repairs,
    differences,
    notes,
  };
}

const documentedRuleset = (ruleset: Ruleset): Ruleset =>
  rulesetFrom({ ...ruleset, activities: ruleset.activities.map(documented) });

/** The built-in activities, each with its reasons. */
export const activities: readonly DocumentedActivity[] = library.activities.map(documented);

/** The built-in library, without any preset. */
export const builtIn: Ruleset = documentedRuleset(library);

/** What a preset that `readPreset` has accepted makes of the built-in library. */
export const rulesetOf = (preset: Preset): Ruleset => documentedRuleset(rulesetOfPreset(preset));

/** A guardrail together with what it does not hold for, which the page loads apart, too. */
export interface DocumentedGuardrail extends Guardrail {
  readonly notCovered: readonly Reason[];
}

/** Every guardrail, in the order of their numbers. */
export const guardrails: readonly DocumentedGuardrail[] = guardrailsOfLibrary.map((guardrail) => ({
  ...guardrail,
  notCovered: notCoveredBy(guardrail.id),
}));

/** The guardrail with this id, or nothing. */
export const findGuardrail = (id: string): DocumentedGuardrail | undefined =>
  guardrails.find((guardrail) => guardrail.id === id);
