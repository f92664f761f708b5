import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import type { ChangeKind, PermissionChange } from '../../policies/exact/change.ts';
import { changeKinds, changeWords, numberOfChanges } from '../../policies/access/changeWords.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { count } from '../../state/derived/progress.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { AccessChange } from './AccessChange.tsx';
import { Heading } from '../common/Heading.tsx';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';

const Region = styled('section')({ borderBottom: '1px solid var(--hairline)', fontSize: 13 });
const List = styled('div')({ maxHeight: '38vh', overflow: 'auto', padding: '0 16px 8px' });

const colours: Readonly<Record<ChangeKind, string>> = {
  widens: 'var(--widens)',
  narrows: 'var(--narrows)',
  conditions: 'var(--ink-2)',
  notCompared: 'var(--ink-2)',
};

const summaries: Readonly<Record<ChangeKind, (actions: string) => string>> = {
  widens: (actions) => `${actions} gain access`,
  narrows: (actions) => `${actions} lose access`,
  conditions: (actions) => `${actions} with changed conditions`,
  notCompared: (actions) => `${actions} can’t be compared`,
};

const headings: Readonly<Record<ChangeKind, string>> = {
  widens: 'New access',
  narrows: 'Removed access',
  conditions: 'Changed conditions',
  notCompared: 'Not compared',
};

interface AccessChangesProps {
  readonly before: readonly PolicyDocument[];
  readonly after: readonly PolicyDocument[];
  readonly sameText: boolean;
  readonly label?: string;
}

/** What the change does to the access. While the services' data is not there, nothing is said to be the same. */
export const AccessChanges = memo(function AccessChanges({
  before,
  after,
  sameText,
  label = 'Access changes',
}: AccessChangesProps) {
  const question = useMemo(
    () => ({ place: label, kind: 'comparison', pairs: [{ before, after }] }) as const,
    [label, before, after],
  );
  const evidence = useEvidence(question, sameText);
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
        <Compared changes={shown.answer.changes[0] ?? none} sameText={shown.about} isOld={isOld} />
      )}
    </Region>
  );
});

const none: readonly PermissionChange[] = [];

interface ComparedProps {
  readonly changes: readonly PermissionChange[];
  readonly sameText: boolean;
  /** The present state is still being compared. */
  readonly isOld: boolean;
}

function Compared({ changes, sameText, isOld }: ComparedProps) {
  const old = isOld && <BeingComputed>Comparing… Showing the previous comparison.</BeingComputed>;
  if (sameText)
    return (
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        No differences.{old}
      </Stack>
    );
  if (changes.length === 0)
    return (
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        Same access. Only the text differs.{old}
      </Stack>
    );
  return (
    <>
      <Stack as="p" row align="baseline" gap={4} rowGap={1} px={4} py={2}>
        {kindsIn(changes).map((kind) => (
          <b key={kind} style={{ color: colours[kind] }}>
            <span aria-hidden="true">{changeWords[kind].mark} </span>
            {summaries[kind](count(numberOfChanges(changes, kind), 'action', 'actions'))}
          </b>
        ))}
        {old}
      </Stack>
      <Changes changes={changes} />
    </>
  );
}

const kindsIn = (changes: readonly PermissionChange[]): readonly ChangeKind[] =>
  changeKinds.filter((kind) => changes.some((change) => change.kind === kind));

const Changes = memo(function Changes({ changes }: Pick<ComparedProps, 'changes'>) {
  return (
    <List tabIndex={0} role="group" aria-label="List of access changes">
      {kindsIn(changes).map((kind) => (
        <section key={kind}>
          <Heading look="group" mt={2} mb={1} style={{ color: colours[kind] }}>
            {changeWords[kind].mark} {headings[kind]}
          </Heading>
          {changeWords[kind].note && <Note mb={1}>{changeWords[kind].note}</Note>}
          {changes
            .filter((change) => change.kind === kind)
            .map((change, index) => (
              <AccessChange key={`${change.service} ${change.accessLevel} ${index}`} change={change} />
            ))}
        </section>
      ))}
    </List>
  );
});
