import { styled } from '@mui/material/styles';
import { Suspense } from 'react';
import { steps } from '../../state/commands.ts';
import { show, useStore } from '../../state/store.ts';
import type { StepId } from '../../state/screen.ts';
import { plainButton } from '../common/control.ts';
import { LazyBoundary } from '../common/LazyBoundary.tsx';
import { Note } from '../common/Note.tsx';
import { useProgressLater } from './progressLater.ts';
import { StepFoot } from './StepFoot.tsx';
import { StepPanel } from './StepPanel.tsx';
import { bodies, useLaterSteps } from './wizardSteps.ts';
import { Heading } from '../common/Heading.tsx';
import { Box } from '../common/Box.tsx';

const Item = styled('li')({
  listStyle: 'none',
  borderTop: '1px solid var(--hairline)',
  '&:first-of-type': { borderTop: 'none' },
  '& > h2': { margin: 0, font: 'inherit' },
});

const Head = styled('button')({
  display: 'grid',
  gridTemplateColumns: '24px 1fr',
  alignItems: 'baseline',
  width: 'calc(100% + 8px)',
  margin: '0 -4px',
  padding: '12px 4px',
  ...plainButton,
  '& > span > *': { display: 'block' },
  '&:hover': { background: 'var(--sunken)' },
  '&[aria-expanded="true"]:hover': { background: 'none' },
});

/** The persona wizard: led in order, open at any step at any time. */
export function Wizard() {
  const open = useStore((state) => state.screen.step);
  useLaterSteps();
  return (
    <Box as="ol" px={4} pt={2} pb={12} aria-label="Steps">
      {steps.map((step, index) => {
        const Body = bodies[step.id];
        return (
          <Item key={step.id}>
            <StepHead step={step.id} index={index} title={step.title} open={open === step.id} />
            {open === step.id && (
              <Box pb={5} id={`step-${step.id}`}>
                <LazyBoundary
                  fallback={<p>Couldn’t load this step. Reload the page – your draft is saved.</p>}
                >
                  <Suspense fallback={<p>Loading…</p>}>
                    <StepPanel step={step.id}>
                      <Body />
                      <StepFoot step={step.id} />
                    </StepPanel>
                  </Suspense>
                </LazyBoundary>
              </Box>
            )}
          </Item>
        );
      })}
    </Box>
  );
}

interface StepHeadProps {
  readonly step: StepId;
  readonly index: number;
  readonly title: string;
  readonly open: boolean;
}

function StepHead({ step, index, title, open }: StepHeadProps) {
  return (
    <h2>
      <Head
        type="button"
        onClick={() => show({ step, preview: null, focused: null })}
        aria-expanded={open}
        aria-controls={open ? `step-${step}` : undefined}
      >
        <Note as="code">{index + 1} </Note>
        <span>
          <Heading as="span" look="dialog">
            {title}{' '}
          </Heading>
          <Note as="span">
            <StepSummary step={step} />
          </Note>
        </span>
      </Head>
    </h2>
  );
}

const StepSummary = ({ step }: { readonly step: StepId }) => useProgressLater(step).summary;
