import { styled } from '@mui/material/styles';

/** The height that the others of its column leave; what is in it scrolls by itself. */
export const Rest = styled('div')({ position: 'relative', flex: 1, minHeight: 0 });
