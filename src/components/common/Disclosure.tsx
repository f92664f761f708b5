import { styled } from '@mui/material/styles';
import { type ReactNode, useState } from 'react';

const Details = styled('details')({
  // What is inside inherits from the browser's own box, which does not take the page's sizing.
  '&::details-content': { boxSizing: 'border-box' },
  '& > summary': {
    display: 'inline-flex',
    maxWidth: '100%',
    // Beside the first line of a long label.
    alignItems: 'baseline',
    paddingBlock: 2,
    overflowWrap: 'anywhere',
    gap: 4,
    minHeight: 24,
    color: 'var(--accent)',
    fontSize: 13,
    cursor: 'pointer',
    listStyle: 'none',
    '@media (pointer: coarse)': { paddingBlock: 12 },
  },
  '& > summary > *': { minWidth: 0 },
  '& > summary::-webkit-details-marker': { display: 'none' },
  '& > summary::before': {
    content: '""',
    flex: 'none',
    width: 5,
    height: 5,
    marginRight: 4,
    border: 'solid currentColor',
    borderWidth: '0 0.09375rem 0.09375rem 0',
    transform: 'rotate(-45deg)',
  },
  '&[open] > summary::before': { transform: 'rotate(45deg)' },
});

interface DisclosureProps {
  readonly label: ReactNode;
  /** Open from the start; later it is the reader's. */
  readonly startsOpen?: boolean;
  /** What is in it is made when it is first opened: for what costs time or is loaded. */
  readonly late?: boolean;
  readonly children: ReactNode;
}

/** Text that is there for those who want it. The browser's own element: keyboard and find-in-page work. */
export function Disclosure({ label, startsOpen = false, late = false, children }: DisclosureProps) {
  const [open] = useState(startsOpen);
  const [wanted, setWanted] = useState(startsOpen || !late);
  return (
    <Details open={open} onToggle={(event) => event.currentTarget.open && setWanted(true)}>
      <summary>{label}</summary>
      {wanted && children}
    </Details>
  );
}
