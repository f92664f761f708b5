import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, test as base, expect, type Page } from '@playwright/test';
import { type Host, openHost } from './host.ts';
import { choosePersona, copiedPolicy, editorText, fillExamples, persona } from './page.ts';

const test = base.extend<{ host: Host }>({
  host: async ({ baseURL }, use) => {
    const host = await openHost(new URL(baseURL ?? '').pathname);
    await use(host);
    await host.close();
  },
});

test.use({ serviceWorkers: 'allow' });

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true });
const entry = (page: Page) => page.locator('script[type="module"]').getAttribute('src');

/** Opens the page and waits until it is kept. */
async function visit(page: Page, host: Host): Promise<void> {
  await page.goto(host.url);
  await controlled(page);
}

async function controlled(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

/** What the browser does by itself when the page is opened, and once an hour. */
const askForUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
  });

async function isOffered(page: Page): Promise<void> {
  await expect(notices(page)).toContainText('A new version of this page is ready. The draft is kept.');
}

/** Puts a new version online, and waits until the page tells of it. */
async function offerNew(page: Page, host: Host): Promise<void> {
  host.redeploy();
  await askForUpdate(page);
  await isOffered(page);
}

/** Private windows install nothing, and a context of its own is one. */
test('the page can be installed', async ({ host, playwright }, { project }) => {
  const context = await playwright.chromium.launchPersistentContext('', {
    ...project.use.launchOptions,
    serviceWorkers: 'allow',
  });
  const page = await context.newPage();
  await visit(page, host);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, manifest, url } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.url}manifest.json`);
  expect(manifest.startUrl).toBe(host.url);
  expect(manifest.scope).toBe(host.url);
  await context.close();
});

test('after one visit the whole task works without a network', async ({ page, context, host }) => {
  await visit(page, host);
  await host.goOffline();
  await context.setOffline(true);
  await page.reload();
  await expect(notices(page)).toContainText('No network. The page works from this browser');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  await fillExamples(page);
  expect(await editorText(page)).toContain('"Version": "2012-10-17"');
  await expect(findings(page)).toContainText(/from 1\d\d checks/);
  await expect(findings(page)).not.toContainText(/not checked/i);
  await expect(notices(page)).not.toContainText('preset');
  await page.getByRole('tab', { name: /^Tests/ }).click();
  await expect(page.getByRole('tab', { name: /^Tests/ })).toContainText('✓');
  await expect(page.getByRole('region', { name: 'Tests', exact: true })).toContainText(/\d+ passed/);
  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  const { Statement } = await copiedPolicy(page, 'Data scientist');
  expect(Statement.length).toBeGreaterThan(3);
  await page.reload();
  await expect(persona(page, 'Training')).toBeChecked();
  await context.setOffline(false);
  await expect(notices(page)).not.toContainText('No network');
});

async function checkPolicy(page: Page, action: string): Promise<void> {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'One', Effect: 'Allow', Action: action, Resource: '*' }],
  };
  await page.getByRole('button', { name: 'Check a policy' }).click();
  const dialog = page.getByRole('dialog', { name: 'Check a policy' });
  await expect(dialog.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.evaluate((text) => navigator.clipboard.writeText(text), JSON.stringify(policy));
  await dialog.locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

test('without a network, a service never seen before is not checked, and one seen before is', async ({
  page,
  host,
}) => {
  await visit(page, host);
  await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
  const dialog = page.getByRole('dialog', { name: 'Check a policy' });
  await expect(dialog).toContainText('bedrock:InvokeNoSuchModel');
  await expect(dialog).toContainText('INVALID_ACTION');
  await page.reload();
  await controlled(page);
  await host.goOffline();
  await page.reload();
  await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
  await expect(dialog).toContainText('INVALID_ACTION');
  await page.reload();
  await checkPolicy(page, 'lightsail:NoSuchAction');
  await expect(dialog).toContainText('SPB_SERVICE_NOT_CHECKED');
  await expect(dialog).not.toContainText('INVALID_ACTION');
});

test('a new version is offered, never taken by itself, and the draft is there in it', async ({
  page,
  host,
}) => {
  await visit(page, host);
  await choosePersona(page, 'Model hosting role');
  const before = await entry(page);
  await offerNew(page, host);
  expect(await entry(page)).toBe(before);
  await page.reload();
  await isOffered(page);
  expect(await entry(page)).toBe(before);
  await choosePersona(page, 'VPC endpoint');
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => entry(page)).toBe(before?.replace('.js', '2.js'));
  await expect(persona(page, 'Model hosting role')).toBeChecked();
  await expect(persona(page, 'VPC endpoint')).toBeChecked();
  await expect(notices(page)).not.toContainText('new version');
  await host.goOffline();
  await page.reload();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  expect(await editorText(page)).toContain('"Version": "2012-10-17"');
});

test('of two tabs one takes the new version; the other stays whole, says so, and follows when it likes', async ({
  page,
  context,
  host,
}) => {
  await visit(page, host);
  const before = await entry(page);
  const other = await context.newPage();
  await other.goto(host.url);
  await choosePersona(other, 'Data scientist');
  host.redeploy();
  await askForUpdate(page);
  await isOffered(other);
  await notices(other).getByRole('button', { name: 'Dismiss' }).first().click();
  await isOffered(page);
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => entry(page)).not.toBe(before);
  await isOffered(other);
  expect(await entry(other)).toBe(before);
  await copiedPolicy(other, 'Data scientist');
  await notices(other).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => entry(other)).not.toBe(before);
  await expect(persona(other, 'Data scientist')).toBeChecked();
});

test('what was made on an empty page stays after the reload', async ({ page, host }) => {
  await page.goto(`${host.url}#new`);
  await controlled(page);
  await choosePersona(page, 'Data scientist');
  await offerNew(page, host);
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await expect(notices(page)).toContainText('Restored from this browser');
  await expect(persona(page, 'Data scientist')).toBeChecked();
});

