import { haveValues, valueOfOption } from '../library/activities/optionValues.ts';
import type { Activity, LibraryOption, StatementTemplate } from '../library/activities/activity.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { ActivityChoice, Draft, GuardrailChoice, TrustChoice } from '../model/draft.ts';
import type { Denial, Guardrail } from '../library/guardrails/guardrail.ts';
import { guardrails } from '../library/guardrails/index.ts';
import type { Persona } from '../library/personas/persona.ts';
import { findTrustForm } from '../library/trust/index.ts';
import type { TrustForm, TrustOffer } from '../library/trust/trust.ts';

/** What a draft selects from a ruleset, always in the ruleset's order. Ids that the ruleset does not have are ignored. */

type Options = Readonly<Record<string, string>>;

/** Templates of a choice that its options include, in order. Empty for unknown ids or a stance that does not exist. */
export function activeTemplates(choice: ActivityChoice, ruleset: Ruleset): readonly StatementTemplate[] {
  const activity = findActivity(choice.activity, ruleset);
  const templates = activity?.[choice.stance] ?? [];
  return templates.filter((template) => activity && isIncluded(template, activity, choice.options));
}

/** Whether something belongs to the options of a selected activity. An option that the stance does not have, has no value. */
export function hasActivityOptions(
  { when = {} }: Pick<StatementTemplate, 'when'>,
  { activity, stance, options }: ActivityChoice,
  ruleset: Ruleset,
): boolean {
  const all = findActivity(activity, ruleset)?.options ?? [];
  const ofStance = all.filter(({ stances }) => stances.includes(stance));
  const areThere = Object.keys(when).every((id) => ofStance.some((option) => option.id === id));
  return areThere && haveValues(ofStance, options, when);
}

/** Whether a selected activity has other values than these. An option that its stance does not have has no other. */
export function hasOtherOptions(
  activity: string | undefined,
  values: Options,
  choices: readonly ActivityChoice[],
  ruleset: Ruleset,
): boolean {
  const choice = choices.find((one) => one.activity === activity);
  const options = findActivity(choice?.activity ?? '', ruleset)?.options ?? [];
  return options.some(
    (option) =>
      choice !== undefined &&
      option.stances.includes(choice.stance) &&
      option.id in values &&
      valueOfOption(option, choice.options) !== values[option.id],
  );
}

/** Personas of a draft in the ruleset's order. */
export function selectedPersonas(draft: Pick<Draft, 'personas'>, ruleset: Ruleset): readonly Persona[] {
  return ruleset.personas.filter((persona) => draft.personas.includes(persona.id));
}

/** A persona's choices in the ruleset's order, each activity once. */
export function selectedActivities(
  persona: Persona,
  draft: Pick<Draft, 'activities'>,
): readonly ActivityChoice[] {
  const choices = draft.activities[persona.id] ?? [];
  return persona.activities.flatMap((entry) => {
    const choice = choices.find((candidate) => candidate.activity === entry.activity);
    return choice ? [choice] : [];
  });
}

export interface SelectedGuardrail {
  readonly guardrail: Guardrail;
  readonly choice: GuardrailChoice;
}

export function selectedGuardrails(draft: Draft): readonly SelectedGuardrail[] {
  return guardrails.flatMap((guardrail) => {
    const choice = draft.limits.chosen.find((candidate) => candidate.guardrail === guardrail.id);
    return choice ? [{ guardrail, choice }] : [];
  });
}

/** Without those of data stores, from which no tag exempts: those who call them can set one themselves. */
export const guardrailsOfRoles = (selected: readonly SelectedGuardrail[]): readonly SelectedGuardrail[] =>
  selected.filter(({ guardrail }) => !guardrail.resourceControl);

/** Denials or conditions of a guardrail that its options include. */
export function activeRules<Rule extends Denial>(
  rules: readonly Rule[],
  { guardrail, choice }: SelectedGuardrail,
): readonly Rule[] {
  return rules.filter((rule) => isIncluded(rule, guardrail, choice.options));
}

/** What a guardrail denies with the selected options: in identity policies, boundaries, and SCPs, and in resource control policies. */
export const activeDenials = (entry: SelectedGuardrail): readonly Denial[] =>
  activeRules([...entry.guardrail.deny, ...(entry.guardrail.resourceControl ?? [])], entry);

export interface SelectedTrust {
  readonly persona: Persona;
  readonly offer: TrustOffer;
  readonly form: TrustForm;
  /** Every option of the form, with the persona's default where the draft sets none. */
  readonly options: Options;
}

/** How a persona's role is assumed; nothing for what is not a role. A form that the persona does not offer counts as none. */
export function selectedTrust(persona: Persona, draft: Draft): SelectedTrust | undefined {
  const choice: TrustChoice | undefined = draft.trust[persona.id];
  const offer = persona.trust.find((candidate) => candidate.form === choice?.form) ?? persona.trust[0];
  const form = offer && findTrustForm(offer.form);
  if (!offer || !form) return undefined;
  const optionValues = choice?.form === offer.form ? choice.options : {};
  const options = form.options.map((option) => [
    option.id,
    valueOfOption(option, { ...offer.defaults, ...optionValues }),
  ]);
  return { persona, offer, form, options: Object.fromEntries(options) };
}

export function activeTrustStatements({ form, options }: SelectedTrust): readonly StatementTemplate[] {
  return form.statements.filter((template) => isIncluded(template, form, options));
}

function isIncluded(
  template: Pick<StatementTemplate, 'when'>,
  { options }: Pick<Activity, 'id'> & { readonly options: readonly LibraryOption[] },
  values: Options,
): boolean {
  return haveValues(options, values, template.when);
}
