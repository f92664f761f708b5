import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serveWithNginx } from '../scripts/nginx.mjs';
import { choosePersona, editorText, fillExamples } from './page.ts';

/** hosting/nginx.conf, run. Where there is no nginx, playwright.config.ts leaves this file out. */

let nginx: Awaited<ReturnType<typeof serveWithNginx>>;

test.beforeAll(async () => {
  nginx = await serveWithNginx(fileURLToPath(new URL('../dist', import.meta.url)));
});

test.afterAll(() => nginx.close());

test.use({ serviceWorkers: 'allow' });

const places = ['/', '/tools/policy-builder/'] as const;

/** What the page complains of or asks other hosts for; workers and the service worker included. */
async function complaintsOf(page: Page, origin: string): Promise<readonly string[]> {
  const complaints: string[] = [];
  page.context().on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy|Trusted/i.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['blob:', 'data:'].includes(url.protocol)) complaints.push(request.url());
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`${event.violatedDirective} ${event.blockedURI}`),
    );
  });
  return complaints;
}

for (const place of places) {
  test(`nginx serves the page at ${place}: every part works under its headers`, async ({ page }) => {
    const complaints = await complaintsOf(page, nginx.url);
    await page.goto(nginx.url + place);
    await choosePersona(page, 'Data scientist');
    await fillExamples(page);
    expect(await editorText(page)).toContain('"Version": "2012-10-17"');
    await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText(
      /from 1\d\d checks/,
    );
    await page.getByRole('tab', { name: /^Tests/ }).click();
    await expect(page.getByRole('tab', { name: /^Tests/ })).toContainText(/\d+ passed/);
    await page.getByRole('tab', { name: 'Changes' }).click();
    await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(nginx.url + place);
    await page.reload();
    expect(await editorText(page)).toContain('"Version": "2012-10-17"');
    expect(complaints).toEqual([]);
  });

  test(`nginx sends the headers at ${place}`, async ({ request }) => {
    const get = async (name: string) => {
      const response = await request.get(nginx.url + place + name);
      return { status: response.status(), headers: response.headers(), text: await response.text() };
    };
    const page = await get('');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(page.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(page.headers['permissions-policy']).toContain('camera=()');
    for (const name of ['sw.js', 'manifest.json', 'scheme.js', 'catalog/s3.json']) {
      const { status, headers } = await get(name);
      expect([name, status, headers['cache-control']]).toEqual([name, 200, 'no-cache']);
    }
    const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(page.text) ?? [];
    const asset = await get(script);
    expect(asset.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'gzip',
      'content-type': expect.stringContaining('javascript'),
    });
    const gone = await get('assets/gone-0000.js');
    expect([gone.status, gone.headers['cache-control']]).toEqual([404, undefined]);
    expect(gone.headers['x-content-type-options']).toBe('nosniff');
    expect((await get('.vite/manifest.json')).status).toBe(404);
  });
}

test('nginx leads from the folder’s name to the page', async ({ page }) => {
  await page.goto(`${nginx.url}/tools/policy-builder`);
  expect(page.url()).toBe(`${nginx.url}/tools/policy-builder/`);
});
