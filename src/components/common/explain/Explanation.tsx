import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { useMemo, useState } from 'react';
import type { AppliedPolicies } from '../../../policies/compose/appliedPolicies.ts';
import type { MissingKeys } from '../../../policies/simulate/requestContext.ts';
import type { Decision } from '../../../policies/simulate/decision.ts';
import { shownVerdict } from '../../../policies/simulate/otherReading.ts';
import type { AccessRequest } from '../../../policies/simulate/request.ts';
import { BeingComputed } from '../BeingComputed.tsx';
import { Disclosure } from '../Disclosure.tsx';
import { ForeignText } from '../ForeignText.tsx';
import { failureWords, shownAnswer, useEvidence } from '../useEvidence.ts';
import { VerdictMark } from '../VerdictMark.tsx';
import { Depends } from './Depends.tsx';
import { Flips } from './Flips.tsx';
import { GivenValues } from './GivenValues.tsx';
import { NearestStatement } from './NearestStatement.tsx';
import { RequestTable } from './RequestTable.tsx';
import { StatementLine } from './StatementLine.tsx';
import { TwoReadings } from './TwoReadings.tsx';
import { UnknownKeys } from './UnknownKeys.tsx';
import { verdictSentence } from './words.ts';
import { Stack } from '../Stack.tsx';

const Box = styled('div')({
  fontSize: 13,
  '& > p': { margin: '4px 0', maxWidth: '76ch' },
  '& code': { overflowWrap: 'anywhere' },
});

interface ExplanationProps {
  /** What is explained, among all that the page explains. */
  readonly of: string;
  readonly request: AccessRequest;
  readonly policies: AppliedPolicies;
  readonly missingKeys?: MissingKeys;
}

/** Why a call is allowed or not: the statements that decide, what came nearest, on what it depends, what would flip it. */
export function Explanation({ of, request, policies, missingKeys = 'absent' }: ExplanationProps) {
  const [given, setGiven] = useState<AccessRequest['context']>({});
  const asked = useMemo(() => ({ ...request, context: { ...request.context, ...given } }), [request, given]);
  const question = useMemo(
    () => ({ place: of, kind: 'decision', request: asked, policies: policies.set, missingKeys }) as const,
    [of, asked, policies, missingKeys],
  );
  const about = useMemo(() => ({ asked, given, policies }), [asked, given, policies]);
  const evidence = useEvidence(question, about);
  const shown = shownAnswer(evidence);
  const isOld = evidence.state === 'computing';
  return (
    <Box aria-busy={isOld}>
      {evidence.state === 'failed' && (
        <p role="alert">
          Unknown: {failureWords[evidence.failure]}. <Button onClick={evidence.retry}>Try again</Button>
        </p>
      )}
      {isOld && !shown && <p>Computing…</p>}
      {shown?.answer.kind === 'decision' && (
        <Decided
          {...shown.about}
          of={of}
          decision={shown.answer.decision}
          isOld={isOld}
          onGive={(key, value) => setGiven({ ...given, [key]: value })}
          onClear={() => setGiven({})}
        />
      )}
    </Box>
  );
}

interface DecidedProps {
  readonly of: string;
  readonly asked: AccessRequest;
  readonly policies: AppliedPolicies;
  readonly decision: Decision;
  /** The present call is still being decided. */
  readonly isOld: boolean;
  readonly given: AccessRequest['context'];
  onGive(key: string, value: string | readonly string[]): void;
  onClear(): void;
}

function Decided({ of, asked, policies, decision, isOld, given, onGive, onClear }: DecidedProps) {
  const shown = shownVerdict(decision);
  return (
    <>
      <Stack as="p" row nowrap gap={1.5} role="status">
        <VerdictMark verdict={shown} />
        <ForeignText text={verdictSentence(decision)} use="prose" />
        {isOld && <BeingComputed>Computing… Showing the previous result.</BeingComputed>}
      </Stack>
      <GivenValues given={given} onClear={onClear} />
      {decision.otherReading && (
        <TwoReadings
          decision={decision}
          other={decision.otherReading}
          policies={policies}
          action={asked.action}
        />
      )}
      {decision.dependsOn.map((dependency) => (
        <Depends key={dependency.key} of={of} dependency={dependency} onGive={onGive} />
      ))}
      {shown === decision.verdict && (
        <Grounds decision={decision} policies={policies} action={asked.action} />
      )}
      <UnknownKeys of={of} request={asked} policies={policies} />
      {shown !== 'unknown' && shown !== 'error' && (
        <Disclosure late label="What would change this result">
          <Flips of={of} request={asked} policies={policies.set} allowed={shown === 'allowed'} />
        </Disclosure>
      )}
      <Disclosure label="Request">
        <RequestTable request={asked} />
      </Disclosure>
    </>
  );
}

interface GroundsProps {
  readonly decision: Decision;
  readonly policies: AppliedPolicies;
  readonly action: string;
}

/** The statements that decide, and the one that comes nearest to deciding otherwise. */
const Grounds = ({ decision, policies, action }: GroundsProps) => (
  <>
    {decision.deciding.map((placed) => (
      <StatementLine
        key={`${placed.layer} ${placed.statement}`}
        placed={placed}
        policies={policies}
        action={action}
      />
    ))}
    <NearestStatement decision={decision} policies={policies} action={action} />
  </>
);
