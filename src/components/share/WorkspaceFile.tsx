import { countWithNoun } from '../../policies/language/counts.ts';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { openWorkspaceFile, saveWorkspace } from '../../state/share/workspaceFile.ts';
import { useStore } from '../../state/store.ts';
import { Icon } from '../common/Icon.tsx';
import { Note } from '../common/Note.tsx';
import { OpenFiles } from '../common/OpenFiles.tsx';
import { Stack } from '../common/Stack.tsx';

interface WorkspaceFileProps {
  readonly placeholders: boolean;
  onOpened(): void;
}

/** Saves the draft with its snapshots as a file, and opens such a file. */
export function WorkspaceFile({ placeholders, onOpened }: WorkspaceFileProps) {
  const snapshots = useStore((state) => state.snapshots.length);
  const [refusal, setRefusal] = useState('');
  const open = async (file: File) => {
    const problem = await openWorkspaceFile(file);
    if (problem === undefined) onOpened();
    else setRefusal(problem);
  };
  return (
    <>
      <Note tone="plain" mb={2}>
        {contentOf(snapshots, placeholders)} When you open a file, your own set is saved as a snapshot.
      </Note>
      <Stack row gap={2}>
        <Button
          variant="outlined"
          startIcon={<Icon name="download" />}
          onClick={() => void saveWorkspace(placeholders)}
        >
          Save as file
        </Button>
        <OpenFiles
          label="Open file…"
          fieldLabel="Saved draft"
          accept=".json,application/json"
          onFiles={([file]) => file && void open(file)}
        />
      </Stack>
      <div role="alert">
        {refusal !== '' && (
          <Note tone="error" mt={2}>
            {refusal}
          </Note>
        )}
      </div>
    </>
  );
}

function contentOf(snapshots: number, placeholders: boolean): string {
  if (snapshots === 0) return 'Contains the draft, of any size.';
  const points = countWithNoun(snapshots, 'snapshot', 'snapshots');
  if (!placeholders) return `Contains the draft and ${points}, of any size.`;
  return `Contains the draft and ${points}, of any size. Identifiers are also replaced in snapshots, whose names become Snapshot 1, Snapshot 2, and so on.`;
}
