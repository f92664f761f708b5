import { styled } from '@mui/material/styles';
import { type MouseEvent, useRef } from 'react';
import type { Draft } from '../../policies/model/draft.ts';
import { show } from '../../state/store.ts';
import type { ChoiceRef } from '../../state/screen.ts';

/** A choice in a list: lit while the caret is on a line of its own. */
export const ChoiceRow = styled('div')({
  padding: '2px 0 2px 12px',
  borderTop: '1px solid var(--hairline)',
  '&:first-of-type': { borderTop: 'none' },
  '&:hover, &:focus-within': { background: 'var(--sunken)' },
  '&[data-traced="true"]': { background: 'var(--traced-line)' },
});

const HOVER_MS = 300;

/**
 * After the pointer has rested on a choice: what it would make of the policy, or, where `find` gives nothing because it is selected, the
 * lines that it makes.
 */
export function usePreview(choice: ChoiceRef, find: () => Draft | undefined, label: string) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = () => {
    const draft = find();
    show(draft ? { preview: { draft, choice, label } } : { hovered: choice });
  };
  return {
    // A row that comes under a pointer at rest, as when rows above it grow, is not pointed to.
    onMouseMove: ({ movementX, movementY }: MouseEvent) => {
      if (timer.current !== undefined || (movementX === 0 && movementY === 0)) return;
      timer.current = setTimeout(start, HOVER_MS);
    },
    // Who clicks sees what that does: a choice that was just cleared isn't shown as if it were selected.
    onClick: () => clearTimeout(timer.current),
    onMouseLeave: () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      show({ preview: null, hovered: null });
    },
  };
}
