import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { answerFor, serverAnswers, usePreset } from './answers.ts';
import { phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  editorText,
  enterText,
  fillExamples,
  next,
  onPhone,
  persona,
  showPart,
  stepHead,
} from './page.ts';
import { setWithAccount } from './setWithAccount.ts';

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });
const account = (page: Page) => page.getByRole('textbox', { name: 'Account ID' });
const nameField = (page: Page) => page.getByRole('textbox', { name: /^Policy set name/ });

/** What the dialog Share, which is open, gives. */
const linkIn = (page: Page) => page.getByRole('dialog').getByLabel('Link', { exact: true }).inputValue();

/** The worked example, changed; served in its place. */
async function useChanged(page: Page, change: (text: string) => string): Promise<void> {
  const text = await readFile('public/presets/example.json', 'utf8');
  await usePreset(page, 'example.json');
  await answerFor(page, '/presets/example.json', { body: change(text) });
}

/** A draft made before the organisation had rules. */
async function draftWithoutRules(page: Page): Promise<void> {
  await setWithAccount(page);
  await nameField(page).fill('Fraud');
}

test('what a required limit asks for cannot be taken out by hand', async ({ page }) => {
  await usePreset(page, 'example.json');
  await page.goto('#new');
  await choosePersona(page, 'Model risk reviewer');
  await next(page);
  await next(page);
  await fillExamples(page);
  await editorText(page);
  const before = await copiedPolicy(page, 'Model risk reviewer');
  const denial = page.locator('.policy-editor .view-line').filter({ hasText: '"Effect": "Deny"' }).first();
  await page.locator('.policy-editor .view-line').first().click();
  await page.keyboard.press('ControlOrMeta+End');
  await expect(denial).toBeVisible();
  await denial.click();
  await page.keyboard.press('End');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('Backspace');
  await page.keyboard.insertText('Allow",');
  await expect(notices(page)).toContainText('The rules of Acme prod changed 1 selection of this draft');
  expect(await copiedPolicy(page, 'Model risk reviewer')).toEqual(before);
  await test.step('an imported document says that the rules do not reach into it, and its values pass no lock', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
    const statement = {
      Effect: 'Allow',
      Action: ['sagemaker:DescribeModel'],
      Resource: 'arn:aws:sagemaker:us-east-1:999988887777:model/*',
    };
    const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
    await enterText(page, JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
    await dialog.getByRole('button', { name: 'Add 1 policy to this set' }).click();
    await expect(page.getByText('and the rules of Acme prod don’t apply')).toBeVisible();
    await expect(account(page)).toHaveValue('111122223333');
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('the organisation’s rules are in view, with owner and reason, and cannot be changed', async ({
    page,
  }) => {
    await usePreset(page, 'example.json');
    await page.goto('#new');
    const badge = page.getByRole('button', { name: 'Preset: Acme prod' });
    await expect(badge).toBeVisible();
    await expect(notices(page)).not.toContainText('changed');
    const logo = badge.locator('img');
    await expect
      .poll(() => logo.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(0);
    await test.step('the list of rules is reached and left by keyboard, and reads well to a screen reader', async () => {
      await badge.focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: 'Preset: Acme prod' });
      await expect(dialog).toContainText('Required guardrails');
      expect(await violationsIn(page, phone, { part: '[role=dialog]', more: ['best-practice'] })).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(badge).toBeFocused();
    });
    await choosePersona(page, 'Model risk reviewer');
    await next(page);
    await expect(page.getByText('From your organization').last()).toBeVisible();
    await next(page);
    await expect(account(page)).toHaveValue('111122223333');
    await expect(account(page)).not.toBeEditable();
    await expect(account(page)).toHaveAccessibleDescription(
      'Locked by Acme Cloud Platform. Production machine learning runs in this account only. Contact: #cloud-platform.',
    );
    const region = page.getByRole('combobox', { name: 'Region' });
    await expect(region.locator('option')).toHaveText([
      'Not selected',
      'eu-west-1: Ireland',
      'eu-central-1: Frankfurt',
    ]);
    await region.selectOption('eu-central-1');
    await test.step('its own persona, activity and tests are there like ours', async () => {
      await page.getByRole('textbox', { name: 'Data lake' }).fill('acme-lake/raw');
      const policy = JSON.stringify(await copiedPolicy(page, 'Model risk reviewer'));
      expect(policy).toContain('arn:aws:s3:::acme-lake/raw/*');
      expect(policy).not.toContain('ACME_LAKE');
      await showPart(page, 'Policy');
      await page.getByRole('tab', { name: /^Tests/ }).click();
      await page.getByRole('region', { name: 'Model risk reviewer' }).getByText('4 passed').click();
      await expect(page.getByText('reads a table of the data lake')).toBeVisible();
      await showPart(page, 'Build');
    });
    await next(page);
    const required = page.getByRole('checkbox', { name: /Require a VPC/ });
    await expect(required).toBeChecked();
    await required.focus();
    await page.keyboard.press('Space');
    await expect(required).toBeChecked();
    const text = JSON.stringify(await copiedPolicy(page, 'Model risk reviewer'));
    expect(text).toContain('eu-central-1:111122223333:');
    expect(text).toContain('"sagemaker:VpcSubnets":"true"');
  });

  test('neither a stored draft nor a link passes a rule: both say what changed, and what was stored is kept aside', {
    tag: '@all',
  }, async ({ page, browser, baseURL }) => {
    await draftWithoutRules(page);
    await page.keyboard.press('ControlOrMeta+s');
    const link = await linkIn(page);
    await page.keyboard.press('Escape');
    await usePreset(page, 'example.json');
    await page.goto('.');
    await page.reload();
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await expect(notices(page)).toContainText('and changed to follow the rules of your organization');
    const changed = notices(page).getByText(/The rules of Acme prod changed \d+ selections of this draft/);
    await changed.click();
    await expect(notices(page)).toContainText(
      'Account ID, by Acme Cloud Platform: Production machine learning runs in this account only.',
    );
    await stepHead(page, 'Resources').click();
    await expect(account(page)).toHaveValue('111122223333');
    await expect(nameField(page)).toHaveValue('fraud');
    for (const part of ['Data scientist 1', 'Data scientist 2'])
      expect(JSON.stringify(await copiedPolicy(page, part))).not.toContain('999988887777');
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeDisabled();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      notices(page).getByRole('button', { name: 'Download saved draft' }).click(),
    ]);
    expect(await readFile(await download.path(), 'utf8')).toContain('999988887777');

    const context = await browser.newContext({ baseURL: baseURL ?? '', viewport: onPhone });
    const other = await context.newPage();
    await usePreset(other, 'example.json');
    await test.step('a link', async () => {
      await other.goto(link);
      await showPart(other, 'Build');
      await expect(persona(other, 'Data scientist')).toBeChecked();
      await expect(notices(other)).toContainText('The rules of Acme prod changed');
      await stepHead(other, 'Resources').click();
      await expect(account(other)).toHaveValue('111122223333');
      await stepHead(other, 'Guardrails').click();
      await expect(other.getByRole('checkbox', { name: /Require a VPC/ })).toBeChecked();
    });
    await test.step('a link with nothing but values says so, too', async () => {
      await serverAnswers(page);
      await page.goto('about:blank');
      await page.goto(link);
      await showPart(page, 'Build');
      await expect(persona(page, 'Data scientist')).toBeChecked();
      await persona(page, 'Data scientist').uncheck();
      await page.keyboard.press('ControlOrMeta+s');
      const values = await linkIn(page);
      await other.goto('about:blank');
      await other.goto(values);
      await expect(notices(other)).toContainText(
        /The rules of Acme prod changed \d+ selections? of this draft/,
      );
    });
    await context.close();
  });

  test('a preset that does not come or has a mistake is named, no part of it holds, and the page goes on', async ({
    page,
  }) => {
    const unreachable = 'Couldn’t load the preset of your organization (presets/missing.json)';
    await usePreset(page, 'missing.json');
    await page.goto('#new');
    await expect(notices(page)).toContainText(unreachable);
    await test.step('another page in its place is none', async () => {
      await answerFor(page, '/presets/missing.json', {
        contentType: 'text/html',
        body: '<!doctype html><title>Sign in</title>',
      });
      await page.reload();
      await expect(notices(page)).toContainText(unreachable);
      await choosePersona(page, 'Data scientist');
      await showPart(page, 'Policy');
      await expect(page.getByRole('region', { name: 'Data scientist, as text' })).toContainText(
        '"2012-10-17"',
      );
    });
    await test.step('a mistake', async () => {
      await useChanged(page, (text) => text.replace('"mark": "MR"', '"mark": "reviewer"'));
      await page.reload();
      await expect(notices(page)).toContainText('Couldn’t apply the preset: ');
      await expect(notices(page)).toContainText(
        'example.json: personas[0].mark must be two or three capital letters',
      );
      await expect(page.getByRole('button', { name: /^Preset:/ })).toHaveCount(0);
      await stepHead(page, 'Resources').click();
      await account(page).fill('999988887777');
      expect(JSON.stringify(await copiedPolicy(page, 'Data scientist'))).toContain('999988887777');
    });
  });

  test('a preset can be tried by address; nothing outside its folder is read', async ({ page }) => {
    await page.goto('#new');
    await choosePersona(page, 'Data scientist');
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
    await page.goto('about:blank');
    await page.goto('#preset=example.json');
    await page.getByRole('button', { name: 'Use preset' }).click();
    await expect(page.getByRole('button', { name: 'Preset: Acme prod' })).toBeVisible();
    await choosePersona(page, 'Model risk reviewer');
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(2);
    await page.goto('about:blank');
    await page.goto('.');
    await expect(persona(page, 'Data scientist')).toBeChecked();
    await expect(persona(page, 'Model risk reviewer')).toHaveCount(0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto('about:blank');
    await page.goto('#preset=../../secret.json');
    await expect(notices(page)).toContainText('must be the name of a JSON file in the folder presets');
    expect(asked.filter((url) => url.includes('secret'))).toEqual([]);
  });
});
