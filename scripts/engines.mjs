import { existsSync, readdirSync } from 'node:fs';

/* Firefox and WebKit, in which the smoke tasks run besides Chromium. */

const firefoxes = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];
const webKitDrivers = ['/usr/bin/WebKitWebDriver', '/usr/local/bin/WebKitWebDriver'];
const libraries = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/libexec'];
const screens = ['/usr/bin/Xvfb', '/usr/local/bin/Xvfb'];

const firstThere = (places) => places.find((place) => existsSync(place));

/** Firefox's program: the one that FIREFOX_PATH names, or a system one; else nothing. */
export const findFirefox = () =>
  firstThere(process.env.FIREFOX_PATH ? [process.env.FIREFOX_PATH] : firefoxes);

/** The programs that WebKitGTK needs, its driver, its small browser and a screen; nothing when one of them is missing. */
export function findWebKit() {
  const driver = firstThere(webKitDrivers);
  const browser = firstThere(libraries.filter((folder) => existsSync(folder)).flatMap(miniBrowsers));
  const screen = firstThere(screens);
  return driver && browser && screen ? { driver, browser, screen } : undefined;
}

const miniBrowsers = (folder) =>
  readdirSync(folder)
    .filter((name) => /^webkit2?gtk-/.test(name))
    .map((name) => `${folder}/${name}/MiniBrowser`);

const missing = () => [
  ...(findFirefox() ? [] : [{ engine: 'Firefox', packages: ['firefox-esr'] }]),
  ...(findWebKit() ? [] : [{ engine: 'WebKit', packages: ['webkit2gtk-driver', 'xvfb'] }]),
];

/** A sentence for each engine that is not here, so that its smoke tasks do not run. */
export const enginesNotRun = () =>
  missing().map(({ engine, packages }) => `not run: ${engine} (needs ${packages.join(' and ')})`);

/** What to wish for so that every engine is here. */
export const engineWishes = () => missing().flatMap(({ packages }) => packages.map((name) => [name]));
