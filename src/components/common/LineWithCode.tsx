import { styled } from '@mui/material/styles';
import { fontMono } from './theme.ts';

/** A line of text in which code is set small, close to the lines around it. */
export const LineWithCode = styled('p')({
  margin: 0,
  overflowWrap: 'anywhere',
  '& code': { font: `12px/20px ${fontMono}` },
});
