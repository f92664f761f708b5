import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import type { ChangeKind, PermissionChange } from '../../policies/exact/change.ts';
import { changeKinds, changeWords, numberOfChanges } from '../../policies/access/changeWords.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { BeingComputed } from '../common/BeingComputed.tsx';
import { failureWords, shownAnswer, useEvidence } from '../common/useEvidence.ts';
import { AccessChange } from './AccessChange.tsx';

const Region = styled('section')({ borderBottom: '1px solid var(--hairline)', fontSize: 13 });
const Head = styled('p')({
  margin: 0,
  padding: '8px 16px',
  display: 'flex',
  flexWrap: 'wrap',
  gap: '4px 16px',
});
const List = styled('div')({ maxHeight: '38vh', overflow: 'auto', padding: '0 16px 8px' });
const Heading = styled('h3')({ margin: '8px 0 4px', fontSize: 12, lineHeight: '20px', fontWeight: 600 });
const Note = styled('p')({ margin: '0 0 4px', color: 'var(--ink-2)', maxWidth: '76ch' });

const colours: Readonly<Record<ChangeKind, string>> = {
  widens: 'var(--widens)',
  narrows: 'var(--narrows)',
  conditions: 'var(--ink-2)',
  notCompared: 'var(--ink-2)',
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
  label = 'Changes of access',
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
        <Head role="alert">
          Not compared as access: {failureWords[evidence.failure]}. The text below is compared.{' '}
          <Button onClick={evidence.retry}>Try again</Button>
        </Head>
      )}
      {isOld && !shown && <Head>Comparing…</Head>}
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
  const old = isOld && <BeingComputed>Comparing… This is the comparison before.</BeingComputed>;
  if (sameText) return <Head>No differences.{old}</Head>;
  if (changes.length === 0) return <Head>The same access; only the text differs.{old}</Head>;
  return (
    <>
      <Head>
        {kindsIn(changes).map((kind) => (
          <b key={kind} style={{ color: colours[kind] }}>
            <span aria-hidden="true">{changeWords[kind].mark} </span>
            {changeWords[kind].word} {numberOfChanges(changes, kind)}
          </b>
        ))}
        <span>actions, by what IAM would decide</span>
        {old}
      </Head>
      <Changes changes={changes} />
    </>
  );
}

const kindsIn = (changes: readonly PermissionChange[]): readonly ChangeKind[] =>
  changeKinds.filter((kind) => changes.some((change) => change.kind === kind));

const Changes = memo(function Changes({ changes }: Pick<ComparedProps, 'changes'>) {
  return (
    <List tabIndex={0} role="group" aria-label="List of changes of access">
      {kindsIn(changes).map((kind) => (
        <section key={kind}>
          <Heading style={{ color: colours[kind] }}>
            {changeWords[kind].mark} {changeWords[kind].word.toUpperCase()}
          </Heading>
          {changeWords[kind].note && <Note>{changeWords[kind].note}</Note>}
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
