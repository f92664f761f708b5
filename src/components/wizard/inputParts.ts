import { styled } from '@mui/material/styles';
import { fontMono } from '../../theme.ts';
import { control } from '../common/control.ts';

const field = {
  ...control,
  flex: 1,
  boxSizing: 'border-box',
  width: '100%',
  minWidth: 0,
  font: `13px/20px ${fontMono}`,
  '&:hover': { borderColor: 'var(--ink-2)' },
  '&:focus-visible': { outlineOffset: -1, borderColor: 'var(--accent)' },
  '&[aria-invalid="true"]': { borderColor: 'var(--error)' },
  '&::placeholder': { color: 'var(--ink-3)', opacity: 1 },
} as const;

/** What a value is entered in. */
export const Input = styled('input')(field);
export const Select = styled('select')(field);

/** What is wrong with a value, below it. */
export const Problem = styled('p')({
  display: 'flex',
  gap: 6,
  margin: '4px 0 0',
  fontSize: 13,
  color: 'var(--error)',
  overflowWrap: 'anywhere',
});
