import { readFileSync } from 'node:fs';
import { test as base, expect, type Page } from '@playwright/test';
import { type Host, type Kept, openHost } from './host.ts';
import { choosePersona, copiedPolicy, editorText, fillExamples, persona } from './page.ts';

/** Tests that begin alike are one journey, in which each step begins where the one before has led. */

const test = base.extend<{ host: Host; kept: Kept }>({
  kept: ['opened', { option: true }],
  host: async ({ baseURL, kept }, use) => {
    const host = await openHost(new URL(baseURL ?? '').pathname, kept);
    await use(host);
    await host.close();
  },
});

const { step } = test;

test.use({ serviceWorkers: 'allow' });

/** A phone has no editor, which is half of what a page is made of. */
const phone = { width: 390, height: 844 };
test.use({ viewport: phone });

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
  await expect(notices(page)).toContainText('A new version of this page is ready. Your draft is saved.');
}

const reloadNow = (page: Page) => notices(page).getByRole('button', { name: 'Reload page' }).click();

async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+Alt+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill(words);
  await page.keyboard.press('Enter');
}

async function checkPolicy(page: Page, action: string): Promise<void> {
  await expect(persona(page, 'Data scientist')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+k');
  await pastePolicy(page, action);
}

/** In place of what the dialog has. */
async function pastePolicy(page: Page, action: string): Promise<void> {
  const policy = {
    Version: '2012-10-17',
    Statement: [{ Sid: 'One', Effect: 'Allow', Action: action, Resource: '*' }],
  };
  const text = JSON.stringify(policy);
  const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
  if (page.viewportSize()?.width === phone.width) {
    await dialog.getByRole('textbox', { name: 'Policy' }).fill(text);
    return;
  }
  await expect(dialog.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
  await dialog.locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

const sizesOf = (addresses: readonly string[]) =>
  Promise.all(
    addresses.map(async (address) => {
      const { width, height } = await createImageBitmap(await (await fetch(address)).blob());
      return `${width}x${height}`;
    }),
  );

async function canBeInstalled(page: Page, host: Host): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // Every context of a test is a private window, in which nothing is installed. Without windows nothing is found at all.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([]);
  const { errors, manifest, url } = await devtools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(url).toBe(`${host.url}manifest.json`);
  expect(manifest.startUrl).toBe(host.url);
  expect(manifest.scope).toBe(host.url);
  expect(manifest.name).toBe('SageMaker Policy Builder');
  expect(manifest.display).toBe('kStandalone');
  const named = (manifest.icons ?? []).filter(({ type }) => type === 'image/png');
  const icons = await page.evaluate(
    sizesOf,
    named.map((icon) => icon.url),
  );
  expect(icons).toEqual(named.map(({ sizes }) => sizes));
  expect(icons).toEqual(expect.arrayContaining(['192x192', '512x512']));
  await devtools.detach();
}

async function wholeTask(page: Page): Promise<void> {
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  await fillExamples(page);
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  await expect(findings(page)).toContainText(/\(1\d\d checks\)/);
  await expect(findings(page)).not.toContainText(/not checked/i);
  await expect(notices(page)).not.toContainText('preset');
  await page.getByRole('tab', { name: /^Tests/ }).click();
  await expect(page.getByRole('tab', { name: /^Tests/ })).toContainText('✓');
  await expect(page.getByRole('region', { name: 'Tests', exact: true })).toContainText(/\d+ passed/);
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
  await page.getByRole('tab', { name: 'Policy', exact: true }).click();
  const { Statement } = await copiedPolicy(page, 'Data scientist');
  expect(Statement.length).toBeGreaterThan(3);
}

test.describe('with all that is kept for users', () => {
  test.use({ kept: 'all', viewport: { width: 1440, height: 900 } });

  test('after one visit the page can be installed, and the whole task works without a network', async ({
    page,
    context,
    host,
  }) => {
    const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
    await visit(page, host);
    await step('the page can be installed', () => canBeInstalled(page, host));
    await step('a service is seen with a network', async () => {
      await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
      await expect(dialog).toContainText('bedrock:InvokeNoSuchModel');
      await expect(dialog).toContainText('INVALID_ACTION');
    });
    await host.goOffline();
    await context.setOffline(true);
    await page.reload();
    await step('the whole task works', async () => {
      await expect(notices(page)).toContainText('You’re offline. The page keeps working');
      await wholeTask(page);
    });
    await page.reload();
    await step('the draft is there', () => expect(persona(page, 'Training')).toBeChecked());
    await step('a service seen before is checked', async () => {
      await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
      await expect(dialog).toContainText('INVALID_ACTION');
    });
    await step('a service never seen before is not checked', async () => {
      await pastePolicy(page, 'lightsail:NoSuchAction');
      await expect(dialog).toContainText('SPB_SERVICE_NOT_CHECKED');
      await expect(dialog).not.toContainText('INVALID_ACTION');
    });
    await dialog.getByRole('button', { name: 'Close' }).click();
    await context.setOffline(false);
    await expect(notices(page)).not.toContainText('No network');
  });
});

/** Asks for an update whose installation fails; what the browser makes of it. */
const failedUpdate = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    await new Promise<void>((resolve) => worker?.addEventListener('statechange', () => resolve()));
    return { state: worker?.state, waiting: registration.waiting !== null };
  });

