import { type ReactNode, useEffect, useRef } from 'react';
import { show, useStore } from '../../state/store.ts';
import type { ScreenState, StepId } from '../../state/screen.ts';

const CONTROL = 'input:not(:disabled), select, button, textarea, summary';

type Target = NonNullable<ScreenState['focusTarget']>;

/** A check is not in a step. */
type InStep = Exclude<Target, { readonly check: string }>;

const isInStep = (target: Target): target is InStep => target === 'first' || !('check' in target);

function targetOf(seek: InStep): string {
  if (seek === 'first') return CONTROL;
  const place =
    'variable' in seek ? `[data-variable="${seek.variable}"]` : `[data-choice="${CSS.escape(seek.choice)}"]`;
  return `${place} :is(${CONTROL})`;
}

/** Content of an open step. Takes the focus to where `seek` points, once: first to what the step is for, where it says so. */
export function StepPanel({ step, children }: { readonly step: StepId; readonly children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const seek = useStore((state) => (state.screen.step === step ? state.screen.focusTarget : null));
  useEffect(() => {
    if (seek === null || !isInStep(seek)) return;
    const target = targetOf(seek);
    const first = seek === 'first' ? panel.current?.querySelector<HTMLElement>('[data-first] input') : null;
    const found = first ?? panel.current?.querySelector<HTMLElement>(target);
    const control = found && seek === 'first' ? checkedOf(found) : found;
    if (control) unfold(control);
    control?.focus({ preventScroll: true });
    // A step is read from its head, unless its first control is further down than what is seen.
    if (seek === 'first') panel.current?.closest('li')?.scrollIntoView({ block: 'start' });
    control?.scrollIntoView({ block: 'nearest' });
    show({ focusTarget: null });
  }, [seek]);
  return <div ref={panel}>{children}</div>;
}

/** Of radio buttons the one that is checked, as when a group is entered with Tab. */
function checkedOf(control: HTMLElement): HTMLElement {
  if (!(control instanceof HTMLInputElement) || control.type !== 'radio') return control;
  const group = [...document.getElementsByName(control.name)];
  return group.find((one) => one instanceof HTMLInputElement && one.checked) ?? control;
}

/** Opens what is folded around an element, since nothing in it can take the focus. */
function unfold(element: Element): void {
  const folded = element.closest('details:not([open])');
  if (!(folded instanceof HTMLDetailsElement)) return;
  folded.open = true;
  unfold(folded);
}
