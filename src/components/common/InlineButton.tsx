import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';

/** A button among words, as high as their line. */
export const InlineButton = styled(Button)({
  minHeight: 24,
  minWidth: 24,
  padding: '0 4px',
  // Its text begins where other texts do, also at the start of a line.
  marginLeft: -4,
  overflowWrap: 'anywhere',
  textAlign: 'start',
  justifyContent: 'flex-start',
  '@media (pointer: coarse)': { minHeight: 44, minWidth: 44 },
});