test('a new version comes whole or not at all, is offered, never used by itself, and the draft is there in it', {
  tag: '@all',
}, async ({ page, host }) => {
  await visit(page, host);
  await choosePersona(page, 'Inference execution role');
  const before = await entry(page);
  await step('half a redeploy, or a sign-in page in its place, is never used as the page', async () => {
    host.redeploy();
    // The browser may keep this answer for a year; the worker asks past it once the server is right again.
    host.signOut(host.scriptOf('ExportDialog'), 'max-age=31536000, immutable');
    expect(await failedUpdate(page)).toEqual({ state: 'redundant', waiting: false });
    await page.reload();
    expect(await entry(page)).toBe(before);
    await choosePersona(page, 'Data scientist');
    await copiedPolicy(page, 'Data scientist');
    await expect(notices(page)).not.toContainText('new version');
    host.answerAgain();
  });
  await step('the whole of it is offered, and not used by a reload', async () => {
    await askForUpdate(page);
    await isOffered(page);
    expect(await entry(page)).toBe(before);
    await page.reload();
    await isOffered(page);
    expect(await entry(page)).toBe(before);
  });
  await step('where it does not take over, it is offered again', async () => {
    await page.evaluate(() => {
      ServiceWorker.prototype.postMessage = () => undefined;
      // The page waits ten seconds for it.
      const { setTimeout } = window;
      Object.assign(window, { setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / 10) });
    });
    const loaded = page.waitForEvent('load');
    await reloadNow(page);
    await loaded;
    await isOffered(page);
    await expect(persona(page, 'Data scientist')).toBeChecked();
    expect(await entry(page)).toBe(before);
  });
  await step('a draft that cannot be stored is not given up for it', async () => {
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
    });
    await choosePersona(page, 'VPC endpoint');
    await reloadNow(page);
    await expect(notices(page)).toContainText('Your changes aren’t being saved in this browser');
    await expect(persona(page, 'VPC endpoint')).toBeChecked();
    await expect(notices(page)).toContainText('A new version of this page is ready.');
    expect(await entry(page)).toBe(before);
    await page.reload();
    await isOffered(page);
  });
  await step('it is used when asked for, and a request that never ends does not keep it away', async () => {
    await choosePersona(page, 'VPC endpoint');
    host.hang('presets/never.json');
    const asked = page.waitForRequest(/never/);
    await page.evaluate(() => void fetch('presets/never.json'));
    await asked;
    await reloadNow(page);
    await expect.poll(() => entry(page)).toBe(before?.replace('.js', '2.js'));
    for (const title of ['Inference execution role', 'Data scientist', 'VPC endpoint'])
      await expect(persona(page, title)).toBeChecked();
    await expect(notices(page)).not.toContainText('new version');
  });
  await step('from then on it is the one without a network', async () => {
    await host.goOffline();
    await page.reload();
    expect(await entry(page)).toBe(before?.replace('.js', '2.js'));
    await copiedPolicy(page, 'Data scientist');
  });
});

