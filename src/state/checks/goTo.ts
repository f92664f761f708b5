import { documentsOf, isCombined, type PrintedDocument, shownDocument, viewsOf } from '../derived/derived.ts';
import { shownValues } from '../derived/shownValues.ts';
import { show, useStore } from '../store.ts';
import type { RevealedRange } from '../screen.ts';
import { useChecks } from './findingsStore.ts';
import { useTyping } from '../typing/typedTexts.ts';
import { placesOnScreen } from './placesOnScreen.ts';
import { nextFinding, shownFindings } from './shown.ts';

/**
 * Shows the next open finding of the shown document from the caret on, round and round. The combined view has none: from there the
 * first document with one is shown.
 */
export function goToFinding(distance: 1 | -1): void {
  const { screen } = useStore.getState();
  const draft = shownValues(useStore.getState());
  const openOf = (document: PrintedDocument) =>
    shownFindings(document, useChecks.getState().byDocument[document.id], draft.accepted).open;
  const shown = shownDocument(viewsOf(draft), screen.documentId);
  const document =
    shown && isCombined(shown) ? documentsOf(draft).find((one) => openOf(one).length > 0) : shown;
  if (!document) return;
  const open = openOf(document);
  const last = screen.revealedRange?.documentId === document.id ? screen.revealedRange.offset : -1;
  const text = useTyping.getState()[document.id]?.text ?? document.text;
  const placeOf = placesOnScreen(useChecks.getState().byDocument[document.id]?.text ?? text, text);
  const placed = open.flatMap((finding) => {
    const range = placeOf(finding.range);
    return range ? [{ ...finding, range }] : [];
  });
  const next = nextFinding(placed, last, distance === -1);
  if (!next) return;
  show({ evidence: 'findings' });
  revealRange({ documentId: document.id, ...next.range, focus: true });
}

/** Shows a place of a document in its text. */
export function revealRange(sought: RevealedRange): void {
  show({
    view: 'policy',
    half: 'policy',
    format: 'json',
    documentId: sought.documentId,
    revealedRange: { ...sought },
  });
}
