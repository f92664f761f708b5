import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page } from '@playwright/test';
import { type Look, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  copiedText,
  fillExamples,
  onPhone,
  persona,
  saveSnapshot,
  showPart,
} from './page.ts';

test.use({ viewport: onPhone });

/** A dialog in the other scheme, as wide as on a desktop. */
const wide: Look = { width: 760, scheme: 'light', contrast: true };

const banner = (page: Page) => page.getByRole('banner');
const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Share' });
const nameField = (page: Page) => page.getByRole('textbox', { name: /^Policy set name/ });

async function openShare(page: Page): Promise<void> {
  await banner(page).getByRole('button', { name: 'Share', exact: true }).click();
  await expect(dialog(page).getByLabel('Link', { exact: true })).toBeVisible();
}

const linkIn = (page: Page) => dialog(page).getByLabel('Link', { exact: true }).inputValue();

/** Someone's finished draft, and the link of it. */
async function sharedLink(page: Page): Promise<string> {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await nameField(page).fill('fraud-team');
  await openShare(page);
  const link = await linkIn(page);
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  return link;
}

/** Another person's browser. */
async function elsewhere(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: onPhone });
  return context.newPage();
}

async function firstPolicyTitle(page: Page): Promise<string> {
  await banner(page).getByRole('button', { name: 'Export' }).click();
  const copy = page.getByRole('dialog', { name: 'Export' }).getByRole('button', { name: /^Copy / });
  const label = await copy.first().innerText();
  await page.keyboard.press('Escape');
  return label.replace(/^Copy\s+/, '');
}

