import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import { Component, type ReactNode } from 'react';
import { autosaveKey } from '../../state/autosave.ts';

const Screen = styled('main')({ maxWidth: '68ch', padding: 24 });
const Actions = styled('div')({ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 16 });

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
      <Screen>
        <h1>The page stopped at a mistake of its own</h1>
        <p>The draft is kept in this browser. Reload to go on, or start with an empty draft.</p>
        <p>
          What went wrong: <code>{error}</code>
        </p>
        <Actions>
          <Button variant="contained" onClick={() => location.reload()}>
            Reload
          </Button>
          <Button variant="outlined" onClick={startEmpty}>
            Keep the draft and start empty
          </Button>
          <Button onClick={() => void copyDraft()}>Copy the saved draft</Button>
        </Actions>
      </Screen>
    );
  }
}

function startEmpty(): void {
  location.hash = 'new';
  location.reload();
}

async function copyDraft(): Promise<void> {
  await navigator.clipboard.writeText(localStorage.getItem(autosaveKey()) ?? '');
}
