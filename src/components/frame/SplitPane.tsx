import { styled } from '@mui/material/styles';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { BUILD_WIDTH, readBuildWidth, saveBuildWidth } from '../../state/preferences.ts';
import { BuildHalf, PolicyHalf } from './halves.tsx';
import type { Halves } from './Layout.tsx';

const Grid = styled('div')({ display: 'grid', height: '100%', gridTemplateRows: 'minmax(0, 1fr)' });
const Separator = styled('div')({
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

/**
 * Both halves side by side. The separator moves by dragging, by arrow keys, Home and End; a click without a drag goes
 * between the widest and the narrowest wizard.
 */
export function SplitPane({ build, policy }: Halves) {
  const [width, setWidth] = useState(readBuildWidth);
  const pressedAt = useRef(0);
  const change = (next: number) => {
    setWidth(clamp(next));
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
    <Grid style={{ gridTemplateColumns: `${width}px 1px minmax(0, 1fr)` }}>
      <BuildHalf>{build}</BuildHalf>
      <Separator
        role="separator"
        tabIndex={0}
        aria-label="Width of the wizard"
        aria-orientation="vertical"
        aria-valuemin={BUILD_WIDTH.min}
        aria-valuemax={BUILD_WIDTH.max}
        aria-valuenow={width}
        onKeyDown={onKeyDown}
        title="Drag, click, or use the arrow keys"
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={release}
      />
      <PolicyHalf>{policy}</PolicyHalf>
    </Grid>
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
