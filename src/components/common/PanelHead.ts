import { styled } from '@mui/material/styles';
import { visuallyHidden } from './space.ts';
import { withinNarrow } from './theme.ts';

/** The tabs of a panel, and its state in one line. */
export const PanelHead = styled('div')({
  display: 'flex',
  flex: 'none',
  alignItems: 'center',
  gap: '0 8px',
  padding: '0 8px 0 4px',
  // The numbers of tests give way first: they are in the panel as well.
  '& [role="tab"]:has([data-words])': { flex: '0 1 auto', minWidth: 76 },
  '& [role="tab"] > span': { maxWidth: '100%' },
  '& [role="tab"] :has(> [data-words])': { display: 'flex', gap: 3, minWidth: 0 },
  '& [role="tab"] [data-words]': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Numbers and signs stay; what they say in words is read in the open panel.
  [withinNarrow.panel]: {
    '& [role="tab"]': { paddingInline: 8 },
    '& [data-words], & [data-bar]': visuallyHidden,
    '& > button': { minWidth: 44, paddingInline: 4 },
  },
});
/** Where there is no room for most of it, it is not there: it wraps below the only line that is seen. */
export const PanelLine = styled('p')({
  margin: 0,
  flex: 1,
  minWidth: 0,
  height: 20,
  paddingLeft: 8,
  display: 'flex',
  flexWrap: 'wrap',
  fontSize: 13,
  color: 'var(--ink-2)',
  overflow: 'hidden',
  '&::before': { content: '""', height: 20 },
  '& > span': {
    flex: '1 0 200px',
    minWidth: 0,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    // It breaks lines also where nothing else does.
    '& wbr': { display: 'none' },
  },
  // There it is read in the open panel, and the tabs have the numbers.
  [withinNarrow.panel]: { display: 'none' },
});
