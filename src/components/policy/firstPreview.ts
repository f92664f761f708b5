import { createDraft } from '../../policies/draft.ts';
import { personas } from '../../policies/personas/index.ts';
import { documentsOf } from '../../state/derived.ts';
import { type Preview, useStore } from '../../state/store.ts';

const [first] = personas;

const firstPreview: Preview | null = first
  ? { draft: createDraft({ personas: [first.id] }), label: first.title }
  : null;

/** While there is no document the first persona's policy is shown, so that the page explains itself. */
export function usePreviewBeforeFirstChoice(): Preview | null {
  const nothing = useStore(({ draft }) => draft.personas.length === 0 && documentsOf(draft).length === 0);
  return nothing ? firstPreview : null;
}
