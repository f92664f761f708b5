import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { flags } from './e2e/flags.ts';
import { findBrowser } from './scripts/browser.mjs';
import { findNginx } from './scripts/nginx.mjs';

const PORT = Number(process.env.E2E_PORT ?? 4199);

/** Not the root: the page must work below any path. */
const BASE = '/tools/policy-builder/';

const executablePath = await findBrowser();

/** What is rare, or held by a unit test as well, has the tag `@all`: it runs in `npm run test:all`, or with EXHAUSTIVE=1. */
const isAll = process.env['EXHAUSTIVE'] === '1';

/** Pictures are made where they are wanted, and in `npm run test:all`: other specs open everything that they show. */
const withPictures = isAll || process.env['UPDATE_PICTURES'] === '1';

// Playwright 1.58: since 1.60, each attempt of `expect` that does not hold yet describes the whole page for the case that it fails,
// which is a twentieth of the work of these tests.
export default defineConfig({
  testDir: 'e2e',
  testIgnore: [...(findNginx() ? [] : ['nginx.spec.ts']), ...(withPictures ? [] : ['screenshot.spec.ts'])],
  ...(isAll ? {} : { grepInvert: /@all/ }),
  outputDir: 'test-results/page',
  fullyParallel: true,
  // A page waits for a third of its time, for its own pauses and for answers: on two cores a fourth worker makes the run longer.
  workers: Math.ceil(availableParallelism() * 1.5),
  retries: 0,
  forbidOnly: true,
  // A busy machine is no failure: these end only what hangs.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/page.json' }]],
  use: {
    baseURL: `http://127.0.0.1:${PORT}${BASE}`,
    actionTimeout: 60_000,
    viewport: { width: 1440, height: 900 },
    // Each spec meets the page as it is served. Those about the worker allow it.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: flags,
    },
  },
  webServer: {
    command: `node scripts/serve.mjs ${PORT} ${BASE}`,
    url: `http://127.0.0.1:${PORT}${BASE}`,
    reuseExistingServer: false,
  },
});
