import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root, stop } from './setup.mjs';

/* Times what a user waits for, on the built page: from the click on a choice to the frame that shows the new text. */

const PORT = 4188;
const UPDATES = 500;
/** Fills the history, so that what grows after it would grow for ever. */
const WARM_UP = 220;

if (!existsSync(`${root}dist/index.html`)) stop('There is no build: run npm run build first.');

const server = await serve({ port: PORT });
const executablePath = await findBrowser();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
});

const rows = [];
for (const slower of [1, 4]) rows.push(await measure(slower));
console.table(rows);
await browser.close();
server.close();

async function measure(slower) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  const paint = await page.evaluate(
    () =>
      new Promise((resolve) => {
        new PerformanceObserver((list) =>
          resolve(list.getEntriesByName('first-contentful-paint')[0]?.startTime),
        ).observe({
          type: 'paint',
          buffered: true,
        });
      }),
  );
  await page.getByRole('button', { name: 'Fill with example values' }).click();
  await page.locator('.policy-editor .view-line').first().waitFor();
  await page.getByRole('button', { name: /^2 What/i }).click();
  await page.locator('#step-what input[type="checkbox"]').first().waitFor();
  await page.evaluate(toggle, WARM_UP);
  const before = await heap(session);
  const times = (await page.evaluate(toggle, UPDATES)).sort((one, other) => one - other);
  const after = await heap(session);
  await page.close();
  const at = (share) => Math.round((times[Math.floor(times.length * share)] ?? Number.NaN) * 10) / 10;
  return {
    CPU: `${slower}× slower`,
    updates: times.length,
    'choice → text p50 (ms)': at(0.5),
    'p95 (ms)': at(0.95),
    'first paint (ms)': Math.round(paint),
    'heap before (MB)': before,
    'heap after (MB)': after,
  };
}

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e5) / 10;
}

/** Runs in the page. The text is there when the editor's lines have changed; the frame after that shows it. */
async function toggle(count) {
  const boxes = [...document.querySelectorAll('#build input[type="checkbox"]')].slice(0, 1);
  const lines = document.querySelector('.policy-editor .view-lines');
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const times = [];
  for (let index = 0; index < count; index += 1) {
    const changed = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(lines, { childList: true, subtree: true, characterData: true, attributes: true });
    });
    const start = performance.now();
    boxes[index % boxes.length].click();
    await changed;
    await frame();
    times.push(performance.now() - start);
    await frame();
  }
  return times;
}
