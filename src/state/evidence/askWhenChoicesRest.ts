import type { SameBut } from '../derived/oncePerDraft.ts';
import { shownValues } from '../derived/shownValues.ts';
import { useStore } from '../store.ts';

/** How long the choices must rest before something is computed again, in milliseconds: typing goes first. */
const REST_MS = 150;

/**
 * Asks now, and again when the choices rest after a change, of which it tells at once. What has the same answer, as far as `isSame` says,
 * is not asked again. Gives a function that stops it.
 */
export function askWhenChoicesRest(ask: () => void, onChange: () => void, isSame: SameBut): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  ask();
  const stop = useStore.subscribe((state, before) => {
    if (state.ruleset === before.ruleset && isSame(shownValues(state), shownValues(before))) return;
    onChange();
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
