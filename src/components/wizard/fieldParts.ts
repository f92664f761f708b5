import { styled } from '@mui/material/styles';
import { fontMono } from '../../theme.ts';

/** What the fields of step Where are made of, whoever may change them. */

export const Field = styled('div')({ padding: '4px 0 8px' });
export const Head = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'baseline',
  gap: '0 8px',
});
export const Label = styled('span')({ fontWeight: 500 });
export const Placeholder = styled('code')({
  marginLeft: 'auto',
  fontFamily: fontMono,
  fontSize: 12,
  color: 'var(--ink-3)',
  overflowWrap: 'anywhere',
});
export const Help = styled('p')({ margin: '4px 0 0', fontSize: 13, color: 'var(--ink-2)' });
