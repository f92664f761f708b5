import { useMemo } from 'react';
import type { AppliedPolicies } from '../../../policies/compose/appliedPolicies.ts';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { ForeignText } from '../ForeignText.tsx';
import { useEvidence } from '../useEvidence.ts';
import { Note } from '../Note.tsx';

interface UnknownKeysProps {
  /** Of the explanation, among all of the page. */
  readonly of: string;
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies;
}

/** What of a call AWS does not know: it is asked all the same, but no real call looks like it. */
export function UnknownKeys({ of, request, policies: { set } }: UnknownKeysProps) {
  const question = useMemo(
    () => ({ place: `keys ${of}`, kind: 'unknownKeys', request, policies: set }) as const,
    [of, request, set],
  );
  const evidence = useEvidence(question, null);
  if (evidence.state !== 'answered' || evidence.answer.kind !== 'unknownKeys') return null;
  const { isKnownAction, unknownKeys } = evidence.answer;
  if (!isKnownAction)
    return (
      <Note tone="warning">
        The action <ForeignText text={request.action} /> doesn’t exist, so this request is never made.
      </Note>
    );
  if (unknownKeys.length === 0) return null;
  return (
    <Note tone="warning">
      AWS doesn’t include <ForeignText text={unknownKeys.join(', ')} /> in requests for{' '}
      <ForeignText text={request.action} />.
    </Note>
  );
}
