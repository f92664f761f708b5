import Button from '@mui/material/Button';
import { useLoadingFiles } from '../../state/import/openLarge.ts';
import { Note } from '../common/Note.tsx';
import { notRead } from './importWords.ts';

/** How far the reading of large files is, with a way to give up. */
export function LoadingFiles() {
  const loading = useLoadingFiles((state) => state.loading);
  if (!loading) return null;
  const { names, progress, failed, cancel } = loading;
  const step =
    progress < 1 ? `Reading ${names}: ${Math.floor(progress * 100)}%` : `Looking for policies in ${names}`;
  return (
    <Note mb={2} role="group" aria-label="Files being read">
      {failed ? notRead[failed] : `${step}…`} {!failed && <progress value={progress} aria-label={names} />}{' '}
      <Button onClick={cancel}>Cancel</Button>
    </Note>
  );
}
