import Button from '@mui/material/Button';
import { reloadKept } from '../../state/storage/autosave.ts';
import { useEditorWorker } from '../../state/workers/editorWorker.ts';
import type { WorkerFailure } from '../../state/workers/messages.ts';
import { Note } from '../common/Note.tsx';

const didNotStart =
  'Changed lines are not marked: the part of the editor that compares lines did not start. Both texts are complete.';

const notCompared: Readonly<Record<WorkerFailure, string>> = {
  notStarted: didNotStart,
  noData: didNotStart,
  stopped:
    'Changed lines may not be marked: the part of the editor that compares lines has ended. Both texts are complete.',
  silent:
    'Changed lines may not be marked: the part of the editor that compares lines has not answered for 20 seconds. Both texts are complete.',
};

/** Says so where the editor cannot mark what differs between two texts. */
export function LineComparison() {
  const failure = useEditorWorker((state) => state.failure);
  return failure === null ? null : (
    <Note tone="warning" px={4} py={1} role="alert">
      {notCompared[failure]} <Button onClick={reloadKept}>Reload</Button>
    </Note>
  );
}
