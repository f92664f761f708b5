import { styled } from '@mui/material/styles';

/** What is shown is of the state before. It appears when the answer takes a while: a shorter wait would only flicker. */
export const BeingComputed = styled('span')({
  fontWeight: 500,
  color: 'var(--caution)',
  '@keyframes appear': { from: { visibility: 'hidden' }, to: { visibility: 'visible' } },
  animation: 'appear 0s 200ms both',
});
