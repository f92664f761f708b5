import { createDraft } from '../../policies/draft/createDraft.ts';
import type { Persona } from '../../policies/library/personas/persona.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { rulesetInForce, show, useStore } from '../../state/store.ts';

/** Nothing to preview for a persona that is already part of the policy: its lines are lit instead. */
export function previewPersona(persona: Persona): void {
  const { draft } = useStore.getState();
  if (draft.personas.includes(persona.id)) show({ preview: null, focused: { persona: persona.id } });
  else
    show({
      preview: {
        draft: previewOf(draft, persona, rulesetInForce()),
        choice: { persona: persona.id },
        label: persona.title,
      },
      focused: null,
    });
}

function previewOf(draft: Draft, persona: Persona, ruleset: Ruleset): Draft {
  const kept = draft.activities[persona.id];
  return createDraft(
    {
      personas: [persona.id],
      variables: draft.variables,
      ...(draft.roles ? { roles: draft.roles } : {}),
      ...(kept ? { activities: { [persona.id]: kept } } : {}),
    },
    ruleset,
  );
}
