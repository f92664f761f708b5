import { type FocusEvent, lazy, type PointerEvent, type ReactNode, Suspense, useRef, useState } from 'react';
import { LazyBoundary } from './LazyBoundary.tsx';
import { Stack } from './Stack.tsx';

const Tip = lazy(() => import('./Tip.tsx').then((module) => ({ default: module.Tip })));

const ENTER_DELAY_MS = 500;

/**
 * A tooltip for a control that already has its name. What shows it is loaded when it is first wanted, beside the control:
 * around it, it would be another element from then on, and the focus would be gone.
 */
export function HoverTip({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const enter = ({ currentTarget, pointerType }: PointerEvent<HTMLElement>) => {
    if (pointerType === 'mouse') timer.current = setTimeout(() => setAnchor(currentTarget), ENTER_DELAY_MS);
  };
  const focus = ({ currentTarget, target }: FocusEvent<HTMLElement>) => {
    if (target.matches(':focus-visible')) setAnchor(currentTarget);
  };
  const close = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  return (
    <Stack
      as="span"
      row
      inline
      onPointerEnter={enter}
      onPointerLeave={close}
      onFocus={focus}
      onBlur={close}
      onClick={close}
    >
      {children}
      {anchor && (
        <LazyBoundary fallback={null}>
          <Suspense fallback={null}>
            <Tip title={title} anchor={anchor} onClose={close} />
          </Suspense>
        </LazyBoundary>
      )}
    </Stack>
  );
}
