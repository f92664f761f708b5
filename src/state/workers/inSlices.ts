import { nextTask } from './nextTask.ts';

/** Long work on the page's thread, in slices between which the page can draw and answer. */

/** Half a frame: the rest is for what the page does besides. */
const SLICE_MS = 8;

export interface Slicing {
  /** Gives up between two slices. */
  readonly signal?: AbortSignal;
  /** Called after each slice with how many are done. */
  onProgress?(done: number): void;
}

/** What `work` gives for each item, in their order; nothing when it was given up. */
export async function inSlices<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
  { signal, onProgress }: Slicing = {},
): Promise<readonly Result[] | undefined> {
  const results: Result[] = [];
  let start = performance.now();
  for (const item of items) {
    if (performance.now() - start >= SLICE_MS) {
      onProgress?.(results.length);
      await nextTask();
      start = performance.now();
    }
    if (signal?.aborted) return undefined;
    results.push(work(item));
  }
  return results;
}
