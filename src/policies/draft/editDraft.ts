import type { Ruleset } from '../library/ruleset.ts';
import type { Acceptance } from '../model/acceptance.ts';
import type { Stance } from '../model/stance.ts';
import type { ActivityChoice, Draft, Limits, Sizing } from '../model/draft.ts';
import { chooseActivity } from './createDraft.ts';

/** Every change that the wizard makes to a draft, as a pure function: old draft in, new draft out. */

export function toggleActivity(draft: Draft, persona: string, activity: string, ruleset: Ruleset): Draft {
  const choices = activityChoices(draft, persona);
  const without = choices.filter((choice) => choice.activity !== activity);
  const removed = without.length < choices.length;
  return withChoices(draft, persona, removed ? without : [...choices, chooseActivity(activity, ruleset)]);
}

export function setStance(draft: Draft, persona: string, activity: string, stance: Stance): Draft {
  return changeChoice(draft, persona, activity, (choice) => ({ ...choice, stance }));
}

export function setOption(draft: Draft, persona: string, activity: string, option: string, value: string) {
  return changeChoice(draft, persona, activity, (choice) => ({
    ...choice,
    options: { ...choice.options, [option]: value },
  }));
}

/** Replaces all values of a variable; no values means that it is unfilled again. */
export function setValues(draft: Draft, variable: string, values: readonly string[]): Draft {
  const { [variable]: _replaced, ...others } = draft.variables;
  const filled = values.some((value) => value !== '');
  return { ...draft, variables: filled ? { ...others, [variable]: values } : others };
}

export function toggleGuardrail(draft: Draft, guardrail: string): Draft {
  const { chosen } = draft.limits;
  const without = chosen.filter((choice) => choice.guardrail !== guardrail);
  const added = without.length === chosen.length ? [...chosen, { guardrail, options: {} }] : without;
  return setLimits(draft, { chosen: added });
}

/** Turns all of these guardrails on, or off; options of those that are on already stay. */
export function setGuardrails(draft: Draft, guardrails: readonly string[], on: boolean): Draft {
  const others = draft.limits.chosen.filter(({ guardrail }) => !guardrails.includes(guardrail));
  const choiceOf = (guardrail: string) =>
    draft.limits.chosen.find((choice) => choice.guardrail === guardrail) ?? { guardrail, options: {} };
  return setLimits(draft, { chosen: on ? [...others, ...guardrails.map(choiceOf)] : others });
}

export function setGuardrailOption(draft: Draft, guardrail: string, option: string, value: string): Draft {
  const chosen = draft.limits.chosen.map((choice) =>
    choice.guardrail === guardrail ? { ...choice, options: { ...choice.options, [option]: value } } : choice,
  );
  return setLimits(draft, { chosen });
}

export function setLimits(draft: Draft, change: Partial<Limits>): Draft {
  return { ...draft, limits: { ...draft.limits, ...change } };
}

export function setTrustForm(draft: Draft, persona: string, form: string): Draft {
  if (draft.trust[persona]?.form === form) return draft;
  return { ...draft, trust: { ...draft.trust, [persona]: { form, options: {} } } };
}

export function setTrustOption(
  draft: Draft,
  persona: string,
  form: string,
  option: string,
  value: string,
): Draft {
  const current = draft.trust[persona];
  const options = current?.form === form ? current.options : {};
  return {
    ...draft,
    trust: { ...draft.trust, [persona]: { form, options: { ...options, [option]: value } } },
  };
}

export function setSizing(draft: Draft, change: Partial<Sizing>): Draft {
  return { ...draft, sizing: { ...draft.sizing, ...change } };
}

export function setLayout(draft: Draft, layout: Draft['layout']): Draft {
  return draft.layout === layout ? draft : { ...draft, layout };
}

export function accept(draft: Draft, acceptance: Acceptance): Draft {
  return { ...draft, accepted: [...withoutAcceptance(draft, acceptance), acceptance] };
}

export function removeSuppression(draft: Draft, acceptance: Acceptance): Draft {
  return { ...draft, accepted: withoutAcceptance(draft, acceptance) };
}

const withoutAcceptance = ({ accepted }: Draft, { document, code, about }: Acceptance) =>
  accepted.filter((entry) => entry.document !== document || entry.code !== code || entry.about !== about);

/** The permissions of a role of the draft: its activities, each with its settings. */
export function activityChoices(draft: Draft, persona: string): readonly ActivityChoice[] {
  return draft.activities[persona] ?? [];
}

function withChoices(draft: Draft, persona: string, choices: readonly ActivityChoice[]): Draft {
  return { ...draft, activities: { ...draft.activities, [persona]: choices } };
}

function changeChoice(
  draft: Draft,
  persona: string,
  activity: string,
  change: (choice: ActivityChoice) => ActivityChoice,
): Draft {
  const choices = activityChoices(draft, persona);
  return withChoices(
    draft,
    persona,
    choices.map((choice) => (choice.activity === activity ? change(choice) : choice)),
  );
}
