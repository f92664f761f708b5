import { useMemo } from 'react';
import { createDraft } from '../../policies/draft/createDraft.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { documentsOf } from '../../state/derived/derived.ts';
import { type Preview, useRuleset, useStore } from '../../state/store.ts';

/** While there is no document the first persona's policy is shown, so that the page explains itself. */
export function usePreviewBeforeFirstChoice(): Preview | null {
  const ruleset = useRuleset();
  const nothing = useStore(({ draft }) => draft.personas.length === 0 && documentsOf(draft).length === 0);
  return useMemo(() => (nothing ? firstPreview(ruleset) : null), [nothing, ruleset]);
}

function firstPreview(ruleset: Ruleset): Preview | null {
  const [first] = ruleset.personas;
  return first ? { draft: createDraft({ personas: [first.id] }, ruleset), label: first.title } : null;
}
