import type { AppliedPolicies } from '../../../policies/compose/appliedPolicies.ts';
import type { Decision } from '../../../policies/simulate/decision.ts';
import { ForeignText } from '../ForeignText.tsx';
import { Note } from '../Note.tsx';
import { StatementLine } from './StatementLine.tsx';
import { failureSentence } from './words.ts';

interface NearestStatementProps {
  readonly decision: Decision;
  readonly policies: AppliedPolicies;
  readonly action: string;
}

/** The statement that came nearest to allowing the call: of those that name the action, if any does. */
export function NearestStatement({ decision, policies, action }: NearestStatementProps) {
  const misses = decision.nearestMisses;
  const nearest = misses.find(({ failures }) => failures.every(({ part }) => part !== 'action'));
  if (decision.verdict !== 'implicitDeny') return null;
  if (!nearest) return <Note>No statement names this action.</Note>;
  return (
    <>
      <Note>Closest statement:</Note>
      <StatementLine placed={nearest} policies={policies} action={action}>
        {nearest.failures.map((failure) => (
          <p key={JSON.stringify(failure)}>
            <ForeignText text={failureSentence(failure)} use="prose" />
          </p>
        ))}
      </StatementLine>
    </>
  );
}
