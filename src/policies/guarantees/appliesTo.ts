import { hasOtherOptions, type SelectedGuardrail, selectedTrust } from '../draft/selection.ts';
import { haveValues } from '../library/activities/optionValues.ts';
import type { Guarantee } from '../library/guarantees/guarantee.ts';
import type { Persona } from '../library/personas/persona.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/** Whether a guarantee of a persona is about what the draft selects for it. `activities`: those of the persona's role. */
export function appliesToPersona(
  guarantee: Guarantee,
  persona: Persona,
  {
    draft,
    ruleset,
    activities,
  }: { readonly draft: Draft; readonly ruleset: Ruleset; readonly activities: ReadonlySet<string> },
): boolean {
  if (guarantee.without?.some((activity) => activities.has(activity))) return false;
  if (guarantee.trust !== undefined) return hasTrust(guarantee, persona, draft);
  const choices = draft.activities[persona.id] ?? [];
  const hasOthers = (activity: string | undefined, when: Guarantee['when'] = {}): boolean =>
    hasOtherOptions(activity, when, choices, ruleset);
  return (
    !hasOthers(guarantee.activity, guarantee.when) &&
    !Object.entries(guarantee.besides ?? {}).some(([activity, when]) => hasOthers(activity, when))
  );
}

function hasTrust({ trust, when = {} }: Guarantee, persona: Persona, draft: Draft): boolean {
  const selected = selectedTrust(persona, draft);
  return (
    selected?.form.id === trust && haveValues(selected?.form.options ?? [], selected?.options ?? {}, when)
  );
}

export const appliesToGuardrail = ({ when }: Guarantee, { guardrail, choice }: SelectedGuardrail): boolean =>
  haveValues(guardrail.options, choice.options, when);
