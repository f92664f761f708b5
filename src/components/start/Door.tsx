import { styled } from '@mui/material/styles';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';

const Row = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  borderTop: '1px solid var(--hairline)',
  '& > button': { flex: 1 },
});
const Whole = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  minWidth: 0,
  minHeight: 64,
  margin: '0 -12px',
  padding: '10px 12px',
  border: 'none',
  borderRadius: 4,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  outlineOffset: -2,
  '& > svg': { color: 'var(--ink-3)' },
  '&:hover': { background: 'var(--sunken)' },
  '&:hover > svg': { color: 'var(--accent)' },
});
const Words = styled('span')({
  flex: 1,
  minWidth: 0,
  '& > strong, & > span': { display: 'block' },
});
const Title = styled('strong')({
  fontWeight: 600,
  color: 'var(--accent)',
});

interface DoorProps {
  readonly title: string;
  readonly line: string;
  open(): void;
}

/** One way into the page: the whole row is a button. */
export const Door = ({ title, line, open }: DoorProps) => (
  <Row>
    <Whole type="button" onClick={open}>
      <Words>
        <Title>{title} </Title>
        <Note as="span">{line}</Note>
      </Words>
      <Icon name="chevronRight" />
    </Whole>
  </Row>
);
