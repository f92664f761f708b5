import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { BUILD_WIDTH, saveBuildWidth } from '../../state/storage/preferences.ts';

const Line = styled('div')({
  position: 'relative',
  width: 9,
  margin: '0 -4px',
  zIndex: 2,
  cursor: 'col-resize',
  touchAction: 'none',
  '&::before': {
    content: '""',
    position: 'absolute',
    inset: '0 4px',
    background: 'var(--hairline)',
  },
  '&:hover::before, &:focus-visible::before': { inset: '0 3px', background: 'var(--accent)' },
  '&:focus-visible': { outline: 'none' },
});

const STEP = 16;
const CLICK_SLACK = 3;

const clamp = (width: number): number =>
  Math.min(BUILD_WIDTH.max, Math.max(BUILD_WIDTH.min, Math.round(width)));

interface SeparatorProps {
  /** Of the wizard, in pixels. */
  readonly width: number;
  readonly onChange: (width: number) => void;
}

/**
 * Between the two halves. It moves by dragging, by arrow keys, Home and End; a click without a drag goes between the widest and the
 * narrowest wizard.
 */
export function Separator({ width, onChange }: SeparatorProps) {
  const pressedAt = useRef(0);
  const change = (next: number) => {
    onChange(clamp(next));
    saveBuildWidth(clamp(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = widthAfter(event.key, width);
    if (next === undefined) return;
    event.preventDefault();
    change(next);
  };
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId) && isDrag(event)) change(event.clientX);
  };
  const isDrag = (event: PointerEvent) => Math.abs(event.clientX - pressedAt.current) > CLICK_SLACK;
  const press = (event: PointerEvent<HTMLElement>) => {
    pressedAt.current = event.clientX;
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const release = (event: PointerEvent) => {
    if (!isDrag(event)) change(width === BUILD_WIDTH.max ? BUILD_WIDTH.min : BUILD_WIDTH.max);
  };
  return (
    <Line
      role="separator"
      tabIndex={0}
      aria-label="Wizard width"
      aria-orientation="vertical"
      aria-valuemin={BUILD_WIDTH.min}
      aria-valuemax={BUILD_WIDTH.max}
      aria-valuenow={width}
      onKeyDown={onKeyDown}
      title="Drag, click, or use the arrow keys to resize"
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={release}
    />
  );
}

function widthAfter(key: string, width: number): number | undefined {
  const widths: Readonly<Record<string, number>> = {
    ArrowLeft: width - STEP,
    ArrowRight: width + STEP,
    Home: BUILD_WIDTH.min,
    End: BUILD_WIDTH.max,
  };
  return widths[key];
}
