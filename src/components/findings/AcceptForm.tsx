import Button from '@mui/material/Button';
import { type KeyboardEvent, useId, useState } from 'react';
import { discardReason, useUnfinished } from '../../state/typing/unfinished.ts';
import { Stack } from '../common/Stack.tsx';
import { Input } from '../common/Input.tsx';

const REASON_LENGTH = 500;

/** The field takes the focus of the button that it replaces; where it only comes back, it takes none. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

interface AcceptFormProps {
  /** Identifies the document and the finding. */
  readonly of: string;
  onAccept(reason: string): void;
}

/** Asks for the justification that suppressing a finding needs. */
export function AcceptForm({ of, onAccept }: AcceptFormProps) {
  const reason = useUnfinished(({ reasons }) => reasons[of]);
  const type = (typed: string) =>
    useUnfinished.setState(({ reasons }) => ({ reasons: { ...reasons, [of]: typed } }));
  const [isOpening, setOpening] = useState(false);
  const open = () => {
    setOpening(true);
    type('');
  };
  if (reason === undefined)
    return (
      <Button aria-expanded={false} onClick={open}>
        Suppress…
      </Button>
    );
  return (
    <ReasonForm
      reason={reason}
      takesFocus={isOpening}
      onType={type}
      onAccept={(given) => {
        discardReason(of);
        onAccept(given);
      }}
      onCancel={() => discardReason(of)}
    />
  );
}

interface ReasonFormProps {
  readonly reason: string;
  readonly takesFocus: boolean;
  onType(reason: string): void;
  onAccept(reason: string): void;
  onCancel(): void;
}

function ReasonForm({ reason, takesFocus, onType, onAccept, onCancel }: ReasonFormProps) {
  const id = useId();
  const give = () => {
    if (reason.trim() !== '') onAccept(reason.trim());
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      give();
    }
    // The panel stays open.
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  };
  return (
    <Stack row gap={2} mt={1}>
      <label htmlFor={id}>Justification</label>
      <Input
        grow={240}
        style={{ maxWidth: 480 }}
        id={id}
        ref={takesFocus ? focusOnce : undefined}
        value={reason}
        maxLength={REASON_LENGTH}
        autoComplete="off"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKey}
      />
      <Button variant="outlined" disabled={reason.trim() === ''} onClick={give}>
        Suppress finding
      </Button>
      <Button onClick={onCancel}>Cancel</Button>
    </Stack>
  );
}
