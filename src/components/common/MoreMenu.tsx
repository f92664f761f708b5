import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { Icon } from './Icon.tsx';

const Place = styled('div')({ position: 'relative', flex: 'none', marginLeft: 'auto' });
const Sheet = styled('div')({
  position: 'absolute',
  zIndex: 10,
  right: 0,
  top: 'calc(100% + 4px)',
  display: 'flex',
  flexDirection: 'column',
  minWidth: 200,
  maxWidth: 'calc(100vw - 24px)',
  padding: 4,
  border: '1px solid var(--edge)',
  borderRadius: 4,
  background: 'var(--surface)',
  '& > button': {
    justifyContent: 'flex-start',
    borderColor: 'transparent',
    color: 'var(--ink)',
    fontWeight: 400,
  },
  '& > button:hover': { background: 'var(--sunken)' },
});

interface MoreMenuProps {
  readonly label: string;
  /** Buttons; each closes the menu. */
  readonly children: ReactNode;
}

/** Buttons for which there is no room. Tab goes through them; Escape and whatever is used beside them close it. */
export function MoreMenu({ label, children }: MoreMenuProps) {
  const [open, setOpen] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);
  const id = useId();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    event.preventDefault();
    toggle.current?.focus();
    setOpen(false);
  };
  const closeOnLeave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const use = () => {
    toggle.current?.focus();
    setOpen(false);
  };
  return (
    <Place onKeyDown={closeOnEscape} onBlur={closeOnLeave}>
      <Button
        ref={toggle}
        variant="outlined"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        endIcon={<Icon name="chevronDown" />}
      >
        More<span className="visually-hidden"> {label}</span>
      </Button>
      {open && (
        <Sheet id={id} onClick={use}>
          {children}
        </Sheet>
      )}
    </Place>
  );
}
