import { useState } from 'react';
import type { RefusedCalls } from '../../policies/accessTests/refusals/refusedCall.ts';
import { Field } from '../common/Field.tsx';
import { Input } from '../common/Input.tsx';
import { RefusalAnswer } from './RefusalAnswer.tsx';

/** For a message that says no more than "Access Denied": the action is asked for, and the answer goes on from there. */
export function AskedCall({ onDone }: { onDone(): void }) {
  const [action, setAction] = useState('');
  const asked = /^[a-z][\w-]*:\w+$/i.test(action.trim()) ? refusedCall(action.trim()) : undefined;
  return (
    <>
      <Field label="Action" help="With its service, for example s3:GetObject.">
        {(wiring) => (
          <Input
            {...wiring}
            wide
            mono
            value={action}
            autoComplete="off"
            spellCheck={false}
            maxLength={128}
            onChange={(event) => setAction(event.target.value)}
          />
        )}
      </Field>
      {asked && <RefusalAnswer key={action} refused={asked} onDone={onDone} />}
    </>
  );
}

const refusedCall = (action: string): RefusedCalls => ({
  call: {
    principal: undefined,
    action,
    resource: undefined,
    operation: undefined,
    layer: undefined,
    explicit: undefined,
    policy: undefined,
  },
  resources: [],
  count: 1,
});
