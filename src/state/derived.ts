import type { ComposedDocument, Source } from '../policies/composed.ts';
import { compose } from '../policies/compose.ts';
import { listOf, offset, type Path } from '../policies/document.ts';
import type { Draft } from '../policies/draft.ts';
import { draftProblems, type DraftProblem, variablesInUse } from '../policies/placeholders.ts';
import { printPolicy } from '../policies/print.ts';
import type { RangeTable } from '../policies/ranges.ts';
import type { Variable } from '../policies/variables/variable.ts';

/** Everything that follows from a draft. Computed once per draft object and never stored. */

export interface PrintedDocument extends ComposedDocument {
  readonly text: string;
  readonly ranges: RangeTable;
}

/** Enough for the draft, its previous state, a preview, a baseline and the published form of each. */
const REMEMBERED = 8;

/** Remembers the last few drafts only: the history holds hundreds, and their texts would fill the memory. */
function oncePerDraft<Result>(compute: (draft: Draft) => Result): (draft: Draft) => Result {
  const known = new Map<Draft, { readonly result: Result }>();
  return (draft) => {
    const hit = known.get(draft) ?? { result: compute(draft) };
    known.delete(draft);
    known.set(draft, hit);
    const [oldest] = known.keys();
    if (known.size > REMEMBERED && oldest) known.delete(oldest);
    return hit.result;
  };
}

export const documentsOf = oncePerDraft((draft): readonly PrintedDocument[] =>
  compose(draft).map((document) => ({ ...document, ...printPolicy(document.policy) })),
);

export const problemsOf = oncePerDraft((draft): readonly DraftProblem[] => draftProblems(draft));

export const variablesOf = oncePerDraft((draft): readonly Variable[] => variablesInUse(draft));

/** Every choice set to the guide's own form; activities that the guide does not have are left out. */
export const publishedFormOf = oncePerDraft(
  (draft): Draft => ({
    ...draft,
    activities: Object.fromEntries(
      Object.entries(draft.activities).map(([persona, choices]) => [
        persona,
        choices.map((choice) => ({ ...choice, stance: 'published' as const })),
      ]),
    ),
  }),
);

/** The document shown for a wanted id: that one, else the first, else none. */
export function shownDocument(
  documents: readonly PrintedDocument[],
  wanted: string | null,
): PrintedDocument | undefined {
  return documents.find((document) => document.id === wanted) ?? documents[0];
}

/**
 * The value that a caret belongs to: on the white space before a line's value it is that value, behind the comma the one
 * before it.
 */
export function pathAtCaret({ text, ranges }: PrintedDocument, caret: number): Path {
  const lineStart = text.lastIndexOf('\n', caret - 1) + 1;
  const indent = /^ */.exec(text.slice(lineStart))?.[0].length ?? 0;
  const behindComma = text[caret - 1] === ',' && caret > lineStart;
  return ranges.pathAt(offset(Math.max(behindComma ? caret - 1 : caret, lineStart + indent)));
}

/** The choices that the value at a place of a document serves: an action's own, else its statement's. */
export function sourcesAt(document: PrintedDocument, path: Path): readonly Source[] {
  const [root, statement, element, entry] = path;
  if (root !== 'Statement' || typeof statement !== 'number') return [];
  const provenance = document.provenance[statement];
  if (!provenance) return [];
  const actions = listOf(document.policy.Statement[statement]?.Action);
  const action = element === 'Action' && typeof entry === 'number' ? actions[entry] : undefined;
  return (action && provenance.actions[action]) || provenance.sources;
}
