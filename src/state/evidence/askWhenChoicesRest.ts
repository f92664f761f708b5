import { patternServices } from '../derived/derived.ts';
import type { SameBut } from '../derived/oncePerDraft.ts';
import { shownValues } from '../derived/shownValues.ts';
import { useStore } from '../store.ts';

/** How long the choices must rest before something is computed again, in milliseconds: longer than between two letters of one word. */
const REST_MS = 250;

/**
 * Asks now, and again when the choices rest after a change, which it reports at once. What has the same answer, as far as `isSame` says,
 * is not asked again. Gives a function that stops it.
 */
export function askWhenChoicesRest(ask: () => void, onChange: () => void, isSame: SameBut): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let services = patternServices();
  ask();
  const stop = useStore.subscribe((state, before) => {
    const hasSamePatterns = services === patternServices();
    if (
      hasSamePatterns &&
      state.ruleset === before.ruleset &&
      isSame(shownValues(state), shownValues(before))
    )
      return;
    services = patternServices();
    onChange();
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
