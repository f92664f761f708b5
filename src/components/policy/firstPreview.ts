import { createDraft } from '../../policies/draft.ts';
import { personas } from '../../policies/personas/index.ts';
import { type Preview, useStore } from '../../state/store.ts';

const [first] = personas;

const firstPreview: Preview | null = first
  ? { draft: createDraft({ personas: [first.id] }), label: first.title }
  : null;

/** While nobody is chosen the first persona's policy is shown, so that the page explains itself. */
export function usePreviewBeforeFirstChoice(): Preview | null {
  const nobody = useStore((state) => state.draft.personas.length === 0);
  return nobody ? firstPreview : null;
}
