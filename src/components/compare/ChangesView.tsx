import { useDeferredValue, useMemo } from 'react';
import { isImportedPolicyId } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import {
  documentsBefore,
  effectivePolicies,
  inPlaceOf,
  isComparable,
  resolveBaseline,
} from '../../state/derived/baseline.ts';
import {
  combinedOf,
  isCombined,
  type PrintedDocument,
  wholeDocumentsOf,
} from '../../state/derived/derived.ts';
import { type BaselineRef, history, useStore } from '../../state/store.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { AccessChanges } from './AccessChanges.tsx';
import { ChangesBar } from './ChangesBar.tsx';
import { LineComparison } from './LineComparison.tsx';
import { OtherDocuments } from './OtherDocuments.tsx';
import { ImportedChanges } from './ImportedChanges.tsx';
import { TextChanges } from './TextChanges.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

/** The document compared with a named earlier form of it; an imported one has no other form, and is compared with what it is like. */
export function ChangesView({ document }: { readonly document: PrintedDocument }) {
  return isImportedPolicyId(document.partOf ?? document.id) ? (
    <ImportedChanges key={document.id} document={document} />
  ) : (
    <GeneratedChanges document={document} />
  );
}

/** The access first, the text below. */
function GeneratedChanges({ document: shown }: { readonly document: PrintedDocument }) {
  const ref = useStore((state) => state.screen.baseline);
  const draft = useDeferredValue(useStore((state) => state.draft));
  const document = wholeOf(shown, draft);
  const pins = useStore((state) => state.pins);
  const baseline = resolveBaseline(ref, draft, history().pastStates.at(-1)?.draft, pins);
  const comparable = isComparable(ref, document.kind);
  const before = useMemo(
    () => (baseline.draft && comparable ? documentsBefore(baseline.draft, document, draft) : []),
    [baseline.draft, document, draft, comparable],
  );
  const policies = useMemo(
    () => ({
      before: effectivePolicies(document.kind, before),
      after: effectivePolicies(document.kind, [document]),
    }),
    [before, document],
  );
  if (!baseline.draft) {
    return (
      <Stack tall>
        <ChangesBar baseline={baseline.name} />
        <Note px={6} py={6}>
          No previous version yet. Change a selection, or compare with the AWS guide.
        </Note>
      </Stack>
    );
  }
  const replaced = inPlaceOf(document, before);
  const textBefore = before.map(({ text }) => text).join('\n\n');
  return (
    <Stack tall>
      <ChangesBar baseline={baseline.name} />
      {before.length === 0 && (
        <Note tone="plain" px={4} py={1}>
          <ForeignText text={withoutCounterpart(ref, document)} use="prose" />
        </Note>
      )}
      {replaced !== '' && (
        <Note tone="plain" px={4} py={1}>
          Compared with what it replaces: <ForeignText text={replaced} use="prose" />.
        </Note>
      )}
      <AccessChanges
        // What is shown while comparing is of the same document and baseline.
        key={`${document.id} ${baseline.name}`}
        kind={document.kind}
        {...policies}
        sameText={textBefore === document.text}
      />
      <OtherDocuments baseline={baseline.draft} draft={draft} shown={document} />
      <LineComparison />
      <TextChanges
        before={textBefore}
        document={document}
        beforeTitle={replaced || document.title}
        baseline={baseline.name}
      />
    </Stack>
  );
}

/** What a comparison with nothing means. */
const withoutCounterpart = (ref: BaselineRef, { title }: PrintedDocument): string =>
  ref.kind === 'published'
    ? `The AWS guide has no version of “${title}”, so all of it counts as new. To see your own changes, compare with the previous version or a snapshot.`
    : `“${title}” didn’t exist before, so all of it counts as new.`;

/** The shown document as it is before it is split; the combined view never is. */
function wholeOf(shown: PrintedDocument, draft: Draft): PrintedDocument {
  if (isCombined(shown)) return combinedOf(draft) ?? shown;
  const id = shown.partOf ?? shown.id;
  return wholeDocumentsOf(draft).find((whole) => whole.id === id) ?? shown;
}
