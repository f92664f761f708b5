import { haveValues } from '../library/activities/optionValues.ts';
import { selectedPersonas, selectedTrust } from '../draft/selection.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { ActivityChoice, Draft, GuardrailChoice } from '../model/draft.ts';
import { findGuardrail } from '../library/guardrails/index.ts';
import type { Values } from './fillPlaceholders.ts';
import type { Proof } from '../library/accessTests/proof.ts';

/**
 * Why a test was not asked. `persona`: its persona is not chosen. `activity`: the activity that would allow it is not. `option`: it
 * belongs to another value of an option. `endpoint`: its VPC endpoint is not chosen. `trust`: the role is assumed in another
 * way. `wholeBucket`: no prefix is given. `region`: the Region has no such value. `noDocument`: there is no policy to ask.
 * `noCall`: no chosen policy makes the call.
 */
export type NotAsked =
  | 'persona'
  | 'activity'
  | 'option'
  | 'endpoint'
  | 'trust'
  | 'wholeBucket'
  | 'region'
  | 'noDocument'
  | 'noCall';

/** Why a test of a persona cannot be asked of a draft; nothing when it can. What must be denied is asked whatever is chosen. */
export function skipOfPersona(
  proof: Proof,
  persona: string,
  draft: Draft,
  values: Values,
  ruleset: Ruleset,
): NotAsked | undefined {
  const found = selectedPersonas(draft, ruleset).find(({ id }) => id === persona);
  if (!found) return 'persona';
  const choice = (draft.activities[persona] ?? []).find(({ activity }) => activity === proof.activity);
  const isChosen = proof.activity === undefined || choice !== undefined;
  if (!isChosen && proof.endpoint) return 'endpoint';
  if (!isChosen && proof.expect === 'allowed') return 'activity';
  if (choice && !hasActivityOptions(proof, choice, ruleset)) return 'option';
  if (proof.trust && selectedTrust(found, draft)?.form.id !== proof.trust) return 'trust';
  const isEmpty = (placeholder: string) => (values.get(placeholder)?.[0] ?? '') === '';
  if (isChosen && proof.prefix && isEmpty(proof.prefix)) return 'wholeBucket';
  return proof.ofRegion && isEmpty(proof.ofRegion) ? 'region' : undefined;
}

/** Whether a test belongs to the options of a chosen activity. An option that the stance does not have, has no value. */
function hasActivityOptions(
  { when = {} }: Proof,
  { activity, stance, options }: ActivityChoice,
  ruleset: Ruleset,
): boolean {
  const all = findActivity(activity, ruleset)?.options ?? [];
  const ofStance = all.filter(({ stances }) => stances.includes(stance));
  const areThere = Object.keys(when).every((id) => ofStance.some((option) => option.id === id));
  return areThere && haveValues(ofStance, options, when);
}

/** Why a test of a guardrail cannot be asked; nothing when it can. */
export function skipOfGuardrail(
  { when }: Proof,
  { guardrail, options }: GuardrailChoice,
): NotAsked | undefined {
  return haveValues(findGuardrail(guardrail)?.options ?? [], options, when) ? undefined : 'option';
}
