import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Component, type ReactNode } from 'react';
import { startEmpty } from '../state/storage/autosave.ts';
import { storedWork } from '../state/storage/storedWork.ts';
import { useSaving } from '../state/storage/saving.ts';
import { noStamp } from '../state/storage/stamp.ts';
import { Stack } from '../components/common/Stack.tsx';

const Whole = styled('main')({ maxWidth: '68ch', padding: 24 });

interface ErrorScreenState {
  readonly error: string | null;
}

/** A mistake of the page's own: says so, keeps the draft, and offers ways on. */
export class ErrorScreen extends Component<{ readonly children: ReactNode }, ErrorScreenState> {
  override state: ErrorScreenState = { error: null };

  static getDerivedStateFromError(error: unknown): ErrorScreenState {
    return { error: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Whole>
        <h1>Something went wrong</h1>
        <p>
          {isSaved()
            ? 'Your draft is saved in this browser.'
            : 'Your last changes are not saved in this browser. Copy your draft before you continue.'}{' '}
          Reload the page to continue, or start a new draft.
        </p>
        <p>
          Details: <code>{error}</code>
        </p>
        <Stack row gap={2} mt={4}>
          <Button variant="contained" onClick={() => location.reload()}>
            Reload page
          </Button>
          <Button variant="outlined" onClick={startEmpty}>
            Save this draft and start a new one
          </Button>
          <Button onClick={() => void copyDraft()}>Copy draft</Button>
        </Stack>
      </Whole>
    );
  }
}

const isSaved = (): boolean => useSaving.getState().saving.state === 'saved';

async function copyDraft(): Promise<void> {
  await navigator.clipboard.writeText(storedWork().write(noStamp));
}
