import Button from '@mui/material/Button';
import { saveAndReload } from '../../state/storage/autosave.ts';
import { useEditorWorker } from '../../state/workers/editorWorker.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { Note } from '../common/Note.tsx';

const didNotStart =
  'Changed lines aren’t highlighted: couldn’t start the line comparison. Both texts are complete.';

const notCompared: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped: 'Changed lines might not be highlighted: the line comparison stopped. Both texts are complete.',
  silent:
    'Changed lines might not be highlighted: no response from the line comparison for 20 seconds. Both texts are complete.',
};

/** Says so where the editor cannot mark what differs between two texts. */
export function LineComparison() {
  const failure = useEditorWorker((state) => state.failure);
  return failure === null ? null : (
    <Note tone="warning" px={4} py={1} role="alert">
      {notCompared[failure]} <Button onClick={saveAndReload}>Reload page</Button>
    </Note>
  );
}
