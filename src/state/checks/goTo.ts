import { documentsOf, shownDocument } from '../derived.ts';
import { type Sought, show, useStore } from '../store.ts';
import { useChecks } from './checks.ts';
import { nextFinding, shownFindings } from './shown.ts';

/** Shows the next open finding of the shown document from the caret on, round and round. */
export function goToFinding(distance: 1 | -1): void {
  const { draft, screen } = useStore.getState();
  const document = shownDocument(documentsOf(draft), screen.documentId);
  if (!document) return;
  const { open } = shownFindings(document, useChecks.getState().byDocument[document.id], draft.accepted);
  const last = screen.sought?.documentId === document.id ? screen.sought.offset : -1;
  const next = nextFinding(open, last, distance === -1);
  if (next) seek({ documentId: document.id, ...next.range, focus: true });
}

/** Shows a place of a document in the editor. */
export function seek(sought: Sought): void {
  show({ view: 'policy', documentId: sought.documentId, sought: { ...sought } });
}
