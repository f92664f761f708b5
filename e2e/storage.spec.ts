import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { createDraft } from '../src/policies/draft.ts';
import { choosePersona, persona } from './page.ts';

/** What this browser keeps of the page, and what the page says when it does not. */

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const status = (page: Page) => page.getByRole('contentinfo');
const saved = 'Draft saved in this browser';
const notSaved = 'Your changes are not being saved in this browser';

const BASE = '/tools/policy-builder/';
const key = (name: string, path = BASE) => `policy-builder ${path} ${name}`;
const OLD_KEY = 'policy-builder.draft';

const stored = (page: Page, name = key('draft')) =>
  page.evaluate((own) => localStorage.getItem(own) ?? '', name);

const keptAside = (page: Page) =>
  page.evaluate(
    (prefix) =>
      Object.entries(localStorage)
        .filter(([name]) => name.startsWith(prefix))
        .toSorted(([one], [other]) => (one < other ? -1 : 1))
        .map(([, text]) => String(text)),
    key('kept-aside '),
  );

/** Puts a text under a key before the page starts, the first time only. */
const seed = (page: Page, entries: Readonly<Record<string, string>>) =>
  page.addInitScript((all) => {
    if (sessionStorage.getItem('seeded')) return;
    sessionStorage.setItem('seeded', '1');
    for (const [name, text] of Object.entries(all)) localStorage.setItem(name, text);
  }, entries);

/** A draft as older versions of the page stored it. */
const draftOf = (name: string, savedAt: string) =>
  JSON.stringify({ savedAt, draft: createDraft({ name, personas: ['dataScientist'] }), pins: [] });

const ways = {
  'is null': () => Object.defineProperty(window, 'localStorage', { value: null }),
  'is forbidden': () =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    }),
  'is full': () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('exceeded the quota', 'QuotaExceededError');
    };
  },
  'keeps nothing': () => {
    Storage.prototype.setItem = () => undefined;
  },
} as const;

for (const [way, change] of Object.entries(ways)) {
  test(`where storage ${way}, the page says that nothing is saved, and gives the file`, async ({ page }) => {
    await page.addInitScript(change);
    await page.goto('');
    await choosePersona(page, 'VPC endpoint');
    await expect(notices(page)).toContainText(notSaved);
    await expect(status(page)).not.toContainText(saved);
    const download = page.waitForEvent('download');
    await notices(page).getByRole('button', { name: 'Save the draft as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.workspace\.json$/);
    await expect(notices(page)).toContainText(notSaved);
  });
}

test('saving goes on once there is room again', async ({ page }) => {
  await page.goto('');
  await page.evaluate(() => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('exceeded the quota', 'QuotaExceededError');
    };
    Object.assign(window, { makeRoom: () => Object.assign(Storage.prototype, { setItem }) });
  });
  await choosePersona(page, 'VPC endpoint');
  await expect(notices(page)).toContainText(notSaved);
  await page.evaluate('makeRoom()');
  await choosePersona(page, 'Data scientist');
  await expect(notices(page)).toContainText('Your changes are saved again.');
  await expect(status(page)).toContainText(saved);
  expect(await stored(page)).toContain('dataScientist');
});

test('every draft that cannot be read is kept, also one that there is no room to copy', async ({ page }) => {
  await page.goto('about:blank');
  await seed(page, { [key('draft')]: '{"draft": {' });
  await page.goto('');
  await expect(notices(page)).toContainText(
    'could not be read. The page starts empty. What was saved is kept aside.',
  );
  const large = `{"draft": ${'x'.repeat(3_000_000)}`;
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key('draft'), large] as const);
  await page.reload();
  await expect(notices(page)).toContainText('kept aside');
  expect(await keptAside(page)).toEqual(['{"draft": {', large]);
  await choosePersona(page, 'VPC endpoint');
  await expect(status(page)).toContainText(saved);
});

test('what is deleted elsewhere while the page is open is told, and saved again with the next change', async ({
  page,
  context,
}) => {
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await expect(status(page)).toContainText(saved);
  const other = await context.newPage();
  await other.goto('scheme.js');
  await other.evaluate(() => localStorage.clear());
  await expect(notices(page)).toContainText(
    'Your draft is only in this tab; your next change saves it again.',
  );
  expect(await stored(page)).toBe('');
  await choosePersona(page, 'Data scientist');
  await expect(status(page)).toContainText(saved);
  expect(await stored(page)).toContain('vpcEndpoint');
});

/** The page at a second address of the same host. */
async function secondDeployment(context: BrowserContext): Promise<string> {
  await context.route('**/tools/other/**', (route) =>
    route.continue({ url: route.request().url().replace('/tools/other/', BASE) }),
  );
  return '/tools/other/';
}

test('two copies of the page on one host keep apart what they store; one takes over what both shared', async ({
  page,
  context,
}) => {
  const other = await secondDeployment(context);
  await seed(page, {
    [OLD_KEY]: draftOf('shared-before', '2026-01-02T03:04:05Z'),
    [`${OLD_KEY}.set-aside`]: 'broken before',
  });
  await page.goto('');
  await expect(notices(page)).toContainText('From now on only this copy has it.');
  await expect(persona(page, 'Data scientist')).toBeChecked();
  expect(await stored(page, OLD_KEY)).toBe('');
  expect(await keptAside(page)).toEqual(['broken before']);
  await page.goto(other);
  await expect(persona(page, 'Data scientist')).not.toBeChecked();
  await choosePersona(page, 'VPC endpoint');
  await expect(status(page)).toContainText(saved);
  await page.goto(BASE);
  await expect(persona(page, 'Data scientist')).toBeChecked();
  await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
});

