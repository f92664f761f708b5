import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useState } from 'react';
import { findActivity } from '../../policies/activities/index.ts';
import type { UserProof } from '../../policies/draft.ts';
import type { ProofResult } from '../../policies/proofs/run.ts';
import type { Decision } from '../../policies/simulate/decision.ts';
import { dependsOnReading } from '../../policies/simulate/words.ts';
import { nextProofId, putProof, removeProof } from '../../state/proofEdits.ts';
import { edit, show, useStore } from '../../state/store.ts';
import { Disclosure } from '../common/Disclosure.tsx';
import { Explanation } from '../common/explain/Explanation.tsx';
import { ForeignText } from '../common/ForeignText.tsx';
import { ProofMark, VerdictMark, verdicts } from '../common/VerdictMark.tsx';
import { ProofForm } from './ProofForm.tsx';

const Item = styled('li')({
  position: 'relative',
  paddingLeft: 24,
  '& > svg': { position: 'absolute', left: 0, top: 4 },
  '& p': { margin: 0, maxWidth: '76ch' },
});
const Said = styled('span')({ color: 'var(--ink)' });
const Expected = styled('span')({ color: 'var(--ink-2)' });
const Fails = styled('b')({ color: 'var(--error)' });
const Unknown = styled('b')({ color: 'var(--caution)' });
const Bar = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 4, marginBottom: 8 });

/** A proof: what must be and what is; opened, why. Everyone can be copied; those that were added can be changed. */
export function ProofRow({ result }: { readonly result: ProofResult }) {
  if (result.state === 'notAsked') return null;
  const { proof, state, decision, request, policies } = result;
  const said = (
    <Said>
      {state === 'unknown' && <Unknown>Unknown: </Unknown>}
      {(state === 'fails' || state === 'error') && <Fails>Fails: </Fails>}
      <ForeignText text={proof.title} use="prose" />
      <Expected>
        : must be {proof.expect},{' '}
        {state === 'unknown'
          ? unknownBecause(decision)
          : `is ${verdicts[decision.verdict].word.toLowerCase()}`}
      </Expected>
    </Said>
  );
  return (
    <Item>
      {state === 'unknown' ? <VerdictMark verdict="unknown" /> : <ProofMark holds={state === 'holds'} />}
      <Disclosure late label={said} startsOpen={state !== 'holds'}>
        {state === 'fails' && <Responsible proof={result} />}
        <Explanation request={request} policies={policies} />
        <ProofTools result={result} />
      </Disclosure>
    </Item>
  );
}

const unknownBecause = ({ otherReading }: Decision): string =>
  otherReading ? dependsOnReading(otherReading) : '';

type Asked = Exclude<ProofResult, { readonly state: 'notAsked' }>;

/** What can be done with a proof. A copy is made of the call as it was asked. */
function ProofTools({ result: { proof, owner, request } }: { readonly result: Asked }) {
  const [editing, setEditing] = useState(false);
  const draft = useStore((store) => store.draft);
  const own = owner.kind === 'user' ? draft.proofs.find(({ id }) => id === proof.id) : undefined;
  const copy: UserProof = {
    id: nextProofId(draft),
    persona: owner.kind === 'guardrail' ? (draft.personas[0] ?? '') : owner.persona,
    title: proof.title,
    expect: proof.expect,
    action: request.action,
    resource: request.resource.arn,
    context: Object.fromEntries(Object.entries(request.context).map(([key, value]) => [key, [value].flat()])),
  };
  return (
    <>
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
    </>
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
