import { type FocusEvent, lazy, type PointerEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { LazyBoundary } from './LazyBoundary.tsx';
import { Stack } from './Stack.tsx';

const Tip = lazy(() => import('./Tip.tsx').then((module) => ({ default: module.Tip })));

const ENTER_DELAY_MS = 500;

/** The control that a hint is shown for, and whether the pointer opened it: only then can the pointer go to the hint. */
interface ShownFor {
  readonly anchor: HTMLElement;
  readonly hoverable: boolean;
}

/**
 * A tooltip for a control that already has its name. What shows it is loaded when it is first wanted, beside the control:
 * around it, it would be another element from then on, and the focus would be gone.
 */
export function HoverTip({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [shown, setShown] = useState<ShownFor | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Where a control comes under a pointer at rest, as when a dialog closes, the pointer is on its way to something else.
  const move = ({ currentTarget, pointerType, movementX, movementY }: PointerEvent<HTMLElement>) => {
    if (pointerType !== 'mouse' || timer.current !== undefined || (movementX === 0 && movementY === 0))
      return;
    timer.current = setTimeout(() => setShown({ anchor: currentTarget, hoverable: true }), ENTER_DELAY_MS);
  };
  const focus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    if (target.matches(':focus-visible')) setShown({ anchor: currentTarget, hoverable: false });
  };
  const close = () => {
    clearTimeout(timer.current);
    setShown(null);
  };
  const leave = () => {
    close();
    timer.current = undefined;
  };
  return (
    <Stack
      as="span"
      row
      inline
      onPointerMove={move}
      onPointerLeave={leave}
      onFocus={focus}
      onBlur={close}
      onClick={close}
    >
      {children}
      {shown && (
        <LazyBoundary fallback={null}>
          <Suspense fallback={null}>
            <Tip title={title} {...shown} onClose={close} />
          </Suspense>
        </LazyBoundary>
      )}
    </Stack>
  );
}
