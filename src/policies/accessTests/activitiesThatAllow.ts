import { selectedPersonas } from '../draft/selection.ts';
import { deliver } from '../compose/deliver.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';
import { chooseActivity } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { prepare } from '../simulate/prepare.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { identityPolicies } from './policySets.ts';

/** An activity that is not chosen and would allow a call. */
export interface Offer {
  readonly persona: string;
  readonly activity: string;
}

/** An option of a chosen activity with a value that would allow a call. */
export interface OptionOffer extends Offer {
  readonly option: string;
  readonly value: string;
}

/**
 * The activities of a persona that are not chosen and would each allow a call that is refused. Every one that comes back has
 * been composed and simulated.
 */
export function offersFor(
  draft: Draft,
  persona: string,
  request: AccessRequest,
  ruleset: Ruleset,
): readonly Offer[] {
  const found = selectedPersonas(draft, ruleset).find(({ id }) => id === persona);
  const chosen = draft.activities[persona] ?? [];
  const open =
    found?.activities.filter(({ activity }) => !chosen.some((choice) => choice.activity === activity)) ?? [];
  return open
    .filter(({ activity }) =>
      allows(draft, persona, [...chosen, chooseActivity(activity, ruleset)], request, ruleset),
    )
    .map(({ activity }) => ({ persona, activity }));
}

/**
 * The values of options of chosen activities that would each allow a call that is refused; composed and simulated as well.
 * `otherSide`: the policy of the key or repository that the call is about.
 */
export function optionOffersFor(
  draft: Draft,
  persona: string,
  request: AccessRequest,
  ruleset: Ruleset,
  otherSide: Pick<PolicySet, 'resource'> = {},
): readonly OptionOffer[] {
  const chosen = draft.activities[persona] ?? [];
  return chosen.flatMap((choice) =>
    otherValuesOf(choice, ruleset)
      .filter(({ option, value }) => {
        const changed = { ...choice, options: { ...choice.options, [option]: value } };
        const choices = chosen.map((one) => (one === choice ? changed : one));
        return allows(draft, persona, choices, request, ruleset, otherSide);
      })
      .map(({ option, value }) => ({ persona, activity: choice.activity, option, value })),
  );
}

function otherValuesOf({ activity, stance, options }: ActivityChoice, ruleset: Ruleset) {
  const known = findActivity(activity, ruleset)?.options ?? [];
  return known
    .filter(({ stances }) => stances.includes(stance))
    .flatMap(({ id, choices, default: left }) =>
      choices
        .filter(({ value }) => value !== (options[id] ?? left))
        .map(({ value }) => ({ option: id, value })),
    );
}

function allows(
  draft: Draft,
  persona: string,
  choices: readonly ActivityChoice[],
  request: AccessRequest,
  ruleset: Ruleset,
  otherSide: Pick<PolicySet, 'resource'> = {},
): boolean {
  const filled = fillExamples({ ...draft, activities: { ...draft.activities, [persona]: choices } }, ruleset);
  const { set } = identityPolicies(deliver(filled, ruleset).documents, persona, otherSide);
  const { verdict, otherReading } = prepare(set).verdict(request, { missingKeys: 'unknown' });
  return (verdict === 'allowed' || verdict === 'unknown') && !otherReading;
}
