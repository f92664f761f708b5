import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { findActivity } from '../../policies/activities/index.ts';
import type { UserProof } from '../../policies/draft.ts';
import type { ProofResult } from '../../policies/proofs/run.ts';
import { nextProofId, putProof, removeProof } from '../../state/edits.ts';
import { edit, show, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { VerdictMark, verdicts } from '../common/VerdictMark.tsx';
import { ProofForm } from './ProofForm.tsx';

const Item = styled('li')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  gap: '0 8px',
  padding: '4px 0',
  '& > svg': { marginTop: 2 },
  '& p': { margin: 0, maxWidth: '76ch' },
});
const Fails = styled('b')({ color: 'var(--error)' });
const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4 });

/** A proof: what must be, what is, and why. Everyone can be copied; those that were added can be changed. */
export function ProofRow({ result }: { readonly result: ProofResult }) {
  const { proof, owner, state } = result;
  const [editing, setEditing] = useState(false);
  const draft = useStore((store) => store.draft);
  if (state === 'notAsked') return null;
  const { decision, request, policies } = result;
  const persona = owner.kind === 'guardrail' ? (draft.personas[0] ?? '') : owner.persona;
  const own = owner.kind === 'user' ? draft.proofs.find(({ id }) => id === proof.id) : undefined;
  const copy: UserProof = {
    id: nextProofId(draft),
    persona,
    title: proof.title,
    expect: proof.expect,
    action: request.action,
    resource: request.resource.arn,
    context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key, [value].flat()])),
  };
  return (
    <Item>
      <VerdictMark verdict={decision.verdict} />
      <div>
        <p>
          {state !== 'holds' && <Fails>Fails: </Fails>}
          {proof.title}: must be {proof.expect}, is {verdicts[decision.verdict].word.toLowerCase()}
        </p>
        {state === 'fails' && <Responsible proof={result} />}
        <Disclosure late label="Why" startsOpen={state !== 'holds'}>
          <Explanation request={request} policies={policies} />
          <Bar>
            {!proof.trust && !proof.endpoint && (
              <Button onClick={() => edit((before) => putProof(before, copy), 'Proof copied')}>
                Copy as one of mine
              </Button>
            )}
            {own && (
              <>
                <Button onClick={() => setEditing(!editing)}>Change…</Button>
                <Button onClick={() => edit((before) => removeProof(before, own.id), 'Proof deleted')}>
                  Delete
                </Button>
              </>
            )}
          </Bar>
          {own && editing && <ProofForm proof={own} onDone={() => setEditing(false)} />}
        </Disclosure>
      </div>
    </Item>
  );
}

/** Where nothing allows what must be allowed, the choice that should. */
function Responsible({ proof: { proof, owner } }: { readonly proof: ProofResult }) {
  const activity = findActivity(proof.activity ?? '');
  if (!activity || owner.kind === 'guardrail' || proof.expect === 'denied') return null;
  const choice = { persona: owner.persona, activity: activity.id };
  return (
    <p>
      The choice that should allow it:{' '}
      <Button onClick={() => show({ step: 'what', half: 'build', focused: choice })}>{activity.title}</Button>
    </p>
  );
}
