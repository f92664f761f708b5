import Button from '@mui/material/Button';
import { useMemo } from 'react';
import type { PolicySet } from '../../../policies/simulate/policySet.ts';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { ForeignText } from '../ForeignText.tsx';
import { failureWords, useEvidence } from '../useEvidence.ts';
import { flipSentence, isAssumed } from './words.ts';
import { List } from '../List.tsx';

interface FlipsProps {
  /** Distinguishes the explanation from others on the page. */
  readonly of: string;
  readonly request: AccessRequest;
  readonly policies: PolicySet;
  readonly allowed: boolean;
}

/** The smallest changes that would turn the verdict. Each was tried. */
export function Flips({ of, request, policies, allowed }: FlipsProps) {
  const question = useMemo(
    () => ({ place: `flips ${of}`, kind: 'flips', request, policies }) as const,
    [of, request, policies],
  );
  const evidence = useEvidence(question, null);
  if (evidence.state === 'computing') return <p aria-busy>Trying changes…</p>;
  if (evidence.state === 'failed')
    return (
      <p>
        Unknown: {failureWords[evidence.failure]}. <Button onClick={evidence.retry}>Try again</Button>
      </p>
    );
  const found = evidence.answer.kind === 'flips' ? evidence.answer.flips : [];
  const flips = found.filter((flip) => !flip.some((change) => isAssumed(change, policies)));
  if (flips.length === 0) return <p>No single change we tried changes this result.</p>;
  return (
    <>
      <p>{allowed ? 'Denied if' : 'Allowed if'}</p>
      <List look="bullets" mt={1} mb={1}>
        {flips.map((flip) => (
          <li key={JSON.stringify(flip)}>
            <ForeignText text={flip.map((change) => flipSentence(change, policies)).join(', and ')} />
          </li>
        ))}
      </List>
    </>
  );
}
