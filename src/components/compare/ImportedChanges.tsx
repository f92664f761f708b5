import Button from '@mui/material/Button';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { effectivePolicies } from '../../policies/access/review/effectivePolicies.ts';
import { type PrintedDocument, wholeDocumentsOf } from '../../state/derived/derived.ts';
import { representativeDraft } from '../../state/derived/oncePerDraft.ts';
import { type ImportedBaseline, importedBaselines } from '../../state/derived/importedBaselines.ts';
import { useStore } from '../../state/store.ts';
import { useVisibleString } from '../common/characters.ts';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { Stack } from '../common/Stack.tsx';
import { Toolbar } from '../common/Toolbar.tsx';
import { failureWords, useEvidence } from '../common/useEvidence.ts';
import { AccessChanges } from './AccessChanges.tsx';
import { ChangesActions } from './ChangesBar.tsx';
import { LineComparison } from './LineComparison.tsx';
import { TextChanges } from './TextChanges.tsx';

/** An imported policy compared with what it was, with the sample of the guide that it is nearest to, or with a role of the set. */
export function ImportedChanges({ document: shown }: { readonly document: PrintedDocument }) {
  const draft = useDeferredValue(useStore((state) => representativeDraft(state.draft)));
  const whole = shown.partOf ?? shown.id;
  const document = wholeDocumentsOf(draft).find((one) => one.id === whole) ?? shown;
  const snapshots = useStore((state) => state.snapshots);
  const { resemblance, note } = useResemblance(document);
  const options = useMemo(
    () => importedBaselines(document, draft, snapshots, resemblance),
    [document, draft, snapshots, resemblance],
  );
  const [wanted, setWanted] = useState('');
  const baseline = options.find(({ key }) => key === wanted) ?? options[0];
  if (!baseline)
    return (
      <Note px={6} py={6}>
        Nothing to compare this imported policy with. {note}
      </Note>
    );
  // Two times the same text, and an access that is the same, would say no more.
  const isUnedited = baseline.key === 'imported' && baseline.text === document.text;
  return (
    <Stack tall>
      <Toolbar>
        <BaselineSelect options={options} selected={baseline} onSelect={setWanted} />
        <ChangesActions hasTexts={!isUnedited} />
        {note !== undefined && !isUnedited && <Note as="span">{note}</Note>}
      </Toolbar>
      {isUnedited ? (
        <Note tone="plain" px={4} py={2}>
          No differences.
        </Note>
      ) : (
        <Compared document={document} baseline={baseline} />
      )}
    </Stack>
  );
}

interface ComparedProps {
  readonly document: PrintedDocument;
  readonly baseline: ImportedBaseline;
}

/** The access first, the text below. */
function Compared({ document, baseline }: ComparedProps) {
  const policies = useMemo(() => comparedPolicies(document, baseline), [baseline, document]);
  return (
    <>
      <AccessChanges
        key={`${document.id} ${baseline.key}`}
        kind={document.kind}
        {...policies}
        sameText={baseline.text === document.text}
      />
      <LineComparison />
      <TextChanges
        before={baseline.text}
        document={document}
        beforeTitle={document.title}
        baseline={baseline.label}
      />
    </>
  );
}

interface BaselineSelectProps {
  readonly options: readonly ImportedBaseline[];
  readonly selected: ImportedBaseline;
  onSelect(key: string): void;
}

function BaselineSelect({ options, selected, onSelect }: BaselineSelectProps) {
  const id = useId();
  const visible = useVisibleString(...options.map(({ label }) => label));
  return (
    <>
      <label htmlFor={id}>Compare with</label>
      <Select
        id={id}
        value={selected.key}
        title={selected.title}
        options={options.map(({ key, label }) => ({ value: key, label: visible(label) }))}
        onChange={onSelect}
      />
    </>
  );
}

function comparedPolicies(document: PrintedDocument, baseline: ImportedBaseline) {
  const imported = effectivePolicies(document.kind, [document]);
  const beside = imported.slice(0, imported.length - 1);
  return { before: [...beside, ...baseline.policies], after: imported };
}

/** What the engine finds of the guide; or why nothing is offered. */
function useResemblance({ policy, kind }: PrintedDocument) {
  const question = useMemo(() => ({ place: 'resemblance', kind: 'resemblance', policy }) as const, [policy]);
  const evidence = useEvidence(question, null);
  if (kind !== 'identity') return { resemblance: undefined, note: undefined };
  if (evidence.state === 'failed')
    return {
      resemblance: undefined,
      note: (
        <>
          Couldn’t look for a sample in the AWS guide: {failureWords[evidence.failure]}.{' '}
          <Button onClick={evidence.retry}>Try again</Button>
        </>
      ),
    };
  if (evidence.state !== 'answered' || evidence.answer.kind !== 'resemblance')
    return { resemblance: undefined, note: 'Looking for a similar sample in the AWS guide…' };
  const { resemblance } = evidence.answer;
  return { resemblance, note: resemblance ? undefined : 'No sample in the AWS guide is similar.' };
}
