import { styled } from '@mui/material/styles';

/** What scrolls within the height that it is given. */
export const ScrollArea = styled('div')({ height: '100%', overflow: 'auto' });
