import { haveValues } from '../library/activities/optionValues.ts';
import { hasActivityOptions, hasOtherOptions, selectedPersonas, selectedTrust } from '../draft/selection.ts';
import { draftProblems } from '../compose/variablesInUse.ts';
import { placeholderNames } from '../language/placeholder.ts';
import { type Ruleset, variableOfPlaceholder } from '../library/ruleset.ts';
import type { Draft, GuardrailChoice } from '../model/draft.ts';
import { findGuardrail } from '../library/guardrails/index.ts';
import type { PlaceholderValues } from '../compose/fillPlaceholders.ts';
import type { Persona } from '../library/personas/persona.ts';
import type { AccessTest } from '../library/accessTests/accessTest.ts';

/**
 * Why a test was skipped. `persona`: its persona is not selected. `activity`: the activity that would allow it is not selected, although
 * it is recommended, or the persona doesn’t offer it. `optionalActivity`: the persona offers the activity as an addition, and it is not
 * selected. `option`: it belongs to another value of an option. `endpoint`: its VPC endpoint is not selected. `trust`: the role is assumed
 * in another way. `wholeBucket`: no prefix is given. `region`: the Region has no such value. `noDocument`: there is no policy to test.
 * `noCall`: no selected activity makes the call.
 */
export type SkipReason =
  | 'persona'
  | 'activity'
  | 'optionalActivity'
  | 'option'
  | 'endpoint'
  | 'trust'
  | 'wholeBucket'
  | 'region'
  | 'noDocument'
  | 'noCall';

/**
 * Why a test of a persona is skipped; nothing when it runs. A call that must be denied is tested whichever activities are selected,
 * except for option values, endpoints, and trust forms that are not.
 */
export function skipReasonOfPersona(
  test: AccessTest,
  persona: string,
  draft: Draft,
  values: PlaceholderValues,
  ruleset: Ruleset,
): SkipReason | undefined {
  const found = selectedPersonas(draft, ruleset).find(({ id }) => id === persona);
  if (!found) return 'persona';
  const choices = draft.activities[persona] ?? [];
  const choice = choices.find(({ activity }) => activity === test.activity);
  const isSelected = test.activity === undefined || choice !== undefined;
  if (!isSelected && test.endpoint) return 'endpoint';
  if (!isSelected && (test.expect === 'allowed' || test.attachedTo)) return whyNotSelected(test, found);
  if (choice && !hasActivityOptions(test, choice, ruleset)) return 'option';
  const besides = Object.entries(test.besides ?? {});
  if (besides.some(([activity, values]) => hasOtherOptions(activity, values, choices, ruleset)))
    return 'option';
  if (test.trust && selectedTrust(found, draft)?.form.id !== test.trust) return 'trust';
  const isEmpty = (placeholder: string) => (values.get(placeholder)?.[0] ?? '') === '';
  if (isSelected && test.prefix && isEmpty(test.prefix)) return 'wholeBucket';
  return test.ofRegion && isEmpty(test.ofRegion) ? 'region' : undefined;
}

const whyNotSelected = ({ activity }: AccessTest, { activities }: Persona): SkipReason =>
  activities.some((offered) => offered.activity === activity && !offered.selected)
    ? 'optionalActivity'
    : 'activity';

/** Whether the call is made on a role that the draft neither creates nor names. */
export function isOnMissingRole({ resource }: AccessTest, draft: Draft, ruleset: Ruleset): boolean {
  const [placeholder = ''] = placeholderNames(resource);
  const variable = variableOfPlaceholder(placeholder, ruleset);
  return (
    variable?.kind === 'roleArn' &&
    draftProblems(draft, ruleset).some((problem) => problem.variable.id === variable.id)
  );
}

/** Why a test of a guardrail is skipped; nothing when it runs. */
export function skipReasonOfGuardrail(
  { when }: AccessTest,
  { guardrail, options }: GuardrailChoice,
): SkipReason | undefined {
  return haveValues(findGuardrail(guardrail)?.options ?? [], options, when) ? undefined : 'option';
}
