import { useMemo } from 'react';
import { flipsOf } from '../../../policies/simulate/counterfactuals.ts';
import type { PolicySet } from '../../../policies/simulate/policySet.ts';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { ForeignText } from '../ForeignText.tsx';
import { flipSentence, isAssumed } from './words.ts';
import { List } from '../List.tsx';

interface FlipsProps {
  readonly request: AccessRequest;
  readonly policies: PolicySet;
  readonly allowed: boolean;
}

/** The smallest changes that would turn the verdict. Each was tried. */
export function Flips({ request, policies, allowed }: FlipsProps) {
  const flips = useMemo(
    () => flipsOf(request, policies).filter((flip) => !flip.some((change) => isAssumed(change, policies))),
    [request, policies],
  );
  if (flips.length === 0) return <p>No single change that was tried does.</p>;
  return (
    <>
      <p>It would {allowed ? 'no longer be allowed' : 'be allowed'} if</p>
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
