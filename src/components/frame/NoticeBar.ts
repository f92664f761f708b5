import { styled } from '@mui/material/styles';
import { below } from '../common/theme.ts';

/** One notice: what there is to know, what can be done, and at the end how to close it. */
export const Bar = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 36,
  padding: '0 12px 0 16px',
  borderBottom: '1px solid var(--hairline)',
  background: 'var(--accent-quiet)',
  fontSize: 13,
  '& > span': { flex: '0 1 auto' },
  '& ul': { margin: '0 0 8px', paddingLeft: 16, maxHeight: 160, overflow: 'auto' },
  '& > button': { flex: 'none' },
  [below.tablet]: {
    flexWrap: 'wrap',
    gap: 0,
    padding: '4px 4px 4px 16px',
    '& > span': { flex: '1 1 160px', paddingRight: 8 },
  },
  '& > [aria-label]:last-child': { marginLeft: 'auto' },
  '&[data-problem]': { borderLeft: '3px solid var(--error)', paddingLeft: 13, flexWrap: 'wrap' },
  // Its details go below; how to close it stays on the first line.
  '&[data-problem] > span': { flex: '1 1 240px' },
});
