import { selectedPersonas } from '../draft/selection.ts';
import { deliver } from '../compose/deliver.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';
import { chooseActivity } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import type { PolicySet } from '../simulate/policySet.ts';
import { prepare } from '../simulate/prepare.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { identityPolicies } from '../compose/appliedPolicies.ts';
import { controlledPolicies } from './organizationContext.ts';
import { accountOfArn } from './refusals/refusalRequest.ts';

/** An activity that is not selected and would allow a call. */
export interface ActivityThatAllows {
  readonly persona: string;
  readonly activity: string;
}

/** An option of a selected activity with a value that would allow a call. */
export interface OptionThatAllows extends ActivityThatAllows {
  readonly option: string;
  readonly value: string;
}

/**
 * The activities of a persona that are not selected and would each allow a call that is denied. Every one that comes back has
 * been composed and simulated.
 */
export function findActivitiesThatAllow(
  draft: Draft,
  persona: string,
  request: AccessRequest,
  ruleset: Ruleset,
): readonly ActivityThatAllows[] {
  const found = selectedPersonas(draft, ruleset).find(({ id }) => id === persona);
  const selected = draft.activities[persona] ?? [];
  const open =
    found?.activities.filter(({ activity }) => !selected.some((choice) => choice.activity === activity)) ??
    [];
  return open
    .filter(({ activity }) =>
      allows(draft, persona, [...selected, chooseActivity(activity, ruleset)], request, ruleset),
    )
    .map(({ activity }) => ({ persona, activity }));
}

/**
 * The values of options of selected activities that would each allow a call that is denied; composed and simulated as well.
 * `otherSide`: the policy of the key or repository that the call is about.
 */
export function findOptionsThatAllow(
  draft: Draft,
  persona: string,
  request: AccessRequest,
  ruleset: Ruleset,
  otherSide: Pick<PolicySet, 'resource'> = {},
): readonly OptionThatAllows[] {
  const selected = draft.activities[persona] ?? [];
  return selected.flatMap((choice) =>
    otherValuesOf(choice, ruleset)
      .filter(({ option, value }) => {
        const changed = { ...choice, options: { ...choice.options, [option]: value } };
        const choices = selected.map((one) => (one === choice ? changed : one));
        return allows(draft, persona, choices, request, ruleset, otherSide);
      })
      .map(({ option, value }) => ({ persona, activity: choice.activity, option, value })),
  );
}

function otherValuesOf({ activity, stance, options }: ActivityChoice, ruleset: Ruleset) {
  const allOptions = findActivity(activity, ruleset)?.options ?? [];
  return allOptions
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
  const { documents } = deliver(filled, ruleset);
  const { principal, resource } = request;
  const { set } = controlledPolicies(
    identityPolicies(documents, persona, otherSide),
    documents,
    resource.accountId ?? accountOfArn(resource.arn),
    accountOfArn(principal),
  );
  const { verdict, otherReading } = prepare(set).verdict(request, { missingKeys: 'unknown' });
  return (verdict === 'allowed' || verdict === 'unknown') && !otherReading;
}
