import { styled } from '@mui/material/styles';
import { ForeignText } from '../common/ForeignText.tsx';
import { PersonaMark } from '../common/PersonaMark.tsx';
import { Stack } from '../common/Stack.tsx';
import { GroupEvidence } from './documentEvidence.tsx';
import type { DocumentGroup } from './documentGroups.ts';

const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '0 8px',
  padding: '2px 12px 4px',
  alignItems: 'baseline',
  overflowWrap: 'anywhere',
  // Below its marks where they leave it no room.
  '& > b': { flex: '1 1 120px', minWidth: 0, fontWeight: 600 },
  '& > b + *': { flexBasis: '100%' },
});

interface GroupHeadProps {
  readonly id: string;
  readonly group: DocumentGroup;
  readonly title: string;
  readonly counts: boolean;
}

/** The name of a group of policies, with the marks of its personas and what is known of it. */
export const GroupHead = ({ id, group, title, counts }: GroupHeadProps) => (
  <Head id={id} role="presentation">
    {group.personas.length > 0 && (
      <Stack as="span" row inline gap={1} aria-hidden="true">
        {group.personas.map((persona) => (
          <PersonaMark key={persona} persona={persona} />
        ))}
      </Stack>
    )}
    <b>
      <ForeignText text={title} use="prose" />
    </b>{' '}
    {counts && <GroupEvidence group={group} />}
  </Head>
);
