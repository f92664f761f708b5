import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

/** With the packages that it brings, 186 MB: the person who wants its figures installs it for a while. */
const HOW = 'npm install --no-save lighthouse, or LIGHTHOUSE=folder with it in node_modules';

/** The functions of the package where it is installed: here, or in the folder that LIGHTHOUSE names. */
async function find() {
  const folder = process.env.LIGHTHOUSE;
  const require = createRequire(folder ? pathToFileURL(`${folder}/package.json`) : import.meta.url);
  try {
    return await import(pathToFileURL(require.resolve('lighthouse')).href);
  } catch {
    return undefined;
  }
}

const PORT = 4198;
const shown = [
  ['first-contentful-paint', 'first paint (ms)'],
  ['largest-contentful-paint', 'largest paint (ms)'],
  ['total-blocking-time', 'blocking (ms)'],
  ['cumulative-layout-shift', 'shift'],
];

const scoreOf = ({ lhr }) => Math.round(lhr.categories.performance.score * 100);

/** The best of several runs for each page and device, since other work on the machine only makes it slower. Nothing where it is not installed. */
export async function lighthouseRows(pages, executablePath, runs) {
  const found = await find();
  if (!found) return { notRun: HOW };
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', `--remote-debugging-port=${PORT}`],
  });
  const audit = (address, config) =>
    found.default(address, { port: PORT, onlyCategories: ['performance'], logLevel: 'silent' }, config);
  const rows = [];
  for (const [device, config] of [
    ['desktop', found.desktopConfig],
    ['phone', undefined],
  ]) {
    const results = pages.map(() => []);
    for (let run = 0; run < runs; run += 1)
      for (const [index, { address }] of pages.entries()) results[index].push(await audit(address, config));
    for (const [index, { name }] of pages.entries()) {
      const [best] = results[index].toSorted((one, other) => scoreOf(other) - scoreOf(one));
      const audits = shown.map(([id, title]) => [
        title,
        Math.round(best.lhr.audits[id].numericValue * 100) / 100,
      ]);
      rows.push({ device, page: name, score: scoreOf(best), ...Object.fromEntries(audits) });
    }
  }
  await browser.close();
  return { rows };
}
