import { create } from 'zustand';
import type { FoundPolicy } from '../../policies/import/importReading.ts';
import { show } from '../store.ts';
import type { WorkerFailure } from '../workers/messages.ts';
import { askImport } from './importClient.ts';
import { namesOf } from './importText.ts';
import { keepFiles } from './intake.ts';

/** Files that are being read away from the page's own thread; nothing of them is imported before all is read. */
export interface LoadingFiles {
  readonly names: string;
  /** From 0 to 1; then the policies in them are looked for. */
  readonly progress: number;
  readonly failed?: WorkerFailure;
  /** Gives up. */
  cancel(): void;
}

export const useLoadingFiles = create<{ readonly loading: LoadingFiles | null }>()(() => ({ loading: null }));

/** Reads the policies of large files, shows how far it is, and can be canceled. */
export function openLarge(files: readonly File[]): void {
  useLoadingFiles.getState().loading?.cancel();
  const names = namesOf(files);
  const policies: FoundPolicy[] = [];
  const stop = askImport(
    { ask: 'files', files },
    (answer) => {
      if (answer.ask !== 'files') return;
      if ('progress' in answer) return tell({ progress: answer.progress });
      if ('policies' in answer) return void policies.push(...answer.policies);
      useLoadingFiles.setState({ loading: null });
      const { refusals, lineStarts } = answer;
      keepFiles({ names, reading: { policies, refusals }, lineStarts });
    },
    (failed) => tell({ failed }),
  );
  const cancel = () => {
    stop();
    useLoadingFiles.setState({ loading: null });
  };
  useLoadingFiles.setState({ loading: { names, progress: 0, cancel } });
  show({ dialog: 'import' });
}

function tell(change: Partial<LoadingFiles>): void {
  const { loading } = useLoadingFiles.getState();
  if (loading) useLoadingFiles.setState({ loading: { ...loading, ...change } });
}
