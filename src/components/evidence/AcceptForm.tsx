import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { type KeyboardEvent, useId, useState } from 'react';
import { control } from '../common/control.ts';

const Form = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8, marginTop: 4 });
const Field = styled('input')({ ...control, flex: '1 1 240px', maxWidth: 480 });

const REASON_LENGTH = 500;

/** The field takes the focus of the button that it replaces. */
const focusOnce = (field: HTMLInputElement | null) => field?.focus();

/** Takes the reason for which a finding is left as it is; there is no accepting without one. */
export function AcceptForm({ onAccept }: { onAccept(reason: string): void }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const give = () => reason.trim() !== '' && onAccept(reason.trim());
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      give();
    }
    if (event.key === 'Escape') setOpen(false);
  };
  if (!open) return <Button onClick={() => setOpen(true)}>Accept with a reason…</Button>;
  return (
    <Form>
      <label htmlFor={id}>Reason</label>
      <Field
        id={id}
        ref={focusOnce}
        value={reason}
        maxLength={REASON_LENGTH}
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKey}
      />
      <Button variant="outlined" disabled={reason.trim() === ''} onClick={give}>
        Accept
      </Button>
      <Button onClick={() => setOpen(false)}>Cancel</Button>
    </Form>
  );
}
