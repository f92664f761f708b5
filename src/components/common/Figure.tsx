import { styled } from '@mui/material/styles';

/** A number beside the mark or the bar that it belongs to. */
export const Figure = styled('span')({
  fontSize: 12,
  lineHeight: '16px',
  fontWeight: 600,
  color: 'var(--ink-2)',
  '&[data-state="over"]': { color: 'var(--error)' },
});
