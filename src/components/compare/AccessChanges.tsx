import Button from '@mui/material/Button';
import { memo, type ReactNode, useMemo } from 'react';
import type { PermissionChange } from '../../policies/exact/change.ts';
import type { DocumentKind, PolicyDocument } from '../../policies/language/policy.ts';
import {
  type AccessComparison,
  isProvenSame,
  type PolicyPair,
} from '../../policies/access/everyRequest/accessDifference.ts';
import { shownChanges } from '../../policies/access/everyRequest/shownChanges.ts';
import { AccessHeadline } from '../common/everyRequest/AccessHeadline.tsx';
import { HeadlineByRole, type RolePair } from './HeadlineByRole.tsx';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { ChangeCounts, ChangeList } from './ChangeList.tsx';
import { Stack } from '../common/Stack.tsx';
import { Box } from '../common/Box.tsx';

interface AccessChangesProps {
  readonly kind: DocumentKind;
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
  readonly sameText: boolean;
  readonly label?: string;
  /** Where roles are shown together: the policies of each, since what one role gains another may have had. */
  readonly roles?: readonly RolePair[] | undefined;
}

/** What the change does to the access. While the services' data is not there, nothing is said to be the same. */
export const AccessChanges = memo(function AccessChanges({
  kind,
  before,
  after,
  sameText,
  label = 'Access changes',
  roles = noRoles,
}: AccessChangesProps) {
  const pair = useMemo(() => ({ kind, before, after }), [kind, before, after]);
  const question = useMemo(
    () => ({ place: label, kind: 'comparison', pairs: [pair, ...roles.map((role) => role.pair)] }) as const,
    [label, pair, roles],
  );
  const about = useMemo(() => ({ sameText, pair, roles }), [sameText, pair, roles]);
  const evidence = useEvidence(question, about);
  const shown = shownAnswer(evidence);
  const isOld = evidence.state === 'computing';
  return (
    <Box as="section" line="below" small aria-label={label} aria-busy={isOld}>
      {evidence.state === 'failed' && (
        <Line role="alert">
          Couldn’t compare access: {failureWords[evidence.failure]}. The text is compared below.{' '}
          <Button onClick={evidence.retry}>Try again</Button>
        </Line>
      )}
      {isOld && !shown && <Line>Comparing…</Line>}
      {shown?.answer.kind === 'comparison' && (
        <Compared
          {...shown.about}
          changes={shown.answer.changes[0] ?? none}
          comparisons={shown.answer.everyRequest}
          isOld={isOld}
        />
      )}
    </Box>
  );
});

interface LineProps {
  readonly role?: 'alert';
  readonly children: ReactNode;
}

const Line = (props: LineProps) => (
  <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2} {...props} />
);

const none: readonly PermissionChange[] = [];
const noRoles: readonly RolePair[] = [];

interface ComparedProps {
  readonly changes: readonly PermissionChange[];
  /** Of the policy, then of each role; nothing as long as it is being computed. */
  readonly comparisons: readonly (AccessComparison | undefined)[];
  readonly pair: PolicyPair;
  readonly roles: readonly RolePair[];
  readonly sameText: boolean;
  /** The present state is still being compared. */
  readonly isOld: boolean;
}

function Compared({ changes: all, comparisons, pair, roles, sameText, isOld }: ComparedProps) {
  const [comparison, ...ofRoles] = comparisons;
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
      <Box small most="38vh" px={4} pt={2}>
        {roles.length > 0 ? (
          <HeadlineByRole roles={roles} comparisons={ofRoles} />
        ) : comparison ? (
          <AccessHeadline comparison={comparison} pair={pair} />
        ) : (
          <BeingComputed role="status">Comparing every request…</BeingComputed>
        )}
      </Box>
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        {changes.length === 0 && comparison && isProvenSame(comparison) && 'Only the text differs.'}
        <ChangeCounts changes={changes} />
        {old}
      </Stack>
      {changes.length > 0 && <ChangeList changes={changes} />}
    </>
  );
}
