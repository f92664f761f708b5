import type { Turn } from '../workers/serve.ts';

/** How long an answer may take until others have their turn, in milliseconds. */
const SLICE_MS = 8;

/** Every item, with a turn for others whenever computing them has taken a while. */
export async function inTurns<Item>(items: Iterable<Item>, turn: Turn): Promise<readonly Item[]> {
  const found: Item[] = [];
  let from = performance.now();
  for (const item of items) {
    found.push(item);
    if (performance.now() - from < SLICE_MS) continue;
    await turn();
    from = performance.now();
  }
  return found;
}
