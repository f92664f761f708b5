import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { memo, useMemo } from 'react';
import type { ChangeKind, PermissionChange } from '../../policies/exact/change.ts';
import { changeKinds, changeWords, numberOfChanges } from '../../policies/access/changeWords.ts';
import { comparePermissions } from '../../policies/exact/compare.ts';
import type { PolicyDocument } from '../../policies/language/policy.ts';
import { servicesOf, useServices } from '../common/useServices.ts';
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
  const services = useServices(servicesOf([...before, ...after]));
  const catalog = services.state === 'ready' ? services.catalog : undefined;
  const changes = useMemo(
    () => catalog && comparePermissions(before, after, catalog),
    [before, after, catalog],
  );
  return (
    <Region aria-label={label} aria-busy={services.state === 'loading'}>
      {services.state === 'failed' && (
        <Head role="alert">
          Not compared as access: the data on actions could not be loaded. The text below is compared.{' '}
          <Button onClick={services.retry}>Try again</Button>
        </Head>
      )}
      {services.state === 'loading' && <Head>Comparing…</Head>}
      {changes && <Compared changes={changes} sameText={sameText} />}
    </Region>
  );
});

interface ComparedProps {
  readonly changes: readonly PermissionChange[];
  readonly sameText: boolean;
}

const Compared = memo(function Compared({ changes, sameText }: ComparedProps) {
  if (sameText) return <Head>No differences.</Head>;
  if (changes.length === 0) return <Head>The same access; only the text differs.</Head>;
  const present = changeKinds.filter((kind) => changes.some((change) => change.kind === kind));
  return (
    <>
      <Head>
        {present.map((kind) => (
          <b key={kind} style={{ color: colours[kind] }}>
            <span aria-hidden="true">{changeWords[kind].mark} </span>
            {changeWords[kind].word} {numberOfChanges(changes, kind)}
          </b>
        ))}
        <span>actions, by what IAM would decide</span>
      </Head>
      <List tabIndex={0} role="group" aria-label="List of changes of access">
        {present.map((kind) => (
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
    </>
  );
});
