import { styled } from '@mui/material/styles';
import { plainButton } from '../common/control.ts';
import { Box } from '../common/Box.tsx';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';

const Whole = styled('button')({
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  width: 'calc(100% + 24px)',
  minHeight: 64,
  margin: '0 -12px',
  padding: '10px 12px',
  ...plainButton,
  '& > span': { flex: 1, minWidth: 0 },
  '& > span > *': { display: 'block' },
  '& strong': { color: 'var(--accent)' },
  '& > svg': { color: 'var(--ink-3)' },
  '&:hover': { background: 'var(--sunken)' },
  '&:hover > svg': { color: 'var(--accent)' },
});

interface DoorProps {
  readonly title: string;
  readonly line: string;
  open(): void;
}

/** One way into the page: the whole row is a button. */
export const Door = ({ title, line, open }: DoorProps) => (
  <Box as="li" line="above">
    <Whole type="button" onClick={open}>
      <span>
        <strong>{title} </strong>
        <Note as="span">{line}</Note>
      </span>
      <Icon name="chevronRight" />
    </Whole>
  </Box>
);
