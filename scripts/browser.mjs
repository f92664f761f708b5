import { existsSync } from 'node:fs';
import { run, stop } from './setup.mjs';

/** Without the windows that nobody sees, a test takes half the time. */
const headlessShell = '/usr/bin/chromium-headless-shell';

const places = [
  headlessShell,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** A Chromium that is there: the one that CHROMIUM_PATH names, a system one, or Playwright's own; else nothing. */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? named : undefined;
  const system = places.find((place) => existsSync(place));
  if (system) return system;
  // Before the first installation there is no Playwright yet.
  const playwright = await import('@playwright/test').catch(() => undefined);
  const own = playwright?.chromium.executablePath();
  return own !== undefined && existsSync(own) ? own : undefined;
}

/** What to wish for so that there is a Chromium, and a quick one: in each wish names that do, the best first. */
export const browserWishes = () =>
  process.env.CHROMIUM_PATH || existsSync(headlessShell) ? [] : [['chromium-headless-shell', 'chromium']];

/** The browser's path, once the distribution's packages are there; where there is still none, Playwright fetches its own. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.env.CHROMIUM_PATH)
    stop(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  console.log('Fetching a Chromium for the tests…');
  run('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
  return (
    (await findBrowser()) ??
    stop(
      'The tests need Chromium, which could not be installed: install it and set CHROMIUM_PATH to its program.',
    )
  );
}
