import { styled } from '@mui/material/styles';

/** Over all that it is in, which stays behind it. */
export const Cover = styled('div')({ position: 'absolute', inset: 0, background: 'var(--surface)' });
