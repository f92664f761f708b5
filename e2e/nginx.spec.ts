import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { serveWithNginx } from '../scripts/nginx.mjs';
import { choosePersona, editorText, fillExamples, onPhone, showPart } from './page.ts';

/** hosting/nginx.conf, run. Where there is no nginx, playwright.config.ts leaves this file out. */

let nginx: Awaited<ReturnType<typeof serveWithNginx>>;

test.beforeAll(async () => {
  nginx = await serveWithNginx(fileURLToPath(new URL('../dist', import.meta.url)));
});

test.afterAll(() => nginx.close());

test.use({ serviceWorkers: 'allow' });

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

test('nginx serves the page: every part works under its headers', { tag: '@all' }, async ({ page }) => {
  const complaints = await complaintsOf(page, nginx.url);
  await page.goto(`${nginx.url}/`);
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText(/\(1\d\d checks\)/);
  await page.getByRole('tab', { name: /^Tests/ }).click();
  await expect(page.getByRole('tab', { name: /^Tests/ })).toContainText(/\d+ passed/);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
  expect(scope).toBe(`${nginx.url}/`);
  await page.reload();
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  expect(complaints).toEqual([]);
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('nginx leads from a folder’s name to the page, which works below it', { tag: '@all' }, async ({
    page,
  }) => {
    const complaints = await complaintsOf(page, nginx.url);
    const place = `${nginx.url}/tools/policy-builder/`;
    await page.goto(place.slice(0, -1));
    expect(page.url()).toBe(place);
    await choosePersona(page, 'Data scientist');
    await fillExamples(page);
    const text = page.getByRole('region', { name: 'Data scientist, as text' });
    await showPart(page, 'Policy');
    await expect(text).toContainText('"Version": "2012-10-17"');
    await expect(page.getByRole('region', { name: 'Findings', exact: true })).toContainText(
      /\(1\d\d checks\)/,
    );
    const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope);
    expect(scope).toBe(place);
    await page.reload();
    await showPart(page, 'Policy');
    await expect(text).toContainText('"Version": "2012-10-17"');
    expect(complaints).toEqual([]);
  });
});

for (const place of ['/', '/tools/policy-builder/']) {
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
