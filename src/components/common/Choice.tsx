import { styled } from '@mui/material/styles';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Note } from './Note.tsx';

const Label = styled('label')({
  '& > span > span:first-of-type': { fontWeight: 500 },
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr)',
  overflowWrap: 'anywhere',
  columnGap: 8,
  alignItems: 'start',
  padding: '6px 0',
  cursor: 'pointer',
  '@media (pointer: coarse)': { padding: '12px 0' },
});

const Mark = styled('input')({
  appearance: 'none',
  width: 16,
  height: 16,
  margin: '0.125rem 0',
  border: '1.5px solid var(--edge)',
  background: 'var(--surface)',
  cursor: 'pointer',
  '&[type="checkbox"]': { borderRadius: 2 },
  '&[type="radio"]': { borderRadius: '50%' },
  '&:checked': { borderColor: 'var(--accent)', background: 'var(--accent)' },
  '&[type="radio"]:checked': { boxShadow: 'inset 0 0 0 0.1875rem var(--surface)' },
  '&[type="checkbox"]:checked': {
    maskImage: 'none',
    boxShadow: 'inset 0 0 0 1px var(--accent)',
    position: 'relative',
  },
  '&[type="checkbox"]:checked::after': {
    content: '""',
    position: 'absolute',
    left: 4,
    top: '0.0625rem',
    width: 4,
    height: 8,
    border: 'solid var(--on-accent)',
    borderWidth: '0 0.125rem 0.125rem 0',
    transform: 'rotate(45deg)',
  },
  '@media (forced-colors: active)': { appearance: 'auto' },
});

interface ChoiceProps extends Omit<ComponentProps<'input'>, 'type' | 'title'> {
  readonly type: 'checkbox' | 'radio';
  readonly title: ReactNode;
  readonly help?: ReactNode;
}

/** A check box or radio button with its label and one sentence of help, as one target. The help is its description, not in its name. */
export function Choice({ type, title, help, 'aria-describedby': further, ...input }: ChoiceProps) {
  const id = useId();
  const described = [help !== undefined && `${id}-help`, further].filter(Boolean).join(' ');
  return (
    <Label>
      <Mark
        type={type}
        aria-labelledby={`${id}-title`}
        aria-describedby={described || undefined}
        {...input}
      />
      <span>
        <span id={`${id}-title`}>{title}</span>{' '}
        {help !== undefined && (
          <Note as="span" id={`${id}-help`} style={{ display: 'block' }}>
            {help}
          </Note>
        )}
      </span>
    </Label>
  );
}