test('what a tab with an older version of the page saves later is not lost', async ({ page }) => {
  await seed(page, {
    [key('draft')]: draftOf('newer', '2026-05-02T03:04:05Z'),
    [OLD_KEY]: draftOf('older', '2026-01-02T03:04:05Z'),
  });
  await page.goto('');
  await expect(page.getByRole('textbox', { name: /^Name of this draft/ })).toHaveValue('newer');
  await expect(notices(page)).toContainText('A draft that an older version of this page saved');
  await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
    OLD_KEY,
    draftOf('newest', '2027-01-02T03:04:05Z'),
  ] as const);
  await page.reload();
  await expect(page.getByRole('textbox', { name: /^Name of this draft/ })).toHaveValue('newest');
  expect((await keptAside(page)).map((text) => /"name":"(\w+)"/.exec(text)?.[1])).toEqual(['older', 'newer']);
});

/** Two tabs with one draft, of which the second never hears of the first. */
async function twoTabs(page: Page, context: BrowserContext): Promise<Page> {
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await expect(status(page)).toContainText(saved);
  const other = await context.newPage();
  await other.addInitScript(() =>
    addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
  );
  await other.goto('');
  await expect(persona(other, 'VPC endpoint')).toBeChecked();
  await choosePersona(page, 'Data scientist');
  await expect.poll(() => stored(page)).toContain('dataScientist');
  await choosePersona(other, 'Model hosting role');
  await expect(notices(other)).toContainText('This draft was changed in another tab');
  await expect(status(other)).not.toContainText(saved);
  expect(await stored(page)).not.toContain('hostingRole');
  return other;
}

test('of two tabs the older never overwrites the newer: the other version can be used', async ({
  page,
  context,
}) => {
  const other = await twoTabs(page, context);
  await notices(other).getByRole('button', { name: 'Use the other tab’s version' }).click();
  await expect(persona(other, 'Data scientist')).toBeChecked();
  await expect(persona(other, 'Model hosting role')).not.toBeChecked();
  await expect(status(other)).toContainText(saved);
  expect((await keptAside(other)).join()).toContain('hostingRole');
  await notices(other).getByRole('button', { name: 'Undo' }).click();
  await expect(persona(other, 'Model hosting role')).toBeChecked();
  await expect(persona(page, 'Model hosting role')).toBeChecked();
});

test('of two tabs the older never overwrites the newer: the own version can be kept', async ({
  page,
  context,
}) => {
  const other = await twoTabs(page, context);
  await notices(other).getByRole('button', { name: 'Keep this version' }).click();
  await expect(status(other)).toContainText(saved);
  expect(await stored(other)).toContain('hostingRole');
  expect((await keptAside(other)).join()).toContain('dataScientist');
  await expect(notices(page)).toContainText('Changed in another tab');
  await expect(persona(page, 'Model hosting role')).toBeChecked();
});

test('an empty page that was asked for keeps the stored draft aside when it saves its own', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await page.goto('about:blank');
  await page.goto('#new');
  expect(new URL(page.url()).hash).toBe('');
  await page.reload();
  await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
  expect(await keptAside(page)).toEqual([]);
  await choosePersona(page, 'Data scientist');
  await page.reload();
  await expect(persona(page, 'Data scientist')).toBeChecked();
  expect((await keptAside(page)).join()).toContain('vpcEndpoint');
});

test('one command deletes everything that this copy of the page stored, and lists what that is', async ({
  page,
  context,
}) => {
  const foreign = {
    [key('draft', '/tools/')]: 'of another copy',
    [key('draft', `${BASE}deeper/`)]: 'of a third',
  };
  await seed(page, { ...foreign, [key('kept-aside 2026-11-01T10:00:00.000Z unreadable t')]: 'broken' });
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await expect(status(page)).toContainText(saved);
  await page.getByRole('button', { name: 'Use the dark scheme' }).click();
  const other = await context.newPage();
  await other.goto('');
  await expect(persona(other, 'VPC endpoint')).toBeChecked();
  await page.keyboard.press('ControlOrMeta+Alt+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('delete everything');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Stored in this browser' });
  await expect(dialog.getByRole('listitem')).toHaveText([
    /^Draft\d+ bytes|kB.*Saved/,
    /^Draft kept aside 1/,
    /light or dark/,
  ]);
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download Draft kept aside 1' }).click();
  expect((await download).suggestedFilename()).toBe('draft-kept-aside-1.json');
  await dialog.getByRole('button', { name: 'Delete everything' }).click();
  await expect(dialog.getByRole('status')).toContainText('Deleted.');
  const left = await page.evaluate(() => JSON.stringify(localStorage));
  expect(JSON.parse(left)).toEqual(foreign);
  await dialog.getByRole('button', { name: 'Close' }).click();
  for (const tab of [page, other]) await expect(notices(tab)).toContainText('Your draft is only in this tab');
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
  expect(await stored(page)).toBe('');
  await choosePersona(page, 'Data scientist');
  await expect(status(page)).toContainText(saved);
  expect(await stored(page)).toContain('vpcEndpoint');
});
