import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run, stop } from './setup.mjs';

const places = [
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
  const { chromium } = await import('@playwright/test');
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : undefined;
}

/** The browser's path; where there is none it is installed, by Playwright or by the distribution. */
export async function ensureBrowser() {
  const found = await findBrowser();
  if (found) return found;
  if (process.env.CHROMIUM_PATH)
    stop(`CHROMIUM_PATH names ${process.env.CHROMIUM_PATH}, which does not exist.`);
  console.log('Installing a browser for the tests…');
  for (const install of [byPlaywright, byDistribution]) {
    install();
    const installed = await findBrowser();
    if (installed) return installed;
  }
  return stop(
    'The tests need Chromium, which could not be installed: install it and set CHROMIUM_PATH to its program.',
  );
}

function byPlaywright() {
  run('npx', ['playwright', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
}

function byDistribution() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
  run('apt-get', ['update', '-qq'], { stdio: 'ignore' });
  run('apt-get', ['install', '-y', '-qq', 'chromium'], { stdio: 'ignore' });
}
