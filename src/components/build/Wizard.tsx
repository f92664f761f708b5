import Button from '@mui/material/Button';
import Step from '@mui/material/Step';
import StepButton from '@mui/material/StepButton';
import StepContent from '@mui/material/StepContent';
import Stepper from '@mui/material/Stepper';
import { styled } from '@mui/material/styles';
import type { ComponentType } from 'react';
import { commands, stepBy, stepIndex, steps } from '../../commands.ts';
import { progressOf } from '../../state/progress.ts';
import { type StepId, show, useStore } from '../../state/store.ts';
import { fontMono } from '../../theme.ts';
import { ReviewStep } from './ReviewStep.tsx';
import { StepPanel } from './StepPanel.tsx';
import { WhatStep } from './WhatStep.tsx';
import { WhereStep } from './WhereStep.tsx';
import { WhoStep } from './WhoStep.tsx';

const bodies: Record<StepId, ComponentType> = {
  who: WhoStep,
  what: WhatStep,
  where: WhereStep,
  review: ReviewStep,
};

const Outline = styled(Stepper)({
  padding: '8px 16px 48px',
  '& .MuiStepLabel-root': { padding: 0, alignItems: 'baseline', textAlign: 'left' },
  '& .MuiStepLabel-iconContainer': { padding: '0 12px 0 0' },
  '& .MuiStepButton-root': { padding: '10px 4px', margin: '0 -4px', borderRadius: 4, width: 'auto' },
  '& .MuiStepConnector-root': { display: 'none' },
  '& .MuiStepContent-root': { borderLeft: 'none', margin: 0, padding: '0 0 16px' },
  '& .MuiStep-root': { borderTop: '1px solid var(--hairline)' },
  '& .MuiStep-root:first-of-type': { borderTop: 'none' },
});

const Number = styled('span')({ fontFamily: fontMono, fontSize: 13, color: 'var(--ink-3)', width: 12 });

const Title = styled('span')({
  display: 'block',
  fontSize: 12,
  fontWeight: 600,
  letterSpacing: '0.04em',
  textTransform: 'uppercase',
  color: 'var(--ink)',
});

const Summary = styled('span')({
  display: 'block',
  fontSize: 13,
  lineHeight: '20px',
  fontWeight: 400,
  color: 'var(--ink-2)',
});

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 8,
  paddingTop: 16,
  '& > p': { flexBasis: '100%', margin: 0, fontSize: 13, color: 'var(--caution)' },
});

const Position = styled('span')({ marginLeft: 'auto', fontSize: 13, color: 'var(--ink-2)' });

/** The persona wizard: led in order, open at any step at any time. */
export function Wizard() {
  const active = useStore(stepIndex);
  return (
    <Outline nonLinear orientation="vertical" activeStep={active} aria-label="Steps">
      {steps.map((step, index) => {
        const Body = bodies[step.id];
        return (
          <Step key={step.id} expanded={index === active}>
            <StepHead step={step.id} index={index} title={step.title} />
            <StepContent slotProps={{ transition: { unmountOnExit: true } }}>
              <StepPanel step={step.id}>
                <Body />
                <StepFoot step={step.id} />
              </StepPanel>
            </StepContent>
          </Step>
        );
      })}
    </Outline>
  );
}

function StepHead({
  step,
  index,
  title,
}: {
  readonly step: StepId;
  readonly index: number;
  readonly title: string;
}) {
  const draft = useStore((state) => state.draft);
  const open = useStore((state) => state.screen.step === step);
  return (
    <StepButton
      icon={<Number>{index + 1}</Number>}
      onClick={() => show({ step, preview: null, focused: null })}
      aria-expanded={open}
    >
      <Title>{title}</Title>
      <Summary>{progressOf(step, draft).summary}</Summary>
    </StepButton>
  );
}

function StepFoot({ step }: { readonly step: StepId }) {
  const draft = useStore((state) => state.draft);
  const index = useStore(stepIndex);
  const { missing } = progressOf(step, draft);
  const [back, next] = [stepBy(-1), stepBy(1)];
  const state = useStore.getState();
  return (
    <Foot>
      {missing !== undefined && <p>Still missing: {missing}</p>}
      {back.enabled(state) && <Button onClick={() => back.run()}>{back.label}</Button>}
      {next.enabled(state) ? (
        <Button variant="outlined" onClick={() => next.run()}>
          {next.label}
        </Button>
      ) : (
        <Button variant="outlined" onClick={() => commands.export.run()}>
          Export
        </Button>
      )}
      <Position>
        Step {index + 1} of {steps.length}
      </Position>
    </Foot>
  );
}