/** How many workers the page has, and the names of all caches of its host. */
const left = (page: Page) =>
  page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]);

test('of two tabs one takes the new version; the other stays whole, says so, and follows when it likes', {
  tag: '@all',
}, async ({ page, context, host }) => {
  await visit(page, host);
  const before = await entry(page);
  const other = await context.newPage();
  await other.goto(`${host.url}#new`);
  await choosePersona(other, 'Data scientist');
  await step('both offer it; the one that takes it has it', async () => {
    host.redeploy();
    await askForUpdate(page);
    await isOffered(other);
    await notices(other).getByRole('button', { name: 'Dismiss' }).first().click();
    await isOffered(page);
    await reloadNow(page);
    await expect.poll(() => entry(page)).not.toBe(before);
  });
  await step('the other needs none of the parts that the redeploy took away', async () => {
    await isOffered(other);
    expect(await entry(other)).toBe(before);
    await copiedPolicy(other, 'Data scientist');
    await expect(notices(other)).not.toContainText('is gone');
  });
  await step('what was made on an empty page stays after the reload', async () => {
    await reloadNow(other);
    await expect.poll(() => entry(other)).not.toBe(before);
    await expect(notices(other)).toContainText('Draft restored');
    await expect(persona(other, 'Data scientist')).toBeChecked();
  });
  await step('the worker that takes its place at the end drops everything that was kept', async () => {
    host.put('sw.js', readFileSync(new URL('../hosting/retired-sw.js', import.meta.url)));
    const devtools = await context.newCDPSession(page);
    await devtools.send('ServiceWorker.enable');
    /** What a visit does: it asks for the newest worker, and sends requests. Gives whether one waits to take over. */
    const visitAgain = async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      // Asked again each time: where an update is under way, `update` gives that one, of the file before. It fails
      // where the registration is removed meanwhile, which is what is waited for.
      await registration?.update().catch(() => undefined);
      await fetch('favicon.svg');
      return Boolean(registration?.waiting);
    };
    const leftInTheEnd = async () => {
      // A browser ends workers that have nothing to do, and only then lets another take over; it may take a minute to see it.
      if (await page.evaluate(visitAgain)) await devtools.send('ServiceWorker.stopAllWorkers');
      return left(page);
    };
    await expect.poll(leftInTheEnd).toEqual([0, []]);
  });
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

test('the command that deletes everything stored takes caches and worker of this page along, and no other’s', {
  tag: '@all',
}, async ({ page, host }) => {
  await visit(page, host);
  await page.evaluate(() => caches.open('page /tools/other/'));
  await command(page, 'delete data');
  const dialog = page.getByRole('dialog', { name: 'Stored data' });
  await expect(dialog.getByRole('list')).toContainText(/The page itself, for offline use\d.* [kM]B\d+ files/);
  await expect(dialog.getByRole('list')).toContainText('Service worker');
  await dialog.getByRole('button', { name: 'Delete all' }).click();
  await expect(dialog.getByRole('status')).toContainText('Data deleted.');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await choosePersona(page, 'Data scientist');
  await copiedPolicy(page, 'Data scientist');
  expect(await left(page)).toEqual([0, ['page /tools/other/']]);
});

const rules = (page: Page) => page.getByRole('button', { name: 'Preset: Acme prod' });

async function presetsAreTheServers(page: Page, host: Host): Promise<void> {
  const path = 'presets/made-by-test.json';
  const read = () =>
    page.evaluate(async (address) => {
      const response = await fetch(address).catch(() => undefined);
      return response?.ok ? await response.text() : (response?.status ?? 'no network');
    }, path);
  for (const title of ['first', 'second']) {
    const preset = JSON.stringify({ version: 1, title });
    host.put(path, preset);
    expect(await read()).toBe(preset);
    await expect
      .poll(() => page.evaluate(async (address) => (await caches.match(address))?.text(), path))
      .toBe(preset);
  }
  host.remove(path);
  expect(await read()).toBe(404);
}

test('the rules of an organization hold after one visit, whatever answers in the server’s place', {
  tag: '@all',
}, async ({ page, context, host }) => {
  host.put('presets/index.json', '{"use":"example.json"}');
  await visit(page, host);
  await step('they are kept', async () => {
    await expect(rules(page)).toBeVisible();
    const kept = () =>
      page.evaluate(async () => [
        await caches.match('presets/index.json').then((answer) => answer?.status),
        await caches.match('presets/example.json').then((answer) => answer?.status),
      ]);
    await expect.poll(kept).toEqual([200, 200]);
  });
  const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
  await step('data on actions that was opened is kept, too', async () => {
    await checkPolicy(page, 's3:NoSuchAction');
    await expect(dialog).toContainText('INVALID_ACTION');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
  await step('presets are the server’s, and none that was withdrawn', () => presetsAreTheServers(page, host));
  await step('a network that hangs gives the last rules, not none', async () => {
    host.hang('/presets/');
    await page.reload();
    await expect(rules(page)).toBeVisible();
    await expect(notices(page)).not.toContainText('preset');
  });
  await step(
    'a sign-in page that answers for everything is no rule, no data, no part of the page',
    async () => {
      host.signOut('');
      await page.reload();
      await expect(rules(page)).toBeVisible();
      await expect(notices(page)).toContainText('The last preset that loaded is used.');
      await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
      await expect(dialog).toContainText('SPB_SERVICE_NOT_CHECKED');
    },
  );
  await step('the server is asked again', async () => {
    host.answerAgain();
    await page.reload();
    await checkPolicy(page, 'bedrock:InvokeNoSuchModel');
    await expect(dialog).toContainText('INVALID_ACTION');
    await expect(notices(page).getByText('preset')).toHaveCount(0);
  });
  await step('they hold without a network, and what was withdrawn does not come back', async () => {
    await host.goOffline();
    await context.setOffline(true);
    await page.reload();
    await expect(rules(page)).toBeVisible();
    await expect(notices(page)).not.toContainText('preset');
    const withdrawn = () => fetch('presets/made-by-test.json').catch(() => 'no network');
    expect(await page.evaluate(withdrawn)).toBe('no network');
  });
});

test.describe('without a worker', () => {
  test.use({ serviceWorkers: 'block' });

  test('a draft survives parts of the page that are gone, and is not written over while it cannot be read', async ({
    page,
    host,
  }) => {
    await page.goto(host.url);
    await choosePersona(page, 'Data scientist');
    const stored = () => page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    await expect.poll(stored).toContain('dataScientist');
    const path = host.scriptOf('readSaved');
    const reader = host.read(path) ?? '';
    await step(
      'it does not write over a draft that it cannot read, whichever button is pressed',
      async () => {
        host.remove(path);
        await page.reload();
        await expect(notices(page)).toContainText('A part of the page didn’t load');
        await notices(page).getByRole('button', { name: 'Reload' }).click();
        await expect(notices(page)).toContainText('A part of the page didn’t load');
        await choosePersona(page, 'VPC endpoint');
        await notices(page).getByRole('button', { name: 'Reload' }).click();
        await expect(notices(page)).toContainText('Your changes aren’t being saved in this browser');
        expect(await stored()).toContain('dataScientist');
      },
    );
    await step('once it can be read, it is there', async () => {
      host.put(path, reader);
      await page.reload();
      await expect(persona(page, 'Data scientist')).toBeChecked();
    });
    await step('after a redeploy the page says that its parts are gone', async () => {
      const before = await entry(page);
      host.redeploy();
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      await expect(notices(page)).toContainText('Reload the page. Your draft is saved.');
      await notices(page).getByRole('button', { name: 'Reload' }).click();
      await expect.poll(() => entry(page)).not.toBe(before);
      await expect(persona(page, 'Data scientist')).toBeChecked();
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Data scientist');
    });
  });
});
