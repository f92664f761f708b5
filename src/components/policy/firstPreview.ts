import { createDraft } from '../../policies/draft/createDraft.ts';
import { personas } from '../../policies/library/personas/index.ts';
import { documentsOf } from '../../state/derived/derived.ts';
import { type Preview, useStore } from '../../state/store.ts';

let known: Preview | undefined;

/** Made when it is first shown: an organisation's preset is in force by then. */
function firstPreview(): Preview | null {
  const [first] = personas;
  if (!first) return null;
  known ??= { draft: createDraft({ personas: [first.id] }), label: first.title };
  return known;
}

/** While there is no document the first persona's policy is shown, so that the page explains itself. */
export function usePreviewBeforeFirstChoice(): Preview | null {
  const nothing = useStore(({ draft }) => draft.personas.length === 0 && documentsOf(draft).length === 0);
  return nothing ? firstPreview() : null;
}
