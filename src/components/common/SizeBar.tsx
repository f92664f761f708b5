import { styled } from '@mui/material/styles';
import { Figure } from './Figure.tsx';
import type { Size } from '../../policies/size/measure.ts';
import { percentFull, sizeInWords } from '../../policies/size/sizeInWords.ts';

const Track = styled('span')({
  display: 'inline-block',
  position: 'relative',
  flex: 'none',
  width: 64,
  height: 8,
  overflow: 'hidden',
  border: '1px solid var(--edge)',
  borderRadius: 2,
  background: 'var(--surface)',
  '& > i': {
    position: 'absolute',
    inset: '0 auto 0 0',
    background: 'var(--ink-2)',
    transition: 'width 160ms ease-out',
  },
  '&[data-state="near"] > i': { background: 'var(--caution)' },
  '&[data-state="over"] > i': { background: 'var(--error)' },
});

/** A size as a bar. What it says is beside it in words. */
export function SizeBar({ size }: { readonly size: Size }) {
  return (
    <Track data-state={size.state} data-bar="" aria-hidden="true">
      <i style={{ width: `${Math.min(100, size.ratio * 100)}%` }} />
    </Track>
  );
}

/** A size on a tab or in a toolbar: the bar and its percent. */
export function SizeMark({ size }: { readonly size: Size }) {
  return (
    <>
      <SizeBar size={size} />
      <Figure tone={size.state === 'over' ? 'error' : 'quiet'}>{percentFull(size)}%</Figure>
    </>
  );
}

/** `Managed policy: 3,741 of 6,144 characters (61%)`. */
export const kindAndSize = (size: Size): string => `${size.quota.label}: ${sizeInWords(size)}`;
