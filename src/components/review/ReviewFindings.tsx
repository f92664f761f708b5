import { countWithNoun } from '../../policies/language/counts.ts';
import { failureOf, useChecks } from '../../state/checks/findingsStore.ts';
import { revealRange } from '../../state/checks/goTo.ts';
import { shownFindings } from '../../state/checks/shown.ts';
import { documentsOf, type PrintedDocument } from '../../state/derived/derived.ts';
import { representativeDraft } from '../../state/derived/oncePerDraft.ts';
import { useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { countOf, FindingCounts, summaryOf } from '../common/FindingCounts.tsx';
import { FindingList } from '../common/FindingList.tsx';
import { notChecked } from '../common/findingsLine.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

/** The open findings of every policy. A policy that was not checked is never counted as one without findings. */
export function ReviewFindings() {
  const documents = documentsOf(useStore((state) => representativeDraft(state.draft)));
  return (
    <section aria-label="Findings of all policies">
      <Heading mt={6} mb={1}>
        Findings
      </Heading>
      <Clean documents={documents} />
      {documents.map((document) => (
        <OfDocument key={document.id} document={document} />
      ))}
    </section>
  );
}

function Clean({ documents }: { readonly documents: readonly PrintedDocument[] }) {
  const checks = useChecks();
  const accepted = useStore((state) => state.draft.accepted);
  const clean = documents.filter((document) => {
    const { current, open } = shownFindings(document, checks.byDocument[document.id], accepted);
    return current && open.length === 0 && failureOf(checks, document.id) === undefined;
  });
  if (documents.length === 0) return <Note>No policies to check.</Note>;
  if (clean.length === 0) return null;
  return (
    <Note>
      No open findings in {countWithNoun(clean.length, 'policy', 'policies')} of {documents.length}.
    </Note>
  );
}

function OfDocument({ document }: { readonly document: PrintedDocument }) {
  const checks = useChecks();
  const accepted = useStore((state) => state.draft.accepted);
  const found = checks.byDocument[document.id];
  const failure = failureOf(checks, document.id);
  const { open, current } = shownFindings(document, found, accepted);
  if (failure || !found)
    return (
      <Note tone={failure ? 'warning' : 'quiet'}>
        <ForeignText text={document.title} use="prose" />: {failure ? notChecked[failure] : 'Checking…'}
      </Note>
    );
  if (open.length === 0 && current) return null;
  return (
    <Disclosure
      late
      label={
        <Stack as="span" row inline gap={1.5}>
          <FindingCounts findings={open} />
          <span>
            <ForeignText text={document.title} use="prose" />:{' '}
            {open.length === 0 ? 'checking…' : summaryOf(countOf(open))}
          </span>
        </Stack>
      }
    >
      <FindingList
        text={document.text}
        checkedText={found.text}
        findings={open}
        headings="h4"
        dimmed={!current}
        onGoTo={({ range }) => revealRange({ documentId: document.id, ...range, focus: true })}
        renderActions={() => null}
      />
    </Disclosure>
  );
}
