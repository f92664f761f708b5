import { useDeferredValue, useMemo } from 'react';
import { isImported } from '../../policies/model/documentEdits.ts';
import type { Draft } from '../../policies/model/draft.ts';
import { effectivePolicies } from '../../policies/access/review/effectivePolicies.ts';
import { documentsBefore, inPlaceOf, isComparable, resolveBaseline } from '../../state/derived/baseline.ts';
import {
  combinedOf,
  isCombined,
  type PrintedDocument,
  wholeDocumentsOf,
} from '../../state/derived/derived.ts';
import { pairsOf } from '../../state/derived/reportInput.ts';
import { draftHistory, useStore } from '../../state/store.ts';
import type { BaselineRef } from '../../state/screen.ts';
import { ForeignText } from '../common/ForeignText.tsx';
import { AccessChanges } from './AccessChanges.tsx';
import type { RolePair } from './HeadlineByRole.tsx';
import { ChangesBar } from './ChangesBar.tsx';
import { LineComparison } from './LineComparison.tsx';
import { OtherDocuments } from './OtherDocuments.tsx';
import { ImportedChanges } from './ImportedChanges.tsx';
import { TextChanges } from './TextChanges.tsx';
import { Stack } from '../common/Stack.tsx';
import { Note } from '../common/Note.tsx';

/** The document compared with a named earlier form of it; an imported one has no other form, and is compared with what it is like. */
export function ChangesView({ document }: { readonly document: PrintedDocument }) {
  return isImported(document) ? (
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
  const snapshots = useStore((state) => state.snapshots);
  const baseline = resolveBaseline(ref, draft, draftHistory().pastStates.at(-1)?.draft, snapshots);
  const { before, policies, roles } = useCompared(document, draft, baseline.draft, ref);
  if (!baseline.draft) return <NoBaseline name={baseline.name} />;
  const replaced = inPlaceOf(document, before);
  const textBefore = before.map(({ text }) => text).join('\n\n');
  return (
    <Stack tall>
      <ChangesBar baseline={baseline.name} />
      {before.length === 0 && <ComparedNote text={withoutCounterpart(ref, document)} />}
      {replaced !== '' && <ComparedNote text={`Compared with what it replaces: ${replaced}.`} />}
      <AccessChanges
        // What is shown while comparing is of the same document and baseline.
        key={`${document.id} ${baseline.name}`}
        kind={document.kind}
        {...policies}
        roles={roles}
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

const NoBaseline = ({ name }: { readonly name: string }) => (
  <Stack tall>
    <ChangesBar baseline={name} />
    <Note px={6} py={6}>
      No previous version yet. Change a selection, or compare with the AWS guide.
    </Note>
  </Stack>
);

const ComparedNote = ({ text }: { readonly text: string }) => (
  <Note tone="plain" px={4} py={1}>
    <ForeignText text={text} use="prose" />
  </Note>
);

/** What is compared with what: the document with its earlier form, and where roles are shown together, each role. */
function useCompared(document: PrintedDocument, draft: Draft, baseline: Draft | undefined, ref: BaselineRef) {
  const comparable = isComparable(ref, document.kind);
  const before = useMemo(
    () => (baseline && comparable ? documentsBefore(baseline, document, draft) : []),
    [baseline, document, draft, comparable],
  );
  const policies = useMemo(
    () => ({
      before: effectivePolicies(document.kind, before),
      after: effectivePolicies(document.kind, [document]),
    }),
    [before, document],
  );
  const roles = useMemo(
    () => (baseline && isCombined(document) ? rolePairs(draft, baseline, ref) : undefined),
    [baseline, document, draft, ref],
  );
  return { before, policies, roles };
}

/** The permissions policies of each role, before and now. */
const rolePairs = (draft: Draft, baseline: Draft, ref: BaselineRef): readonly RolePair[] =>
  pairsOf(draft, baseline, ref)
    .filter((pair) => pair.kind === 'identity' && !isImported(pair))
    .map(({ id, title, kind, before, after }) => ({ id, title, pair: { kind, before, after } }));

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
