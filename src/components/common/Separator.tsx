import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';

const Line = styled('div')({
  position: 'relative',
  flex: 'none',
  zIndex: 2,
  touchAction: 'none',
  '&::before': { content: '""', position: 'absolute', background: 'var(--hairline)' },
  '&:hover::before, &:focus-visible::before': { background: 'var(--accent)' },
  '&:focus-visible': { outline: 'none' },
  '&[aria-orientation="vertical"]': { width: 9, margin: '0 -4px', cursor: 'col-resize' },
  '&[aria-orientation="vertical"]::before': { inset: '0 4px' },
  '&[aria-orientation="vertical"]:is(:hover, :focus-visible)::before': { inset: '0 3px' },
  '&[aria-orientation="horizontal"]': { height: 9, margin: '-4px 0', cursor: 'row-resize' },
  '&[aria-orientation="horizontal"]::before': { inset: '4px 0' },
  '&[aria-orientation="horizontal"]:is(:hover, :focus-visible)::before': { inset: '3px 0' },
  '@media (pointer: coarse)': {
    '&::after': { content: '""', position: 'absolute', inset: -18 },
    // Tabs are right below it.
    '&[aria-orientation="horizontal"]::after': { inset: '-36px 0 0' },
  },
});

const STEP = 16;
const CLICK_SLACK = 3;

interface SizeRange {
  readonly min: number;
  readonly max: number;
}

interface SeparatorProps {
  readonly label: string;
  /** `vertical`: it sizes what is on its left. `horizontal`: what is below it. */
  readonly orientation: 'vertical' | 'horizontal';
  /** In pixels. */
  readonly size: number;
  readonly range: SizeRange;
  onSize(size: number): void;
}

/**
 * Between two parts of the page. It moves by dragging, by arrow keys, Home and End; a click without a drag goes between the largest and
 * the smallest size.
 */
export function Separator({ label, orientation, size, range, onSize }: SeparatorProps) {
  const pressed = useRef({ at: 0, size: 0 });
  const change = (wanted: number) => onSize(Math.min(range.max, Math.max(range.min, Math.round(wanted))));
  const grownBy = (event: PointerEvent) =>
    orientation === 'vertical' ? event.clientX - pressed.current.at : pressed.current.at - event.clientY;
  const isDrag = (event: PointerEvent) => Math.abs(grownBy(event)) > CLICK_SLACK;
  const press = (event: PointerEvent<HTMLElement>) => {
    pressed.current = { at: orientation === 'vertical' ? event.clientX : event.clientY, size };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId) && isDrag(event))
      change(pressed.current.size + grownBy(event));
  };
  const release = (event: PointerEvent) => {
    if (!isDrag(event)) change(size === range.max ? range.min : range.max);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = sizeAfter(event.key, orientation, size, range);
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  };
  return (
    <Line
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuemin={range.min}
      aria-valuemax={range.max}
      aria-valuenow={size}
      title="Drag, click, or use the arrow keys to resize"
      onKeyDown={onKeyDown}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
    />
  );
}

function sizeAfter(
  key: string,
  orientation: SeparatorProps['orientation'],
  size: number,
  { min, max }: SizeRange,
): number | undefined {
  const [less, more] = orientation === 'vertical' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowDown', 'ArrowUp'];
  if (key === less) return size - STEP;
  if (key === more) return size + STEP;
  if (key === 'Home') return min;
  return key === 'End' ? max : undefined;
}