test('a request that never ends does not keep the new version away', async ({ page, host }) => {
  await visit(page, host);
  await choosePersona(page, 'Data scientist');
  const before = await entry(page);
  await offerNew(page, host);
  host.hang('presets/never.json');
  const asked = page.waitForRequest(/never/);
  await page.evaluate(() => void fetch('presets/never.json'));
  await asked;
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await expect.poll(() => entry(page)).toBe(before?.replace('.js', '2.js'));
  await expect(persona(page, 'Data scientist')).toBeChecked();
});

test('a new version that does not take over is offered again', async ({ page, host }) => {
  await visit(page, host);
  await choosePersona(page, 'Data scientist');
  await offerNew(page, host);
  await page.evaluate(() => {
    ServiceWorker.prototype.postMessage = () => undefined;
  });
  const loaded = page.waitForEvent('load');
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await loaded;
  await isOffered(page);
  await expect(persona(page, 'Data scientist')).toBeChecked();
});

/** The worker may change while the page is on its way: then it answers with another build than the page is of. */
test('a page that its worker overtook says so, and follows by itself who has just asked for it', async ({
  page,
  host,
}) => {
  await visit(page, host);
  await page.addInitScript(() => {
    const { fetch } = window;
    const ofOtherBuild = () => Promise.resolve(new Response('<script src="./assets/other.js">'));
    window.fetch = (input, init) => (input === 'index.html' ? ofOtherBuild() : fetch(input, init));
  });
  await page.reload();
  await isOffered(page);
  await choosePersona(page, 'Data scientist');
  await page.evaluate(() => {
    const { pathname } = new URL('.', document.baseURI);
    sessionStorage.setItem(`policy-builder ${pathname} new-version`, String(Date.now()));
  });
  await page.reload();
  await page.waitForEvent('load');
  await isOffered(page);
  await expect(persona(page, 'Data scientist')).toBeChecked();
});

