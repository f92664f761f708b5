import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { besideWords } from './theme.ts';

/** A button among words, as high as their line. */
export const InlineButton = styled(Button)({
  minHeight: 24,
  minWidth: 24,
  '--button-room': '4px',
  padding: '0 var(--button-room)',
  // Its text begins where other texts do, also at the start of a line.
  marginLeft: besideWords,
  overflowWrap: 'anywhere',
  textAlign: 'start',
  justifyContent: 'flex-start',
  '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 },
});
