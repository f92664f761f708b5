import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { Icon } from './Icon.tsx';

const CONFIRM_MS = 2000;

type CopyState = 'ready' | 'copied' | 'failed';

const labels: Record<CopyState, string> = {
  ready: 'Copy',
  copied: 'Copied',
  failed: 'Couldn’t copy. Select the text and copy it manually',
};

/** A text, or what makes one that takes a while: the same function makes the same text. */
type CopiedText = string | (() => string);

/** What was copied: another text that the button has by now is not confirmed. */
interface LastCopy {
  readonly text: CopiedText;
  readonly state: Exclude<CopyState, 'ready'>;
}

interface CopyButtonProps {
  readonly text: CopiedText;
  /** What is copied, for screen readers. */
  readonly name: string;
  /** Whether it is for everybody to see. */
  readonly named?: boolean;
  readonly disabled?: boolean;
}

/** Copies a text and confirms in place. */
export function CopyButton({ text, name, named = false, disabled = false }: CopyButtonProps) {
  const [last, setLast] = useState<LastCopy>();
  useEffect(() => {
    if (!last) return;
    const timer = setTimeout(() => setLast(undefined), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [last]);
  const copy = () => {
    // Each copy is confirmed anew, also within the time of the one before.
    setLast(undefined);
    writeClipboard(typeof text === 'string' ? text : text()).then(
      () => setLast({ text, state: 'copied' }),
      () => setLast({ text, state: 'failed' }),
    );
  };
  const state = last?.text === text ? last.state : 'ready';
  return (
    <Button
      variant="outlined"
      disabled={disabled}
      onClick={copy}
      startIcon={<Icon name={state === 'copied' ? 'check' : 'copy'} />}
    >
      <span aria-live="polite">
        {labels[state]} <span className={named ? undefined : 'visually-hidden'}>{name}</span>
      </span>
    </Button>
  );
}

/** Pages served over plain http have no clipboard interface; that is a refusal like any other. */
async function writeClipboard(text: string): Promise<void> {
  if (!('clipboard' in navigator)) throw new Error('The clipboard is not available on this address.');
  await navigator.clipboard.writeText(text);
}
