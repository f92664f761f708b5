import type { SameBut } from '../derived/oncePerDraft.ts';
import { shownValues } from '../derived/shownValues.ts';
import { useStore } from '../store.ts';

/** How long the choices must rest at least before something is computed again, in milliseconds: typing goes first. */
const REST_MS = 150;

/**
 * To ask, what is asked of is composed and posted by the page's thread: that is as good as nothing for a few roles, and with everything
 * selected it would take much of the time between two letters. The choices rest this many times as long as asking last took.
 */
const REST_PER_ASKING = 4;
const LONGEST_REST_MS = 1000;

/**
 * Asks now, and again when the choices rest after a change, which it reports at once. What has the same answer, as far as `isSame` says,
 * is not asked again. Gives a function that stops it.
 */
export function askWhenChoicesRest(ask: () => void, onChange: () => void, isSame: SameBut): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rest = REST_MS;
  const askNow = () => {
    const start = performance.now();
    ask();
    rest = Math.min(LONGEST_REST_MS, Math.max(REST_MS, REST_PER_ASKING * (performance.now() - start)));
  };
  askNow();
  const stop = useStore.subscribe((state, before) => {
    if (state.ruleset === before.ruleset && isSame(shownValues(state), shownValues(before))) return;
    onChange();
    clearTimeout(timer);
    timer = setTimeout(askNow, rest);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
