import { useState } from 'react';
import type { Persona } from '../../policies/library/personas/persona.ts';
import { withComposing } from '../../state/derived/composing.ts';
import { edit, rulesetInForce, show, useStore } from '../../state/store.ts';

/**
 * Whether a persona is selected, and how that changes. A click before the part that composes is there shows at once and counts as
 * soon as the part is; where that does not come, the page says so, and the persona is as before.
 */
export function usePersonaChoice({ id, title }: Persona): readonly [isSelected: boolean, toggle: () => void] {
  const isInDraft = useStore((state) => state.draft.personas.includes(id));
  const [isWaiting, setWaiting] = useState(false);
  const toggle = () => {
    setWaiting((before) => !before);
    withComposing(
      ({ togglePersona }) => {
        setWaiting(false);
        const wasSelected = useStore.getState().draft.personas.includes(id);
        edit(
          (draft) => togglePersona(draft, id, rulesetInForce()),
          `${title} ${wasSelected ? 'cleared' : 'selected'}`,
        );
        show({ focused: { persona: id } });
      },
      () => setWaiting(false),
    );
  };
  return [isInDraft !== isWaiting, toggle];
}
