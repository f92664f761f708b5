import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';
import { ForeignText } from './ForeignText.tsx';
import { Icon } from './Icon.tsx';
import { below } from '../../theme.ts';
import { Heading } from './Heading.tsx';
import { Stack } from './Stack.tsx';

const Section = styled('section')({ borderTop: '1px solid var(--hairline)', background: 'var(--page)' });
const Line = styled('p')({
  margin: 0,
  flex: 1,
  minWidth: 0,
  fontSize: 13,
  color: 'var(--ink-2)',
  whiteSpace: 'nowrap',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
});
const Body = styled('div')({
  maxHeight: '36vh',
  overflow: 'auto',
  padding: '0 16px 12px',
  [below.tablet]: { maxHeight: 'none' },
});

interface DockProps {
  readonly title: string;
  /** What its button shows or hides: "reasons". */
  readonly what: string;
  readonly mark?: ReactNode;
  /** The state in one line, also while it is closed. */
  readonly line: string;
  /** What it shows belongs to an older state; the new one is on its way. */
  readonly busy?: boolean;
  /** Shown while it is open. */
  readonly children: ReactNode;
}

/** A bar below the document that tells its state in one line and opens for the rest. */
export function Dock({ title, what, mark, line, busy = false, children }: DockProps) {
  const [open, setOpen] = useState(false);
  return (
    <Section aria-label={title} aria-busy={busy}>
      <Stack row nowrap gap={2} style={{ minHeight: 40, padding: '0 8px 0 16px' }}>
        <Heading as="h2" look="group">
          {title}
        </Heading>
        {mark}
        <Line>
          <ForeignText text={line} use="prose" />
        </Line>
        <Button
          onClick={() => setOpen(!open)}
          aria-expanded={open}
          endIcon={<Icon name={open ? 'chevronDown' : 'chevronRight'} />}
        >
          {open ? 'Hide' : 'Show'}
          <span className="visually-hidden"> {what}</span>
        </Button>
      </Stack>
      {open && <Body>{children}</Body>}
    </Section>
  );
}
