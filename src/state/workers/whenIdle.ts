/** Long for a page that is idle, short for someone who waits for it. */
const AT_THE_LATEST_MS = 1000;

/** Runs when the page's thread has nothing else to do. WebKit has no idle time: soon, there. */
export function whenIdle(run: () => void, atTheLatest = AT_THE_LATEST_MS): void {
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: atTheLatest });
  else setTimeout(run, 0);
}
