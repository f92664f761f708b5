import { rules } from '../../policies/checks/index.ts';
import { visibleString } from '../../policies/language/characters/visibleText.ts';
import { revealRange } from '../checks/goTo.ts';
import type { DocumentFindings } from '../checks/findingsStore.ts';
import { shownFindings } from '../checks/shown.ts';
import { documentsOf, type PrintedDocument } from '../derived/derived.ts';
import { show, type State } from '../store.ts';
import { choiceEntries, fieldEntries } from './choiceEntries.ts';
import type { Entry } from './searchEntry.ts';

/** What is on the page, as entries of the palette: each leads to its place. Made when the palette opens. */
export function contentEntries(
  state: State,
  findings: Readonly<Record<string, DocumentFindings>>,
): readonly Entry[] {
  const documents = documentsOf(state.draft);
  return [
    ...documents.map(policyEntry),
    ...documents.flatMap((document) => findingEntries(document, findings[document.id], state)),
    ...namedEntries(documents, 'Actions', ACTION),
    ...namedEntries(documents, 'Condition keys', CONDITION_KEY),
    ...choiceEntries(state),
    ...fieldEntries(state),
    ...rules.map(
      ({ code, message, advice }): Entry => ({
        key: `check ${code}`,
        group: 'Checks',
        label: message.replaceAll(/\{[a-z]+\}/g, '…'),
        detail: code,
        more: `${code.replaceAll('_', ' ')} ${advice}`,
        run: () => show({ dialog: 'checks', focusTarget: { check: code } }),
      }),
    ),
  ];
}

const policyEntry = ({ id, title }: PrintedDocument): Entry => ({
  key: `policy ${id}`,
  group: 'Policies',
  label: visibleString(title, 'prose'),
  run: () => show({ documentId: id, view: 'policy', half: 'policy', preview: null }),
});

function findingEntries(
  document: PrintedDocument,
  found: DocumentFindings | undefined,
  { draft }: State,
): readonly Entry[] {
  return shownFindings(document, found, draft.accepted).open.map((finding, index) => ({
    key: `finding ${document.id} ${index}`,
    group: 'Findings',
    label: finding.message,
    detail: visibleString(document.title, 'prose'),
    more: finding.code,
    run: () => {
      show({ evidence: 'findings' });
      revealRange({ documentId: document.id, ...finding.range, focus: true });
    },
  }));
}

const ACTION = /"([a-z][a-z0-9-]*:[A-Za-z0-9*?]+)"(?!\s*:)/g;

/** A name of a JSON member: an action is never one. */
const CONDITION_KEY = /"([a-z][a-z0-9-]*:[A-Za-z0-9-]+(?:\/[^"\s]+)?)"(?=\s*:)/g;

/** Each action or condition key of the policies once, with the first place of it in each policy. */
function namedEntries(
  documents: readonly PrintedDocument[],
  group: 'Actions' | 'Condition keys',
  pattern: RegExp,
): readonly Entry[] {
  return documents.flatMap((document) => {
    const places = new Map<string, number>();
    for (const { 1: name = '', index } of document.text.matchAll(pattern))
      if (!places.has(name)) places.set(name, index);
    return [...places].map(
      ([name, index]): Entry => ({
        key: `${group} ${document.id} ${name}`,
        group,
        label: name,
        detail: visibleString(document.title, 'prose'),
        run: () =>
          revealRange({ documentId: document.id, offset: index + 1, length: name.length, focus: true }),
      }),
    );
  });
}
