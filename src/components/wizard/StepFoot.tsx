import Button from '@mui/material/Button';
import { commands, stepBy, stepIndex, steps } from '../../state/commands.ts';
import { useNextMove } from '../../state/derived/useProgress.ts';
import type { StepId } from '../../state/screen.ts';
import { useStore } from '../../state/store.ts';
import { Note } from '../common/Note.tsx';
import { Stack } from '../common/Stack.tsx';
import { useDraftLater, useProgressLater } from './progressLater.ts';

function StepMissing({ step }: { readonly step: StepId }) {
  const { missing } = useProgressLater(step);
  return (
    missing !== undefined && (
      <Note tone="warning" style={{ flexBasis: '100%' }}>
        {missing}
      </Note>
    )
  );
}

/** What a step lacks, and the ways to the next and the previous one. */
export function StepFoot({ step }: { readonly step: StepId }) {
  const index = useStore(stepIndex);
  const variant = useNextMove(useDraftLater()) === 'continue' ? 'contained' : 'outlined';
  const [back, next] = [stepBy(-1), stepBy(1)];
  const state = useStore.getState();
  return (
    <Stack row flush gap={2} mt={4}>
      <StepMissing step={step} />
      {back.enabled(state) && <Button onClick={() => back.run()}>{back.label}</Button>}
      {next.enabled(state) ? (
        <Button variant={variant} onClick={() => next.run()}>
          {next.label}
        </Button>
      ) : (
        <Button variant="outlined" onClick={() => commands.export.run()}>
          Export
        </Button>
      )}
      <Note as="span" atEnd>
        Step {index + 1} of {steps.length}
      </Note>
    </Stack>
  );
}
