import { useMemo } from 'react';
import type { PolicyPair } from '../../policies/access/everyRequest/accessDifference.ts';
import { parsePolicyPair } from '../../policies/access/everyRequest/parsePolicyPair.ts';
import type { PolicyType } from '../../policies/language/policyType.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { AccessHeadline } from '../common/everyRequest/AccessHeadline.tsx';
import { ComparisonFailed } from '../common/ComparisonFailed.tsx';
import { useEvidence } from '../common/useEvidence.ts';
import { Box } from '../common/Box.tsx';

interface AccessOfTextsProps {
  readonly before: string;
  readonly after: string;
  readonly type: PolicyType;
}

/** What a text of a policy does to access in place of another, for every request. */
export function AccessOfTexts({ before, after, type }: AccessOfTextsProps) {
  const pair = useMemo(() => parsePolicyPair(before, after, type), [before, after, type]);
  if (before === after) return <span />;
  return (
    <Box small most="38vh" px={4} pb={2} role="status">
      {pair ? <Compared pair={pair} /> : 'Access not compared: one of the texts isn’t a valid policy.'}
    </Box>
  );
}

function Compared({ pair }: { readonly pair: PolicyPair }) {
  const question = useMemo(() => ({ place: 'texts', kind: 'comparison', pairs: [pair] }) as const, [pair]);
  const evidence = useEvidence(question, null);
  if (evidence.state === 'failed')
    return <ComparisonFailed failure={evidence.failure} retry={evidence.retry} />;
  const comparison =
    evidence.state === 'answered' && evidence.answer.kind === 'comparison'
      ? evidence.answer.everyRequest[0]
      : undefined;
  return comparison ? (
    <AccessHeadline comparison={comparison} pair={pair} />
  ) : (
    <BeingComputed>Comparing every request…</BeingComputed>
  );
}
