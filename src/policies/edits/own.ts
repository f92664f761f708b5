import type { DocumentKind } from '../document.ts';
import type { Draft } from '../draft.ts';
import { parsePolicy } from '../parse.ts';
import './writtenStatement.ts';
import { setEdits } from './changeEdits.ts';
import { sliceText } from './slices.ts';

/** Documents that no choice makes: taken in from elsewhere, every statement in them written by hand. */

/**
 * A document of the person's own, word for word but for its line ends, under an id of its own. The text must be a policy:
 * another one changes nothing.
 */
export function addOwnDocument(
  draft: Draft,
  { title, kind, text }: { readonly title: string; readonly kind: DocumentKind; readonly text: string },
): { readonly draft: Draft; readonly id: string } {
  const id = freeId(draft);
  const own = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const read = parsePolicy(own);
  if (!read.ok) return { draft, id };
  const { head, tail, slices } = sliceText(own, read.policy, read.ranges);
  const entries = slices.map((slice, index) => ({
    key: `hand-${index + 1}`,
    text: slice.text,
    lead: slice.lead,
  }));
  return { draft: setEdits(draft, id, { own: { title, kind }, head, tail, entries, removed: [] }), id };
}

function freeId({ edits }: Draft): string {
  let number = 1;
  while (edits[`own-${number}`]) number += 1;
  return `own-${number}`;
}

export function renameOwnDocument(draft: Draft, id: string, title: string): Draft {
  const edits = draft.edits[id];
  return edits?.own ? setEdits(draft, id, { ...edits, own: { ...edits.own, title } }) : draft;
}

/** Takes statements, by their places, out of a document of the person's own; the document goes with the last one. */
export function removeOwnStatements(draft: Draft, id: string, statements: readonly number[]): Draft {
  const edits = draft.edits[id];
  if (!edits?.own) return draft;
  const entries = edits.entries.filter((_, index) => !statements.includes(index));
  return setEdits(draft, id, entries.length === 0 ? undefined : { ...edits, entries });
}
