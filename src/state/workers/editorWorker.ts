import { create } from 'zustand';
import type { WorkerFailure } from './messages.ts';

/** The editor's own worker, which compares the lines of two texts: why it gives no answers, or `null`. */
export const useEditorWorker = create<{ readonly failure: WorkerFailure | null }>()(() => ({
  failure: null,
}));
