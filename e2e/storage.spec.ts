import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { createDraft } from '../src/policies/draft/createDraft.ts';
import { builtIn } from '../src/policies/library/builtIn.ts';
import { choosePersona, onPhone, persona, shownPolicy, showPart, useUp } from './page.ts';

/** What this browser keeps of the page, and what the page says when it does not. */

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const status = (page: Page) => page.getByRole('contentinfo');
const saved = 'Draft saved in this browser';
const notSaved = 'Your changes aren’t being saved in this browser';

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
  JSON.stringify({ savedAt, draft: createDraft({ name, personas: ['dataScientist'] }, builtIn), pins: [] });

test('what is not saved is reported and can be had as a file; saving goes on once there is room again', async ({
  page,
}) => {
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
  await expect(status(page)).toBeVisible();
  await expect(status(page)).not.toContainText(saved);
  const download = page.waitForEvent('download');
  await notices(page).getByRole('button', { name: 'Save draft as a file' }).click();
  expect((await download).suggestedFilename()).toMatch(/\.workspace\.json$/);
  await expect(notices(page)).toContainText(notSaved);
  await page.evaluate('makeRoom()');
  await choosePersona(page, 'Data scientist');
  await expect(notices(page)).toContainText('Your changes are being saved again.');
  await expect(status(page)).toContainText(saved);
  expect(await stored(page)).toContain('dataScientist');
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('where storage is forbidden, the page works, says that nothing is saved, and gives the file', async ({
    page,
  }) => {
    await page.addInitScript(() =>
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      }),
    );
    await page.goto('');
    await choosePersona(page, 'VPC endpoint');
    await expect(notices(page)).toContainText(
      `${notSaved}: the browser blocks storage for this page. Save the draft as a file.`,
    );
    const download = page.waitForEvent('download');
    await notices(page).getByRole('button', { name: 'Save draft as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.workspace\.json$/);
    await expect(notices(page)).toContainText(notSaved);
  });

  test('every draft that cannot be read is kept, also one that there is no room to copy', async ({
    page,
  }) => {
    await seed(page, { [key('draft')]: '{"draft": {' });
    await page.goto('');
    await expect(notices(page)).toContainText(
      'Couldn’t read the draft saved in this browser, so a new draft was started. The saved draft is kept in the stored data.',
    );
    const large = `{"draft": ${'x'.repeat(3_000_000)}`;
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [key('draft'), large] as const);
    await page.reload();
    await expect(notices(page)).toContainText('kept in the stored data');
    expect(await keptAside(page)).toEqual(['{"draft": {', large]);
    await choosePersona(page, 'VPC endpoint');
    await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    await expect(notices(page)).not.toContainText(notSaved);
  });

  test('a draft comes back after a reload; an empty page keeps it aside when it saves its own', async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Inference execution role');
    await page.reload();
    await expect(notices(page)).toContainText('Draft restored');
    await showPart(page, 'Policy');
    await expect(shownPolicy(page)).toHaveText(/Inference execution role/);
    await showPart(page, 'Build');
    await test.step('#new is for the next page: this one goes on saving', async () => {
      await page.goto('#new');
      await choosePersona(page, 'VPC endpoint');
      await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    });
    await page.reload();
    expect(new URL(page.url()).hash).toBe('');
    await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
    await showPart(page, 'Policy');
    await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
    await page.reload();
    await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
    expect(await keptAside(page)).toEqual([]);
    await choosePersona(page, 'Data scientist');
    await page.reload();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    expect((await keptAside(page)).join()).toContain('vpcEndpoint');
  });

  /** The page at a second address of the same host. */
  async function secondDeployment(context: BrowserContext): Promise<string> {
    await context.route('**/tools/other/**', (route) =>
      route.continue({ url: route.request().url().replace('/tools/other/', BASE) }),
    );
    return '/tools/other/';
  }

  test('two copies of the page on one host keep apart what they store; what both shared, and what older pages save later, is not lost', {
    tag: '@all',
  }, async ({ page, context }) => {
    const other = await secondDeployment(context);
    const nameField = page.getByRole('textbox', { name: /^Policy set name/ });
    const putOlder = (name: string, savedAt: string) =>
      page.evaluate(([under, text]) => localStorage.setItem(under, text), [
        OLD_KEY,
        draftOf(name, savedAt),
      ] as const);
    await seed(page, {
      [OLD_KEY]: draftOf('shared-before', '2026-01-02T03:04:05Z'),
      [`${OLD_KEY}.set-aside`]: 'broken before',
    });
    await page.goto('');
    await expect(notices(page)).toContainText('From now on, only this copy uses it.');
    await expect(persona(page, 'Data scientist')).toBeChecked();
    expect(await stored(page, OLD_KEY)).toBe('');
    expect(await keptAside(page)).toEqual(['broken before']);
    await page.goto(other);
    await expect(persona(page, 'Data scientist')).not.toBeChecked();
    await choosePersona(page, 'VPC endpoint');
    await expect.poll(() => stored(page, key('draft', other))).toContain('vpcEndpoint');
    await putOlder('older', '2025-01-02T03:04:05Z');
    await page.goto(BASE);
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
    await expect(nameField).toHaveValue('shared-before');
    await expect(notices(page)).toContainText('A draft that an older version of this page saved');
    await putOlder('newest', '2027-01-02T03:04:05Z');
    await page.reload();
    await expect(nameField).toHaveValue('newest');
    expect((await keptAside(page)).map((text) => /"name":"([\w-]+)"/.exec(text)?.[1] ?? text)).toEqual([
      'broken before',
      'older',
      'shared-before',
    ]);
  });

  test('of two tabs the older never overwrites the newer: either version can be used', async ({
    page,
    context,
  }) => {
    await page.goto('');
    await choosePersona(page, 'VPC endpoint');
    await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    // It never hears of the first.
    const other = await context.newPage();
    await other.addInitScript(() =>
      addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
    );
    await other.goto('');
    await expect(persona(other, 'VPC endpoint')).toBeChecked();
    await choosePersona(page, 'Data scientist');
    await expect.poll(() => stored(page)).toContain('dataScientist');
    await choosePersona(other, 'Inference execution role');
    await expect(notices(other)).toContainText('This draft was changed in another tab');
    await expect(notices(other)).toContainText('Your changes here aren’t being saved.');
    expect(await stored(page)).not.toContain('hostingRole');
    await test.step('the other version is used, and undone', async () => {
      await useUp(notices(other).getByRole('button', { name: 'Use the other tab’s version' }));
      await expect(persona(other, 'Data scientist')).toBeChecked();
      await expect(persona(other, 'Inference execution role')).not.toBeChecked();
      await expect(notices(other)).not.toContainText('Your changes here aren’t being saved.');
      expect((await keptAside(other)).join()).toContain('hostingRole');
      await notices(other).getByRole('button', { name: 'Undo' }).click();
      await expect(persona(other, 'Inference execution role')).toBeChecked();
    });
    await test.step('a tab that hears of it shows it, says so, and can undo it', async () => {
      await expect(persona(page, 'Inference execution role')).toBeChecked();
      await expect(notices(page)).toContainText('This draft was changed in another tab');
      await notices(page).getByRole('button', { name: 'Undo' }).click();
      await expect(persona(page, 'Inference execution role')).not.toBeChecked();
      await expect.poll(() => stored(page)).not.toContain('hostingRole');
    });
    await test.step('the own version is kept', async () => {
      await choosePersona(other, 'Training');
      await expect(notices(other)).toContainText('Your changes here aren’t being saved.');
      expect(await stored(page)).not.toContain('trainingRole');
      await useUp(notices(other).getByRole('button', { name: 'Use this version' }));
      await expect(notices(other)).not.toContainText('Your changes here aren’t being saved.');
      expect(await stored(other)).toContain('trainingRole');
      const theirs = (text: string) => text.includes('dataScientist') && !text.includes('hostingRole');
      expect((await keptAside(other)).some(theirs)).toBe(true);
      await expect(persona(page, 'Training')).toBeChecked();
    });
    // A browser with a screen brings the page back as it was left; the one of the tests has no such cache.
    await test.step('a page that comes back from the cache for Back and Forward looks for itself', async () => {
      await choosePersona(page, 'MLOps engineer');
      await expect.poll(() => stored(page)).toContain('mlopsEngineer');
      await expect(persona(other, 'MLOps engineer')).not.toBeChecked();
      await other.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
      await expect(persona(other, 'MLOps engineer')).toBeChecked();
      await expect(notices(other)).toContainText('This draft was changed in another tab');
    });
  });

  test('one command deletes everything that this copy of the page stored, and lists what that is', {
    tag: '@all',
  }, async ({ page, context }) => {
    const foreign = {
      [key('draft', '/tools/')]: 'of another copy',
      [key('draft', `${BASE}deeper/`)]: 'of a third',
    };
    await seed(page, { ...foreign, [key('kept-aside 2026-11-01T10:00:00.000Z unreadable t')]: 'broken' });
    await page.goto('');
    await choosePersona(page, 'VPC endpoint');
    await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    await page.getByRole('button', { name: 'Use dark mode' }).click();
    const other = await context.newPage();
    await other.goto('');
    await expect(persona(other, 'VPC endpoint')).toBeChecked();
    await page.keyboard.press('ControlOrMeta+Alt+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('delete data');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Stored data' });
    await expect(dialog.getByRole('listitem')).toHaveText([
      /^Draft\d+ bytes|kB.*Saved/,
      /^Kept draft 1/,
      /light or dark/,
    ]);
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download Kept draft 1' }).click();
    expect((await download).suggestedFilename()).toBe('kept-draft-1.json');
    await dialog.getByRole('button', { name: 'Delete all' }).click();
    await expect(dialog.getByRole('status')).toContainText('Data deleted.');
    const left = await page.evaluate(() => JSON.stringify(localStorage));
    expect(JSON.parse(left)).toEqual(foreign);
    await dialog.getByRole('button', { name: 'Close' }).click();
    const onlyHere = 'Your draft is only in this tab. Save it now, or make a change to save it.';
    for (const tab of [page, other]) await expect(notices(tab)).toContainText(onlyHere);
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await stored(page)).toBe('');
    await choosePersona(page, 'Data scientist');
    await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    await expect(notices(page)).not.toContainText(onlyHere);
    await test.step('what is deleted elsewhere is reported, too, and saved again with the next change', async () => {
      await other.evaluate(() => localStorage.clear());
      await expect(notices(page)).toContainText(onlyHere);
      expect(await stored(page)).toBe('');
      await choosePersona(page, 'Inference execution role');
      await expect.poll(() => stored(page)).toContain('vpcEndpoint');
    });
    await test.step('what is deleted from this window is not lost without a word', async () => {
      await page.evaluate(() => localStorage.clear());
      const asked = page.waitForEvent('dialog');
      await page.evaluate(() => {
        setTimeout(() => location.reload());
      });
      const question = await asked;
      expect(question.type()).toBe('beforeunload');
      await question.dismiss();
      await expect(notices(page)).toContainText(onlyHere);
      await choosePersona(page, 'Image build role');
      await expect.poll(() => stored(page)).toContain('vpcEndpoint');
      await page.evaluate(() => localStorage.clear());
      await page.evaluate(() => dispatchEvent(new FocusEvent('focus')));
      await expect(notices(page)).toContainText(onlyHere);
    });
  });
});
