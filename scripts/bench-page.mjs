import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { distOf } from './bench/build.mjs';
import { paints, toggle, type } from './bench/inPage.mjs';
import { lighthouseRows } from './bench/lighthouse.mjs';
import { findBrowser } from './browser.mjs';
import { filesOf } from './files.mjs';
import { serve } from './serve.mjs';
import { root, stop } from './setup.mjs';

/*
 * Times what a user waits for, on the built page: its first paint, and from the click on a choice to the frame that shows the new
 * text. Then types a value that every document has, with each of the views open and all personas selected.
 *
 *   node scripts/bench-page.mjs [--against <commit>] [--quick]
 *
 * `--against` builds a commit and measures both pages in turns. On a machine that has other work, only figures of one run
 * can be compared; times of the page's processor count its own work alone. Lighthouse is printed where it is installed.
 */

const { values } = parseArgs({ options: { against: { type: 'string' }, quick: { type: 'boolean' } } });

const PORT = 4188;
const ROUNDS = values.quick ? 3 : 10;
const LOADS = values.quick ? 5 : 15;
const CLICKS = 50;
/** Fills the history, so that what grows after it would grow for ever. */
const WARM_UP = 220;
const KEYSTROKES = 20;
/** As often as memory is looked at again. */
const CHANGES = 1000;

if (!existsSync(`${root}dist/index.html`)) stop('There is no build: run npm run build first.');

const executablePath = await findBrowser();
const builds = [
  { name: 'this build', files: filesOf(`${root}dist`) },
  ...(values.against ? [{ name: values.against, files: filesOf(distOf(values.against)) }] : []),
];
const servers = await Promise.all(
  builds.map(({ files }, index) => serve({ port: PORT + index, files, compressed: true })),
);
const pages = builds.map(({ name }, index) => ({ name, address: `http://127.0.0.1:${PORT + index}/` }));
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--js-flags=--expose-gc'],
});

const quantile = (list, share) => {
  const value = list.toSorted((one, other) => one - other)[Math.floor(list.length * share)] ?? Number.NaN;
  return Math.round(value * 10) / 10;
};
const long = (tasks) => tasks.filter((duration) => duration > 50);
const longest = (tasks) => Math.round(Math.max(0, ...tasks));
const step = (page, number) => page.getByRole('button', { name: new RegExp(`^${number} `, 'i') }).first();

/** Both pages get the same choices, whatever examples they offer. */
const PERSONAS = 3;

async function select(page, count) {
  const boxes = page.locator('#step-who input[type="checkbox"]');
  await boxes.first().waitFor();
  const folded = page.locator('#step-who fieldset details:not([open]) > summary');
  while ((await folded.count()) > 0) await folded.first().click();
  for (const box of (await boxes.all()).slice(0, count)) await box.check();
}

print('First paint', await loading());
for (const slower of [1, 4]) print(`Choice to text, CPU ${slower}× slower`, await choosing(slower));
print('Typing a value, all personas selected', await typingInViews());
await browser.close();
const { rows, notRun } = await lighthouseRows(pages, executablePath, values.quick ? 1 : 5);
if (rows) print('Lighthouse, the best of several runs', rows);
else console.log(`\nLighthouse: not run: ${notRun}`);
for (const server of servers) server.close();

function print(title, rows) {
  console.log(`\n${title}`);
  console.table(rows);
}

async function open(address, slower = 1) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(address);
  return { page, session };
}

/** A page of its own for each load, in turns. */
async function loading() {
  const found = pages.map(() => ({ 1: [], 4: [], tasks: [] }));
  for (let load = 0; load < LOADS; load += 1)
    for (const slower of [1, 4])
      for (const [index, { address }] of pages.entries()) {
        const { page } = await open(address, slower);
        await page.waitForLoadState('networkidle');
        const { paint, tasks } = await page.evaluate(paints);
        found[index][slower].push(paint);
        if (slower === 1) found[index].tasks.push(...tasks);
        await page.close();
      }
  return pages.map(({ name }, index) => ({
    page: name,
    loads: LOADS,
    'first paint (ms)': quantile(found[index][1], 0.5),
    'first paint, 4× slower (ms)': quantile(found[index][4], 0.5),
    'tasks over 50 ms per load': long(found[index].tasks).length / LOADS,
  }));
}

async function prepare({ address }, slower) {
  const { page, session } = await open(address, slower);
  await select(page, PERSONAS);
  await page.locator('.policy-editor .view-line').first().waitFor();
  await step(page, 2).click();
  await page.locator('#build input[type="checkbox"]').first().waitFor();
  await page.evaluate(toggle, WARM_UP);
  return { page, session, before: await heap(session), texts: [], findings: [], tasks: [], cpu: 0 };
}

/** One page each, which are clicked in turns. */
async function choosing(slower) {
  const runs = [];
  for (const page of pages) runs.push(await prepare(page, slower));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const run of round % 2 ? runs.toReversed() : runs) {
      const before = await cpuTime(run.session);
      const { texts, findings, tasks } = await run.page.evaluate(toggle, CLICKS);
      run.cpu += (await cpuTime(run.session)) - before;
      run.texts.push(...texts);
      run.findings.push(...findings);
      run.tasks.push(...tasks);
    }
  const rows = [];
  for (const [index, { page, session, before, texts, findings, tasks, cpu }] of runs.entries()) {
    if (slower === 1 && !values.quick) await page.evaluate(toggle, CHANGES - ROUNDS * CLICKS);
    rows.push({
      page: pages[index].name,
      clicks: texts.length,
      'choice → text p50 (ms)': quantile(texts, 0.5),
      'p95 (ms)': quantile(texts, 0.95),
      'processor per choice (ms)': Math.round((cpu / texts.length) * 10) / 10,
      '→ findings p50 (ms)': quantile(findings, 0.5),
      'tasks over 50 ms': long(tasks).length,
      'longest (ms)': longest(tasks),
      'heap before (MB)': before,
      'heap after (MB)': await heap(session),
    });
    await page.close();
  }
  return rows;
}

/** How long a keystroke takes to its frame while a view follows the policy, with the tests open below it. */
async function typingInViews() {
  const rows = [];
  for (const [view, name] of [
    ['Policy', /^Policy$/],
    ['Compare', /^(Compare|Changes)$/],
    ['Explain', /^Explain$/],
    ['Access', /^Access$/],
  ])
    for (const page of pages) rows.push({ view, ...(await typing(page, name)) });
  return rows;
}

async function typing({ name, address }, view) {
  const { page, session } = await open(address);
  await select(page);
  await step(page, 3).click();
  const field = page.getByLabel('Account ID').first();
  await field.fill('111122223333');
  await page.getByRole('tab', { name: /^(Tests|Proofs)/ }).click();
  await page.getByRole('tab', { name: view }).click();
  await page.waitForLoadState('networkidle');
  await field.evaluate(type, 3);
  const before = await cpuTime(session);
  const { frames, tasks } = await field.evaluate(type, KEYSTROKES);
  const cpu = (await cpuTime(session)) - before;
  const memory = await heap(session);
  await page.close();
  return {
    page: name,
    keystrokes: frames.length,
    'to the frame p50 (ms)': quantile(frames, 0.5),
    'p95 (ms)': quantile(frames, 0.95),
    'processor per keystroke (ms)': Math.round((cpu / frames.length) * 10) / 10,
    'tasks over 50 ms': long(tasks).length,
    'longest (ms)': longest(tasks),
    'heap (MB)': memory,
  };
}

/** What the page's own thread has worked, in milliseconds: other work on the machine does not count. */
async function cpuTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1e5) / 10;
}
