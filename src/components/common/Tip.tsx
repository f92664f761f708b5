import Popper from '@mui/material/Popper';
import { styled } from '@mui/material/styles';
import { type PointerEvent, useEffect } from 'react';

/** Touches the control's box, so that the pointer can reach it: WCAG 1.4.13, hoverable. Otherwise clicks go through it. */
const Place = styled(Popper)({ zIndex: 1500, paddingBlock: 6 });
const Words = styled('div')({
  padding: '4px 8px',
  // Seen where the system replaces colors.
  border: '1px solid transparent',
  borderRadius: 4,
  background: 'var(--ink)',
  color: 'var(--surface)',
  fontSize: 12,
  lineHeight: 1.5,
});

interface TipProps {
  readonly title: string;
  readonly anchor: HTMLElement;
  /** Opened by the pointer, which can go to it. One that the focus opened lets clicks and taps through to what is under it. */
  readonly hoverable: boolean;
  onClose(): void;
}

const CONTROLS = 'a, button, input, select, textarea, [role="tab"], [role="option"]';

/** Whether something that can be pressed lies under the hint where the pointer is: in a bar with two rows, the row below. */
const coversControl = ({ currentTarget, clientX, clientY }: PointerEvent<HTMLElement>): boolean =>
  document
    .elementsFromPoint(clientX, clientY)
    .some((under) => !currentTarget.contains(under) && under.closest(CONTROLS) !== null);

/** The hint below a control, until Escape: WCAG 1.4.13, dismissible. It makes way for a control that the pointer goes to. Its words repeat the control's name: not read out. */
export function Tip({ title, anchor, hoverable, onClose }: TipProps) {
  useEffect(() => {
    const closeOnEscape = ({ key }: KeyboardEvent) => key === 'Escape' && onClose();
    addEventListener('keydown', closeOnEscape);
    return () => removeEventListener('keydown', closeOnEscape);
  });
  const makeWay = (event: PointerEvent<HTMLElement>) => coversControl(event) && onClose();
  return (
    <Place
      open
      anchorEl={anchor}
      role="presentation"
      aria-hidden="true"
      style={hoverable ? undefined : { pointerEvents: 'none' }}
      onPointerEnter={makeWay}
      onPointerMove={makeWay}
    >
      <Words>{title}</Words>
    </Place>
  );
}
