import { styled } from '@mui/material/styles';
import { steps } from '../../state/commands.ts';
import { show, useStore } from '../../state/store.ts';
import type { StepId } from '../../state/screen.ts';
import { fontMono } from '../common/theme.ts';

const Bar = styled('nav')({
  display: 'flex',
  flexDirection: 'column',
  borderRight: '1px solid var(--hairline)',
  background: 'var(--page)',
  overflow: 'auto',
  '& > button': {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    width: '100%',
    minHeight: 56,
    padding: '4px 4px',
    border: 'none',
    borderLeft: '3px solid var(--unmarked)',
    background: 'none',
    color: 'var(--ink-2)',
    font: 'inherit',
    fontSize: 12,
    lineHeight: '16px',
    fontWeight: 500,
    textAlign: 'center',
    overflowWrap: 'anywhere',
    cursor: 'pointer',
    outlineOffset: -2,
  },
  '& > button > span': { font: `500 14px/20px ${fontMono}` },
  '& > button[aria-expanded="true"]': { borderLeftColor: 'var(--accent)', color: 'var(--ink)' },
});

/** The steps by number and name beside the policy; a tapped one opens the wizard, which the policy makes room for. */
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
          aria-expanded={open && id === current}
          aria-controls={id === current ? 'build' : undefined}
          onClick={() => toggle(id)}
        >
          <span aria-hidden="true">{index + 1}</span>
          {title}
        </button>
      ))}
    </Bar>
  );
}
