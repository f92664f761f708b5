import { styled } from '@mui/material/styles';

/** The content of a disclosure among the choices of a step. */
export const Folded = styled('div')({ padding: '4px 0 4px 12px' });