test('a draft that cannot be stored is not given up for a new version', async ({ page, host }) => {
  await visit(page, host);
  const before = await entry(page);
  await offerNew(page, host);
  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new Error('full');
    };
  });
  await choosePersona(page, 'Data scientist');
  await notices(page).getByRole('button', { name: 'Reload now' }).click();
  await expect(notices(page)).toContainText('Your changes are not being saved in this browser');
  await expect(persona(page, 'Data scientist')).toBeChecked();
  expect(await entry(page)).toBe(before);
});

test('half a redeploy, or a sign-in page in its place, is never taken for the page', async ({
  page,
  host,
}) => {
  await visit(page, host);
  const before = await entry(page);
  host.redeploy();
  const [part = ''] = readdirSync(join(host.folder, 'assets')).filter((name) => /^ExportDialog/.test(name));
  writeFileSync(join(host.folder, 'assets', part), '<!doctype html><title>Sign in</title>');
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise<void>((resolve) => worker?.addEventListener('statechange', () => resolve()));
    return { state: worker?.state, waiting: registration.waiting !== null };
  });
  expect(outcome).toEqual({ state: 'redundant', waiting: false });
  await page.reload();
  expect(await entry(page)).toBe(before);
  await choosePersona(page, 'Data scientist');
  await copiedPolicy(page, 'Data scientist');
  await expect(notices(page)).not.toContainText('new version');
});

test('the worker that takes its place at the end drops everything that was kept', async ({ page, host }) => {
  await visit(page, host);
  const retired = fileURLToPath(new URL('../hosting/retired-sw.js', import.meta.url));
  copyFileSync(retired, join(host.folder, 'sw.js'));
  await askForUpdate(page);
  const left = () =>
    page.evaluate(async () => [
      (await navigator.serviceWorker.getRegistrations()).length,
      (await caches.keys()).length,
    ]);
  await expect.poll(left).toEqual([0, 0]);
});

test('the command that deletes everything stored takes caches and worker of this page along, and no other’s', async ({
  page,
  host,
}) => {
  await visit(page, host);
  await page.evaluate(() => caches.open('page /tools/other/'));
  await page.keyboard.press('ControlOrMeta+Alt+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('delete everything');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Stored in this browser' });
  await expect(dialog.getByRole('list')).toContainText(/The page itself, for offline use\d.* MB\d+ files/);
  await expect(dialog.getByRole('list')).toContainText('Service worker');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(dialog.getByRole('status')).toContainText('Deleted.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await choosePersona(page, 'Data scientist');
  await copiedPolicy(page, 'Data scientist');
  const left = await page.evaluate(async () => [
    (await navigator.serviceWorker.getRegistrations()).length,
    await caches.keys(),
  ]);
  expect(left).toEqual([0, ['page /tools/other/']]);
});

test('a page that is kept needs none of the parts that a redeploy took away', async ({ page, host }) => {
  await visit(page, host);
  await choosePersona(page, 'Data scientist');
  host.redeploy();
  await copiedPolicy(page, 'Data scientist');
  await expect(notices(page)).not.toContainText('is gone');
});

async function withoutWorker(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  return context.newPage();
}

test('a page that is not kept says that its parts are gone, and the draft survives the reload', async ({
  browser,
  host,
}) => {
  const page = await withoutWorker(browser);
  await page.goto(host.url);
  await choosePersona(page, 'Data scientist');
  const before = await entry(page);
  host.redeploy();
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(notices(page)).toContainText('a part of the old one is gone. The draft is kept.');
  await notices(page).getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => entry(page)).not.toBe(before);
  await expect(persona(page, 'Data scientist')).toBeChecked();
  await copiedPolicyIsThere(page);
  await page.context().close();
});

