import Button from '@mui/material/Button';
import type { RefusedCall } from '../../policies/accessTests/refusals/refusedCall.ts';
import { isStorableTest } from '../../policies/share/readDraft.ts';
import { nextTestId, putTest } from '../../state/accessTests/testEdits.ts';
import { edit, useStore } from '../../state/store.ts';
import { Stack } from '../common/Stack.tsx';
import type { CallSource } from './refusalWords.ts';

interface AddRefusedTestProps {
  readonly source: CallSource;
  readonly call: RefusedCall;
  readonly persona: string;
  onDone(): void;
}

/** The refused call as a test of the role: it must be allowed from now on. */
export function AddRefusedTest({ source, call, persona, onDone }: AddRefusedTestProps) {
  const draft = useStore((state) => state.draft);
  if (call.resource === undefined) return null;
  const test = {
    id: nextTestId(draft),
    persona,
    title: `${call.action} from ${source === 'event' ? 'event' : 'error message'}`,
    expect: 'allowed' as const,
    action: call.action,
    resource: call.resource,
    context: {},
  };
  const add = () => {
    edit((before) => putTest(before, test), 'Test added');
    onDone();
  };
  return (
    <Stack row gap={2} mt={2} mb={2}>
      {isStorableTest(test) ? (
        <Button variant="outlined" onClick={add}>
          Add test (expected: Allow)
        </Button>
      ) : (
        'This request is too long for a test.'
      )}
    </Stack>
  );
}
