import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { DocumentKind, PolicyDocument } from '../../policies/language/policy.ts';
import {
  type AccessComparison,
  isProvenSame,
  type PolicyPair,
} from '../../policies/access/everyRequest/accessDifference.ts';
import { shownChanges } from '../../policies/access/everyRequest/shownChanges.ts';
import { AccessHeadline } from '../common/everyRequest/AccessHeadline.tsx';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { ChangeCounts, ChangeList } from './ChangeList.tsx';
import { Stack } from '../common/Stack.tsx';

const Region = styled('section')({ borderBottom: '1px solid var(--hairline)', fontSize: 13 });
/** Requests are read at their place; a long list of them leaves room for the rest. */
const Headline = styled('div')({ maxHeight: '38vh', overflow: 'auto', padding: '8px 16px 0', fontSize: 13 });

interface AccessChangesProps {
  readonly kind: DocumentKind;
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
  readonly sameText: boolean;
  readonly label?: string;
}

/** What the change does to the access. While the services' data is not there, nothing is said to be the same. */
export const AccessChanges = memo(function AccessChanges({
  kind,
  before,
  after,
  sameText,
  label = 'Access changes',
}: AccessChangesProps) {
  const pair = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const question = useMemo(
    () => ({ place: label, kind: 'comparison', pairs: [pair] }) as const,
    [label, pair],
  );
  const about = useMemo(() => ({ sameText, pair }), [sameText, pair]);
  const evidence = useEvidence(question, about);
  const shown = shownAnswer(evidence);
  const isOld = evidence.state === 'computing';
  return (
    <Region aria-label={label} aria-busy={isOld}>
      {evidence.state === 'failed' && (
        <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2} role="alert">
          Couldn’t compare access: {failureWords[evidence.failure]}. The text is compared below.{' '}
          <Button onClick={evidence.retry}>Try again</Button>
        </Stack>
      )}
      {isOld && !shown && (
        <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
          Comparing…
        </Stack>
      )}
      {shown?.answer.kind === 'comparison' && (
        <Compared
          {...shown.about}
          changes={shown.answer.changes[0] ?? none}
          comparison={shown.answer.everyRequest[0]}
          isOld={isOld}
        />
      )}
    </Region>
  );
});

const none: readonly PermissionChange[] = [];

interface ComparedProps {
  readonly changes: readonly PermissionChange[];
  /** Nothing as long as it is being computed. */
  readonly comparison: AccessComparison | undefined;
  readonly pair: PolicyPair;
  readonly sameText: boolean;
  /** The present state is still being compared. */
  readonly isOld: boolean;
}

function Compared({ changes: all, comparison, pair, sameText, isOld }: ComparedProps) {
  const changes = useMemo(() => shownChanges(all, comparison), [all, comparison]);
  const old = isOld && <BeingComputed>Comparing… Showing the previous comparison.</BeingComputed>;
  if (sameText)
    return (
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        No differences.{old}
      </Stack>
    );
  return (
    <>
      <Headline>
        {comparison ? (
          <AccessHeadline comparison={comparison} pair={pair} />
        ) : (
          <BeingComputed role="status">Comparing every request…</BeingComputed>
        )}
      </Headline>
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        {changes.length === 0 && comparison && isProvenSame(comparison) && 'Only the text differs.'}
        <ChangeCounts changes={changes} />
        {old}
      </Stack>
      {changes.length > 0 && <ChangeList changes={changes} />}
    </>
  );
}
