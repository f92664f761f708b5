import { type ReactNode, useEffect, useRef } from 'react';
import { type StepId, show, useStore } from '../../state/store.ts';

const CONTROL = 'input:not(:disabled), select, button, textarea, summary';

/** Content of an open step. Takes the focus to where `seek` points, once. */
export function StepPanel({ step, children }: { readonly step: StepId; readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const seek = useStore((state) => (state.screen.step === step ? state.screen.seek : null));
  useEffect(() => {
    if (seek === null) return;
    const target = seek === 'first' ? CONTROL : `[data-variable="${seek.variable}"] :is(${CONTROL})`;
    const control = panel.current?.querySelector<HTMLElement>(target);
    control?.focus();
    control?.scrollIntoView({ block: 'nearest' });
    show({ seek: null });
  }, [seek]);
  return <div ref={panel}>{children}</div>;
}
