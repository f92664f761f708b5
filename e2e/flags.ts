/**
 * What Chromium is started with: no sandbox in containers, no request of its own, and little work beside the page's. Most
 * scripts of a test run once, so that to optimize them takes longer than they do; pages that were left, moving transitions and
 * a process for drawing cost as much as some tests.
 */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-back-forward-cache',
  '--force-prefers-reduced-motion',
  '--js-flags=--no-opt --no-maglev',
  '--no-first-run',
];
