import Button from '@mui/material/Button';
import { lazy, Suspense, useMemo } from 'react';
import { noEdits } from '../../policies/model/documentEdits.ts';
import { type StatementEdit, statementEdits } from '../../policies/handEdits/statementEdits.ts';
import { generatedOf, type PrintedDocument, wholeDocumentsOf } from '../../state/derived/derived.ts';
import { useStore } from '../../state/store.ts';
import { forgetTyped, useTyping } from '../../state/typing/typedTexts.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Icon } from '../common/Icon.tsx';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { DormantEdits } from './DormantEdits.tsx';
import { OwnDocumentBar } from './OwnDocumentBar.tsx';
import { StatementEditRow } from './StatementEditRow.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { List } from '../common/List.tsx';

const OwnDocumentOffers = lazy(() =>
  import('./OwnDocumentOffers.tsx').then((module) => ({ default: module.OwnDocumentOffers })),
);

const OwnPlaceholders = lazy(() =>
  import('./OwnPlaceholders.tsx').then((module) => ({ default: module.OwnPlaceholders })),
);

/** What a person wrote in the shown document, beside what the choices make of it. */
export function HandEdits({ document }: { readonly document: PrintedDocument }) {
  const id = document.partOf ?? document.id;
  const draft = useStore((state) => state.draft);
  const edits = draft.edits[id];
  const generated = generatedOf(draft).find((candidate) => candidate.id === id);
  const found = useMemo(() => statementEdits(generated, edits ?? noEdits), [generated, edits]);
  const conflicts = found.filter(({ conflict }) => conflict !== undefined).length;
  return (
    <>
      <TypingProblem documentId={document.id} />
      <DormantEdits />
      {edits?.own && <OwnDocumentBar key={id} id={id} imported={edits.own} />}
      {edits?.own && <OfOwnDocument id={id} />}
      {edits && !edits.own && found.length > 0 && (
        <Toolbar as="section" row={false} bounded onPage aria-label="Manual edits">
          <Disclosure label={lineOf(found, conflicts)} startsOpen={conflicts > 0} key={String(conflicts > 0)}>
            <List look="rows" mt={1} mb={1}>
              {found.map((statement) => (
                <StatementEditRow
                  key={statement.key}
                  edit={statement}
                  documentId={id}
                  generated={generated}
                />
              ))}
            </List>
          </Disclosure>
        </Toolbar>
      )}
    </>
  );
}

/** Of the document as it was written, not as it is delivered: they are about its statements and its text. */
function OfOwnDocument({ id }: { readonly id: string }) {
  const written = useStore(({ draft }) => wholeDocumentsOf(draft).find((document) => document.id === id));
  if (!written) return null;
  return (
    <LazyBoundary fallback={null}>
      <Suspense fallback={null}>
        <OwnPlaceholders key={`placeholders ${id}`} document={written} />
        <OwnDocumentOffers key={id} document={written} />
      </Suspense>
    </LazyBoundary>
  );
}

/** The last text that was a policy holds until this one is. */
function TypingProblem({ documentId }: { readonly documentId: string }) {
  const problem = useTyping((documents) => documents[documentId]?.problem);
  if (!problem) return null;
  return (
    <Toolbar flush gap={4} rowGap={0} tone="error" role="status">
      <Stack nowrap row gap={2} align="start" style={{ flex: '0 1 auto' }}>
        <Icon name="warning" />
        <span>{problem.sentence} The last valid text is used and checked below.</span>
      </Stack>
      <Button onClick={() => forgetTyped(documentId)}>Revert to last valid text</Button>
    </Toolbar>
  );
}

const states = ['edited', 'added', 'removed'] as const satisfies readonly StatementEdit['state'][];

function lineOf(found: readonly StatementEdit[], conflicts: number): string {
  const counts = states.flatMap((state) => {
    const number = found.filter((edit) => edit.state === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  const conflict =
    conflicts === 0 ? '' : `. ${conflicts} to review: the generated statement changed after your edit`;
  return `Manual edits: ${counts.join(', ')}${conflict}`;
}