test('a page that cannot read the stored draft does not write over it, whichever button is pressed', async ({
  browser,
  host,
}) => {
  const page = await withoutWorker(browser);
  await page.goto(host.url);
  await choosePersona(page, 'Data scientist');
  const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await expect.poll(stored).toContain('dataScientist');
  const assets = join(host.folder, 'assets');
  const [reader = ''] = readdirSync(assets).filter((name) => name.startsWith('readSaved'));
  renameSync(join(assets, reader), join(host.folder, reader));
  await page.reload();
  await expect(notices(page)).toContainText('A part of the page did not load');
  await notices(page).getByRole('button', { name: 'Reload' }).click();
  await expect(notices(page)).toContainText('A part of the page did not load');
  await choosePersona(page, 'VPC endpoint');
  await notices(page).getByRole('button', { name: 'Reload' }).click();
  await expect(notices(page)).toContainText('Your changes are not being saved in this browser');
  expect(await stored()).toContain('dataScientist');
  renameSync(join(host.folder, reader), join(assets, reader));
  await page.reload();
  await expect(persona(page, 'Data scientist')).toBeChecked();
  await page.context().close();
});

async function copiedPolicyIsThere(page: Page): Promise<void> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Data scientist');
}

test('the rules of an organisation hold without a network, too, after one visit', async ({
  page,
  context,
  host,
}) => {
  writeFileSync(join(host.folder, 'presets', 'index.json'), '{"use":"example.json"}');
  await visit(page, host);
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  const kept = () =>
    page.evaluate(async () => [
      await caches.match('presets/index.json').then((answer) => answer?.status),
      await caches.match('presets/example.json').then((answer) => answer?.status),
    ]);
  await expect.poll(kept).toEqual([200, 200]);
  await host.goOffline();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  await expect(notices(page)).not.toContainText('preset');
});

test('a sign-in page that answers for everything is no rule, no data and no part of the page; the server is asked again', async ({
  page,
  host,
}) => {
  writeFileSync(join(host.folder, 'presets', 'index.json'), '{"use":"example.json"}');
  await visit(page, host);
  await page.reload();
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  host.signOut();
  await page.reload();
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  await expect(notices(page)).toContainText('The last preset that loaded is in force.');
  await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
  const dialog = page.getByRole('dialog', { name: 'Check a policy' });
  await expect(dialog).toContainText('SPB_SERVICE_NOT_CHECKED');
  host.signIn();
  await page.reload();
  await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
  await expect(dialog).toContainText('INVALID_ACTION');
  await expect(notices(page).getByText('preset')).toHaveCount(0);
});

test('a network that hangs gives the last rules, not none', async ({ page, host }) => {
  writeFileSync(join(host.folder, 'presets', 'index.json'), '{"use":"example.json"}');
  await visit(page, host);
  await page.reload();
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  host.hang('/presets/');
  await page.reload();
  await expect(page.getByText('Acme prod').first()).toBeVisible();
  await expect(notices(page)).not.toContainText('preset');
});

test('presets are the server’s; without a network the last ones; never ones that were withdrawn', async ({
  page,
  host,
}) => {
  const preset = join(host.folder, 'presets', 'made-by-test.json');
  const read = () =>
    page.evaluate(async () => {
      const response = await fetch('presets/made-by-test.json').catch(() => undefined);
      return response?.ok ? await response.text() : (response?.status ?? 'no network');
    });
  const [first, second] = ['first', 'second'].map((title) => JSON.stringify({ version: 1, title }));
  await visit(page, host);
  mkdirSync(join(host.folder, 'presets'), { recursive: true });
  writeFileSync(preset, first ?? '');
  expect(await read()).toBe(first);
  writeFileSync(preset, second ?? '');
  expect(await read()).toBe(second);
  const kept = () => page.evaluate(async () => (await caches.match('presets/made-by-test.json'))?.text());
  await expect.poll(kept).toBe(second);
  rmSync(preset);
  expect(await read()).toBe(404);
  await host.goOffline();
  expect(await read()).toBe('no network');
});
