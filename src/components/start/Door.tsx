import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';

const Row = styled('li')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  borderTop: '1px solid var(--hairline)',
  '& > button:first-of-type:last-of-type': { flex: 1 },
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
  padding: '10px 0',
  'button > &': { padding: 0 },
  '& > strong, & > span': { display: 'block' },
});
const Title = styled('strong')({
  fontWeight: 600,
  color: 'var(--ink)',
  'button > span > &': { color: 'var(--accent)' },
});

interface DoorProps {
  readonly title: string;
  readonly line: string;
  /** The whole row is a button. */
  readonly open?: () => void;
  /** More than one way on. */
  readonly moves?: readonly { readonly label: string; run(): void }[];
}

/** One way into the page. */
export function Door({ title, line, open, moves }: DoorProps) {
  const words = (
    <Words>
      <Title>{title} </Title>
      <Note as="span">{line}</Note>
    </Words>
  );
  return (
    <Row>
      {open ? (
        <Whole type="button" onClick={open}>
          {words}
          <Icon name="chevronRight" />
        </Whole>
      ) : (
        words
      )}
      {moves?.map(({ label, run }) => (
        <Button key={label} variant="outlined" aria-label={`${label} a policy`} onClick={run}>
          {label}
        </Button>
      ))}
    </Row>
  );
}
