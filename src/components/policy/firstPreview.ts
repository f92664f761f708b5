import { createDraft } from '../../policies/draft/createDraft.ts';
import type { Ruleset } from '../../policies/library/ruleset.ts';
import { documentsOf } from '../../state/derived/derived.ts';
import { type Preview, useRuleset, useStore } from '../../state/store.ts';

let known: Preview | undefined;

/** Made when it is first shown: an organisation's preset is in force by then. */
function firstPreview(ruleset: Ruleset): Preview | null {
  const [first] = ruleset.personas;
  if (!first) return null;
  known ??= { draft: createDraft({ personas: [first.id] }, ruleset), label: first.title };
  return known;
}

/** While there is no document the first persona's policy is shown, so that the page explains itself. */
export function usePreviewBeforeFirstChoice(): Preview | null {
  const ruleset = useRuleset();
  const nothing = useStore(({ draft }) => draft.personas.length === 0 && documentsOf(draft).length === 0);
  return nothing ? firstPreview(ruleset) : null;
}
