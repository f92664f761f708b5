import { styled } from '@mui/material/styles';

/** Rows of reach, one below the other at every width. */
export const ReachList = styled('ul')({ listStyle: 'none', margin: 0, padding: 0 });
