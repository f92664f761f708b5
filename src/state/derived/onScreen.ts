import { useStore } from '../store.ts';
import type { Preview, View } from '../screen.ts';
import type { Draft, Environment } from '../../policies/model/draft.ts';
import { type PrintedDocument, shownDocument, viewsOf } from './derived.ts';
import { useShownEnvironment, useShownValues, withValuesOf } from './shownValues.ts';
import { useNothingSelected } from './nothingSelected.ts';

export interface OnScreen {
  /** The draft whose documents are shown. */
  readonly draft: Draft;
  readonly documents: readonly PrintedDocument[];
  readonly shown: PrintedDocument | undefined;
  /** The document that findings, tests and sizes are of: that of the draft, also while something is only considered. */
  readonly evidenceOf: PrintedDocument | undefined;
  readonly view: View;
  /** Set while the documents are those of a choice that is only considered. */
  readonly preview: Preview | null;
}

/** What the policy half shows: the documents of the draft, or of what is being considered. */
export function useOnScreen(): OnScreen {
  const draft = useShownValues();
  const environment = useShownEnvironment();
  const considered = useStore((state) => state.screen.preview);
  const wanted = useStore((state) => state.screen.documentId);
  const view = useStore((state) => state.screen.view);
  const nothing = useNothingSelected();
  // A person who looks at changes, sentences or access is not taken away from them by passing over a choice.
  const preview = view === 'policy' || nothing ? considered : null;
  const shownDraft = preview ? withValues(preview.draft, environment) : draft;
  const documents = viewsOf(shownDraft);
  const shown = shownDocument(documents, wanted);
  return {
    draft: shownDraft,
    documents,
    shown,
    evidenceOf: preview ? shownDocument(viewsOf(draft), wanted) : shown,
    view: preview ? 'policy' : view,
    preview,
  };
}

const withValues = (draft: Draft, environment: Environment | undefined): Draft =>
  environment ? withValuesOf(draft, environment) : draft;
