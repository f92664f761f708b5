import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findBrowser } from './browser.mjs';
import { serve } from './serve.mjs';
import { root, stop } from './setup.mjs';

/*
 * Times what a user waits for, on the built page: from the click on a choice to the frame that shows the new text, and to
 * the moment when its findings are there. Then types a value that every document has, with each of the views open and all
 * personas chosen.
 */

const PORT = 4188;
const UPDATES = 500;
const KEYSTROKES = 40;
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
const typed = [];
for (const view of ['Policy', 'Changes', 'Explain', 'Access']) typed.push(await typing(view));
console.table(typed);
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
  const { texts, findings, longTasks } = await page.evaluate(toggle, UPDATES);
  const after = await heap(session);
  await page.close();
  const at = (list, share) =>
    Math.round(
      (list.toSorted((one, other) => one - other)[Math.floor(list.length * share)] ?? Number.NaN) * 10,
    ) / 10;
  return {
    CPU: `${slower}× slower`,
    updates: texts.length,
    'choice → text p50 (ms)': at(texts, 0.5),
    'p95 (ms)': at(texts, 0.95),
    '→ findings p50 (ms)': at(findings, 0.5),
    'findings p95 (ms)': at(findings, 0.95),
    'tasks over 50 ms': longTasks,
    'first paint (ms)': Math.round(paint),
    'heap before (MB)': before,
    'heap after (MB)': after,
  };
}

/** How long a keystroke takes to its frame while a view follows the policy, with the proofs open below it. */
async function typing(view) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  for (const box of await page.locator('#step-who input[type="checkbox"]').all()) await box.check();
  await page.getByRole('button', { name: 'Fill with example values' }).click();
  await page.getByRole('button', { name: /^3 Where/i }).click();
  await page.getByLabel('Account ID').first().waitFor();
  await page.getByRole('tab', { name: /^Proofs/ }).click();
  if (view !== 'Policy') await page.getByRole('tab', { name: view, exact: true }).click();
  await page.waitForLoadState('networkidle');
  const field = page.getByLabel('Account ID').first();
  const { frames, tasks } = await field.evaluate(type, KEYSTROKES);
  await page.close();
  const sorted = frames.toSorted((one, other) => one - other);
  return {
    view: view === 'Policy' ? 'Policy, with proofs' : view,
    keystrokes: frames.length,
    'to the frame p50 (ms)': Math.round(sorted[Math.floor(frames.length / 2)]),
    'p95 (ms)': Math.round(sorted[Math.floor(frames.length * 0.95)]),
    'tasks over 50 ms': tasks.length,
    'longest task (ms)': Math.round(Math.max(0, ...tasks)),
  };
}

/** Runs in the page: changes the last digit, waits for the frame, and rests as somebody who types does. */
async function type(field, count) {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  const rest = () => new Promise((resolve) => setTimeout(resolve, 200));
  const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const start = field.value.slice(0, -1);
  const [frames, tasks] = [[], []];
  const watch = new PerformanceObserver((list) =>
    tasks.push(...list.getEntries().map((entry) => entry.duration)),
  );
  watch.observe({ type: 'longtask' });
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    set.call(field, `${start}${index % 10}`);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await frame();
    frames.push(performance.now() - before);
    await rest();
  }
  watch.disconnect();
  return { frames, tasks };
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
  const panel = document.querySelector('section[aria-label="Findings"]');
  const checked = () =>
    new Promise((resolve) => {
      if (panel.getAttribute('aria-busy') === 'false') return resolve();
      const observer = new MutationObserver(() => {
        if (panel.getAttribute('aria-busy') !== 'false') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(panel, { attributes: true });
    });
  let longTasks = 0;
  const watch = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  watch.observe({ type: 'longtask' });
  const texts = [];
  const findings = [];
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
    texts.push(performance.now() - start);
    await checked();
    findings.push(performance.now() - start);
    await frame();
  }
  watch.disconnect();
  return { texts, findings, longTasks };
}
