import { test as base, type Page } from '@playwright/test';
import { serverAnswers } from './answers.ts';

/**
 * One page for all tests of a worker, as empty before each as a new one. A new page compiles three megabytes of scripts,
 * which is half of the work of most tests. A test that fails ends its worker, and with it the page.
 *
 * Tests about what the browser stores, with scripts of their own before the page's, or of several tabs need new pages: they
 * import `test` from Playwright.
 */
export const test = base.extend<{ page: Page }, { openPage: Page }>({
  openPage: [
    async ({ browser }, use, { project }) => {
      const { viewport, permissions, serviceWorkers, baseURL, actionTimeout } = project.use;
      const context = await browser.newContext({
        ...(viewport === undefined ? {} : { viewport }),
        ...(permissions && { permissions }),
        ...(serviceWorkers && { serviceWorkers }),
        ...(baseURL === undefined ? {} : { baseURL }),
      });
      context.setDefaultTimeout(actionTimeout ?? 0);
      await context.addInitScript(recordInput);
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ openPage, viewport }, use, info) => {
    await openPage.setViewportSize(viewport ?? { width: 1440, height: 900 });
    await use(openPage);
    if (info.status !== info.expectedStatus)
      await info.attach('keys, clicks and focus', {
        body: await lastInput(openPage),
        contentType: 'text/plain',
      });
    await empty(openPage);
  },
});

const lastInput = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const records: unknown = Reflect.get(globalThis, 'inputRecords');
    const now = `now: ${document.activeElement?.outerHTML.slice(0, 300)}`;
    return [...(Array.isArray(records) ? records.slice(-40) : []), now].join('\n');
  });

/** Keys, clicks and where the focus went, for a test that fails: where one of them is lost, nothing else shows it. */
function recordInput(): void {
  const records: string[] = [];
  Object.assign(globalThis, { inputRecords: records });
  const record = ({ type, target }: Event, what = '') => {
    const own = target instanceof Element ? target.cloneNode() : undefined;
    const at = own instanceof Element ? own.outerHTML : target?.constructor.name;
    records.push(`${Math.round(performance.now())} ms ${type}${what} ${at}`);
  };
  for (const type of ['focusin', 'focusout', 'click', 'blur'])
    addEventListener(type, (event) => record(event), { capture: true });
  addEventListener('keydown', (event) => record(event, ` ${event.key}`), { capture: true });
}

async function empty(page: Page): Promise<void> {
  await page.unrouteAll();
  await serverAnswers(page);
  page.removeAllListeners();
  await page.evaluate(() => {
    sessionStorage.clear();
    // What the page stores while it is left is of a draft that is over.
    Storage.prototype.setItem = () => undefined;
  });
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  await devtools.detach();
  await page.emulateMedia({ media: null, colorScheme: null, reducedMotion: null });
}
