import { styled } from '@mui/material/styles';
import { type MouseEvent, useRef } from 'react';
import { type Preview, show } from '../../state/store.ts';

/** A choice in a list: lit while the caret stands on a line of its own. */
export const ChoiceRow = styled('div')({
  padding: '2px 0 2px 12px',
  borderTop: '1px solid var(--hairline)',
  '&:first-of-type': { borderTop: 'none' },
  '&:hover, &:focus-within': { background: 'var(--sunken)' },
  '&[data-traced="true"]': { background: 'var(--traced-line)' },
});

export const ChoiceInner = styled('div')({ padding: '0 8px 8px 24px' });

const HOVER_MS = 300;

/** Shows what a choice would make of the policy after the pointer has rested on it; `find` gives nothing to show nothing. */
export function usePreview(find: () => Preview | undefined) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = () => {
    const preview = find();
    if (preview) show({ preview });
  };
  return {
    // A row that comes under a pointer at rest, as when rows above it grow, is not pointed to.
    onMouseMove: ({ movementX, movementY }: MouseEvent) => {
      if (timer.current !== undefined || (movementX === 0 && movementY === 0)) return;
      timer.current = setTimeout(start, HOVER_MS);
    },
    onMouseLeave: () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      show({ preview: null });
    },
  };
}
