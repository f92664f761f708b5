import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useMemo } from 'react';
import { parsePolicy } from '../../policies/language/parse.ts';
import { managedPolicyNamed } from '../../policies/managedPolicies/recognizeManaged.ts';
import type { ManagedPolicies } from '../../policies/managedPolicies/readManagedPolicies.ts';
import { applyNeeded, selectManagedPolicy, useReplacing } from '../../state/managedPolicies/replacing.ts';
import { useRuleset } from '../../state/store.ts';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { Dialog } from '../common/Dialog.tsx';
import { Field } from '../common/Field.tsx';
import { InlineButton } from '../common/InlineButton.tsx';
import { Note } from '../common/Note.tsx';
import { Select } from '../common/Select.tsx';
import { dataNote } from './managedWords.ts';
import { NeededActivities } from './NeededActivities.tsx';
import { ReplacementResult } from './ReplacementResult.tsx';
import { useManagedPolicies } from './useManagedPolicies.ts';
import { WhatItAllows } from './WhatItAllows.tsx';

/** From a managed policy of AWS to roles with what a team needs of it, and what is lost. */
export function ManagedPolicyDialog() {
  const loaded = useManagedPolicies();
  const { name, needed } = useReplacing();
  return (
    <Dialog
      title="Replace an AWS managed policy"
      size="lg"
      actions={
        <Button variant="contained" disabled={needed.length === 0} onClick={applyNeeded}>
          Use {countWithNoun(needed.length, 'activity', 'activities')}
        </Button>
      }
    >
      {loaded.state === 'loading' && <Note>Loading the managed policies…</Note>}
      {loaded.state === 'failed' && (
        <Note tone="warning">
          Couldn’t load the managed policies. <InlineButton onClick={loaded.retry}>Try again</InlineButton>
        </Note>
      )}
      {loaded.state === 'ready' && <Replacing managed={loaded.managed} name={name} />}
    </Dialog>
  );
}

function Replacing({ managed, name }: { readonly managed: ManagedPolicies; readonly name: string }) {
  const { preset } = useRuleset();
  const one = managedPolicyNamed(name, managed) ?? managed.policies[0];
  const policy = useMemo(() => {
    const read = parsePolicy(one?.text ?? '');
    return read.ok ? read.policy : { Statement: [] };
  }, [one]);
  const question = useMemo(
    () => ({ kind: 'managed', place: 'managed policy', policy, preset }) as const,
    [policy, preset],
  );
  const evidence = useEvidence(question, policy);
  const shown = shownAnswer(evidence);
  const known = shown?.about === policy && shown.answer.kind === 'managed' ? shown.answer : undefined;
  const options = managed.policies.map((each) => ({ value: each.name, label: each.name }));
  return (
    <>
      <Field
        label="Managed policy"
        help={`Version ${one?.version ?? ''}. ${dataNote(managed.dataDate)}`}
        py={0}
      >
        {(control) => (
          <Select {...control} value={one?.name ?? name} options={options} onChange={selectManagedPolicy} />
        )}
      </Field>
      {evidence.state === 'failed' && (
        <Note tone="warning">
          Couldn’t read the policy: {failureWords[evidence.failure]}.{' '}
          <InlineButton onClick={evidence.retry}>Try again</InlineButton>
        </Note>
      )}
      {evidence.state === 'computing' && <BeingComputed role="status">Reading the policy…</BeingComputed>}
      {known && (
        <>
          <WhatItAllows answer={known} />
          <NeededActivities activities={known.activities.activities} />
          <ReplacementResult policy={policy} open={known.activities.open} />
        </>
      )}
    </>
  );
}
