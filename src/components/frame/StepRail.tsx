import { styled } from '@mui/material/styles';
import { steps } from '../../state/commands.ts';
import { type StepId, show, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';

const Bar = styled('nav')({
  display: 'flex',
  flexDirection: 'column',
  borderRight: '1px solid var(--hairline)',
  background: 'var(--page)',
  '& > button': {
    width: 44,
    height: 44,
    padding: 0,
    border: 'none',
    borderLeft: '3px solid transparent',
    background: 'none',
    color: 'var(--ink-2)',
    font: `500 14px/20px ${fontMono}`,
    cursor: 'pointer',
    outlineOffset: -2,
  },
  '& > button[aria-expanded="true"]': { borderLeftColor: 'var(--accent)', color: 'var(--ink)' },
});

/** The steps beside the policy; a tapped one opens the wizard, which the policy makes room for. */
export function StepRail() {
  const open = useStore((state) => state.screen.half === 'build');
  const current = useStore((state) => state.screen.step);
  const toggle = (step: StepId) =>
    show(open && step === current ? { half: 'policy' } : { step, half: 'build', focusTarget: 'first' });
  return (
    <Bar aria-label="Steps">
      {steps.map(({ id, title }, index) => (
        <button
          key={id}
          type="button"
          aria-label={title}
          aria-expanded={open && id === current}
          aria-controls={id === current ? 'build' : undefined}
          onClick={() => toggle(id)}
        >
          {index + 1}
        </button>
      ))}
    </Bar>
  );
}
