import { create } from 'zustand';
import { show } from '../store.ts';
import type { WorkerFailure } from '../workers/messages.ts';
import { askActivity } from './activityClient.ts';
import type { ActivitySource, ActivitySummary, AskedCalls } from './activityProtocol.ts';

/**
 * The events that are being looked at. Kept while the page lives, so that closing the dialog loses nothing; nothing of it is ever
 * stored, shared or exported, and the events themselves are in the worker alone.
 */
export interface Activity extends AskedCalls {
  readonly reading: number;
  readonly sources: readonly ActivitySource[];
  /** How much is read, from 0 to 1; then the calls are made of it. */
  readonly progress: number;
  readonly failed: WorkerFailure | null;
  readonly summary: ActivitySummary | null;
  /** Whose selection is shown; empty for the one that allows the most. */
  readonly persona: string;
  /** The role of the draft that the calls are replayed against; empty for the first. */
  readonly replayed: string;
}

const empty = {
  sources: [],
  progress: 0,
  failed: null,
  summary: null,
  caller: '',
  withServices: true,
  withDenied: false,
  persona: '',
  replayed: '',
} as const;

export const useActivity = create<Activity>()(() => ({ ...empty, reading: 0 }));

let cancelReading: (() => void) | undefined;

/** Reads events in place of those that are there. */
export function readEvents(sources: readonly ActivitySource[]): void {
  cancelReading?.();
  const reading = useActivity.getState().reading + 1;
  useActivity.setState({ ...empty, sources, reading });
  cancelReading = askActivity(
    { ask: 'read', reading, sources },
    (answer) => {
      if (answer.ask !== 'read') return;
      if ('progress' in answer) useActivity.setState({ progress: answer.progress });
      else finish(answer.summary);
    },
    (failed) => useActivity.setState({ failed }),
  );
}

function finish(summary: ActivitySummary): void {
  cancelReading = undefined;
  useActivity.setState({ summary, failed: null, progress: 1, caller: summary.roles[0]?.caller ?? '' });
}

/** Nothing of the events is left, also not in the worker. */
export function clearEvents(): void {
  cancelReading?.();
  cancelReading = undefined;
  useActivity.setState({ ...empty, reading: useActivity.getState().reading + 1 });
}

/** Files, or a text, go to where events are read. */
export function openEvents(sources: readonly ActivitySource[]): void {
  readEvents(sources);
  show({ dialog: 'activity' });
}

export const sourcesOfFiles = (files: readonly File[]): readonly ActivitySource[] =>
  files.map((file) => ({ name: file.webkitRelativePath || file.name, content: file }));
