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

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for screen readers. */
  readonly name: string;
  /** Whether it is for everybody to see. */
  readonly named?: boolean;
  readonly disabled?: boolean;
}

/** Copies a text and confirms in place. */
export function CopyButton({ text, name, named = false, disabled = false }: CopyButtonProps) {
  const [state, setState] = useState<CopyState>('ready');
  useEffect(() => {
    if (state === 'ready') return;
    const timer = setTimeout(() => setState('ready'), CONFIRM_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = () => {
    writeClipboard(text).then(
      () => setState('copied'),
      () => setState('failed'),
    );
  };
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
