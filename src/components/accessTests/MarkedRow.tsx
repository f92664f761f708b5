import { styled } from '@mui/material/styles';

/** An entry of a list of results, with the mark of its result before the text. */
export const MarkedRow = styled('li')({
  position: 'relative',
  paddingLeft: 24,
  '& > svg': { position: 'absolute', left: 0, top: 4 },
});