test('a copied link opens as the same policy in another browser, where the own draft is kept and comes back', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await nameField(page).fill('fraud-team');
  const title = await firstPolicyTitle(page);
  const policy = await copiedPolicy(page, title);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(dialog(page).getByText('works in all browsers and chat apps')).toBeVisible();
  await expect(dialog(page).getByLabel('Link', { exact: true })).toBeFocused();
  const link = await copiedText(dialog(page).getByRole('button', { name: 'Copy link' }));
  expect(page.url()).toBe(link);
  await dialog(page).getByRole('button', { name: 'Close' }).click();

  const other = await elsewhere(browser, baseURL);
  await other.goto(link);
  await expect(notices(other)).toContainText('shared draft, created with IAM data 20');
  await expect(notices(other).getByRole('button', { name: 'Back to mine' })).toHaveCount(0);
  expect(await copiedPolicy(other, title)).toEqual(policy);
  await test.step('where there is an own draft, it is kept, differences are shown, and it comes back', async () => {
    await other.goto('about:blank');
    await other.goto('#new');
    await choosePersona(other, 'Notebook and Studio execution role');
    await other.goto(link);
    await expect(nameField(other)).toHaveValue('fraud-team');
    await showPart(other, 'Build');
    await expect(persona(other, 'Data scientist')).toBeChecked();
    await showPart(other, 'Review');
    await expect(notices(other)).toContainText('Your own set is saved as a snapshot.');
    const ownSet = other.getByRole('region', { name: 'Your own set' });
    await expect(ownSet).toContainText(/Compared with yours: .*1 missing/);
    await ownSet.getByRole('button', { name: 'Compare with mine' }).click();
    await expect(other.getByLabel('Compare with', { exact: true }).locator('option:checked')).toHaveText(
      /^Your own set: Before the link/,
    );
    await notices(other).getByRole('button', { name: 'Back to mine' }).click();
    await showPart(other, 'Build');
    await expect(persona(other, 'Notebook and Studio execution role')).toBeChecked();
    await expect(persona(other, 'Data scientist')).not.toBeChecked();
    expect(new URL(other.url()).hash).toBe('');
  });
  await test.step('what is changed after opening a link wins over the link on reload', async () => {
    await other.goto(link);
    await expect(nameField(other)).toHaveValue('fraud-team');
    expect(other.url()).toBe(link);
    await nameField(other).fill('mine-now');
    await expect(async () => expect(new URL(other.url()).hash).toBe('')).toPass();
    await other.reload();
    await expect(nameField(other)).toHaveValue('mine-now');
    await other.goto('#new');
    await other.reload();
    await expect(persona(other, 'Data scientist')).not.toBeChecked();
  });
  await test.step('a saved file opens with its points; a foreign one is refused', async () => {
    await showPart(page, 'Compare');
    await saveSnapshot(page, 'Snapshot 1');
    await openShare(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page).getByRole('button', { name: 'Save as file' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('fraud-team.workspace.json');
    const text = await readFile(await download.path());
    await openShare(other);
    const picker = dialog(other).getByLabel('Saved draft');
    const file = { name: 'x.json', mimeType: 'application/json' };
    await picker.setInputFiles({ ...file, buffer: Buffer.from('{"Statement":[]}') });
    await expect(dialog(other).getByRole('alert')).toContainText(
      'This file isn’t a saved draft of this page.',
    );
    await picker.setInputFiles({ ...file, buffer: text });
    await expect(dialog(other)).toBeHidden();
    await expect(nameField(other)).toHaveValue('fraud-team');
    await expect(notices(other)).toContainText('1 snapshot imported.');
  });
  await other.context().close();
});

test('skip links and keys move the focus and leave a shared address as it is, at every width', async ({
  page,
}) => {
  const link = await sharedLink(page);
  await page.goto(link);
  await expect(nameField(page)).toHaveValue('fraud-team');
  expect(page.url()).toBe(link);
  const entries = await page.evaluate(() => history.length);
  for (const width of [390, 900, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const [skip, half] of [
      ['Skip to wizard', '#build'],
      ['Skip to policy', '#policy'],
    ] as const) {
      await page.getByRole('link', { name: skip }).press('Enter');
      await expect(page.locator(half)).toBeFocused();
    }
    for (const keys of ['F6', 'F8', 'ControlOrMeta+Alt+2', 'ControlOrMeta+Alt+1', 'F6'])
      await page.keyboard.press(keys);
    expect(page.url()).toBe(link);
  }
  expect(await page.evaluate(() => history.length)).toBe(entries);
});

test('each kind of bad link has its message, and the own draft stays', async ({ page }) => {
  const link = await sharedLink(page);
  await nameField(page).fill('own');
  const bad: readonly (readonly [link: string, words: string])[] = [
    [link.slice(0, -40), `This link is incomplete (ends after ${link.length - 40} characters`],
    [`${link.slice(0, -9)}${link.at(-9) === 'A' ? 'B' : 'A'}${link.slice(-8)}`, 'This link is damaged'],
    [link.replace('#s1.', '#s9.'), 'created by a newer version of this page. Reload the page to update it.'],
    [link.replace(/#.*/, '#supper'), 'isn’t a valid share link'],
  ];
  for (const [address, words] of bad) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(address).hash);
    await expect(notices(page)).toContainText(words);
    await expect(nameField(page)).toHaveValue('own');
  }
  await test.step('a link without identifiers has none of them, and the address neither', async () => {
    await openShare(page);
    const whole = await linkIn(page);
    await dialog(page)
      .getByText(/^Includes \d+ identifiers/)
      .click();
    await expect(dialog(page).getByText(/^Account ID: /)).toBeVisible();
    await dialog(page).getByLabel('Replace account IDs and names with placeholders').check();
    await expect(dialog(page).getByText('is replaced with <ACCOUNT_ID>')).toBeVisible();
    await expect(dialog(page).getByText(/identifiers are replaced$/)).toBeVisible();
    for (const look of [wide, phone])
      expect(await violationsIn(page, look, { part: '[role=dialog]' })).toEqual([]);
    const link = await linkIn(page);
    expect(link).not.toBe(whole);
    expect(new URL(page.url()).hash).toBe('');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await page.goto(link);
    await expect(notices(page)).toContainText('shared draft');
    await expect(nameField(page)).toHaveValue('');
  });
});

test('points are named, renamed, compared with, brought back, deleted and put back', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await showPart(page, 'Compare');
  await saveSnapshot(page, 'Snapshot 1');
  const since = page.getByLabel('Compare with', { exact: true });
  await expect(since).toContainText('Snapshot 1');
  await page.getByRole('button', { name: 'Snapshots…' }).click();
  const points = page.getByRole('dialog', { name: 'Snapshots' });
  await points.getByLabel('Name', { exact: true }).fill('before review');
  await page.keyboard.press('Enter');
  await points.getByLabel('Name of Snapshot 1').fill('first');
  await page.keyboard.press('Enter');
  await points.getByRole('button', { name: 'Compare with first' }).click();
  await expect(points).toBeHidden();
  await expect(since.locator('option:checked')).toHaveText('Snapshot: first');

  await showPart(page, 'Build');
  await choosePersona(page, 'Notebook and Studio execution role');
  await page.keyboard.press('ControlOrMeta+Alt+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('snapshots');
  await page.keyboard.press('Enter');
  await expect(points.getByLabel('Name of first')).toBeVisible();
  for (const look of [wide, phone]) expect(await violationsIn(page, look)).toEqual([]);
  await points.getByRole('button', { name: 'Delete first' }).click();
  await expect(points.getByRole('button', { name: 'Undo delete' })).toBeFocused();
  await expect(points.getByLabel('Name of first')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(points.getByLabel('Name of first')).toBeVisible();
  await points.getByRole('button', { name: 'Restore before review' }).click();
  await expect(persona(page, 'Notebook and Studio execution role')).not.toBeChecked();
  await banner(page).getByRole('button', { name: 'Undo' }).click();
  await expect(persona(page, 'Notebook and Studio execution role')).toBeChecked();
});
