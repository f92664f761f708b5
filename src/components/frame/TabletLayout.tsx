import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { steps } from '../../commands.ts';
import { type StepId, show, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { Icon } from '../common/Icon.tsx';
import { BuildHalf, PolicyHalf } from './halves.tsx';
import type { Halves } from './Layout.tsx';

const Grid = styled('div')({
  display: 'grid',
  height: '100%',
  gridTemplateRows: 'minmax(0, 1fr)',
});
const Rail = styled('nav')({
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
const Sheet = styled('div')({ position: 'relative', minWidth: 0, borderRight: '1px solid var(--hairline)' });
const Close = styled(IconButton)({ position: 'absolute', right: 8, top: 8, zIndex: 1 });

/** A rail of the steps; a tapped one opens the wizard beside the policy, which makes room for it. */
export function TabletLayout({ build, policy }: Halves) {
  const open = useStore((state) => state.screen.half === 'build');
  const current = useStore((state) => state.screen.step);
  const toggle = (step: StepId) =>
    show(open && step === current ? { half: 'policy' } : { step, half: 'build', seek: 'first' });
  return (
    <Grid style={{ gridTemplateColumns: open ? '44px 420px minmax(0, 1fr)' : '44px minmax(0, 1fr)' }}>
      <Rail aria-label="Steps">
        {steps.map(({ id, title }, index) => (
          <button
            key={id}
            type="button"
            aria-label={title}
            aria-expanded={open && id === current}
            onClick={() => toggle(id)}
          >
            {index + 1}
          </button>
        ))}
      </Rail>
      {open && (
        <Sheet onKeyDown={(event) => event.key === 'Escape' && show({ half: 'policy' })}>
          <BuildHalf>{build}</BuildHalf>
          <Close size="small" aria-label="Close the wizard" onClick={() => show({ half: 'policy' })}>
            <Icon name="close" />
          </Close>
        </Sheet>
      )}
      <PolicyHalf>{policy}</PolicyHalf>
    </Grid>
  );
}
