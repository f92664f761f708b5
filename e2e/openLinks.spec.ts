import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, persona, stepHead } from './page.ts';

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** Follows a link while the page is open, as one from the documentation beside it. */
const follow = (page: Page, hash: string) =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, hash);

test('a link of the documentation opens the page at its choice or check, and the draft stays as it is', async ({
  page,
}) => {
  await test.step('on a page that was not open', async () => {
    await page.goto('#open=guardrail:vpcOnly');
    await expect(page.locator('[data-choice="vpcOnly"] input').first()).toBeFocused();
    await expect(page.locator('[data-choice="vpcOnly"] input').first()).not.toBeChecked();
    expect(new URL(page.url()).hash).toBe('');
  });
  await test.step('an activity of no selected persona: the persona, and what to do', async () => {
    await follow(page, '#open=activity:manageModels');
    await expect(persona(page, 'Data scientist')).toBeFocused();
    await expect(notices(page)).toContainText('Select one of them to see it in step 2.');
    await expect(persona(page, 'Data scientist')).not.toBeChecked();
  });
  await test.step('an activity in a folded group', async () => {
    await choosePersona(page, 'Data scientist');
    await follow(page, '#open=activity:manageModels');
    const activity = page.locator('[data-choice="dataScientist/manageModels"] input');
    await expect(activity).toBeFocused();
    await expect(activity).not.toBeChecked();
  });
  await test.step('a persona', async () => {
    await follow(page, '#open=persona:vpcEndpoint');
    await expect(page.locator('[data-choice="vpcEndpoint"] input')).toBeFocused();
  });
  await test.step('a check, and one that does not exist', async () => {
    const dialog = page.getByRole('dialog');
    await follow(page, '#open=check:MISSING_VERSION');
    await expect(dialog.locator('[data-check="MISSING_VERSION"]')).toBeFocused();
    await follow(page, '#open=check:NO_SUCH_CHECK');
    await expect(dialog).toContainText('No results for “NO_SUCH_CHECK”.');
    // The check that had the focus is gone from the list.
    await expect(dialog.getByRole('textbox', { name: 'Find a check' })).toBeFocused();
    await page.keyboard.press('Escape');
    // While it is there, nothing behind it is read out, and the notice would not be found.
    await expect(dialog).toHaveCount(0);
  });
  await test.step('an unknown id and a text that is no such link', async () => {
    await follow(page, '#open=guardrail:constructor');
    await expect(notices(page)).toContainText('This page has no guardrail with the ID constructor.');
    await follow(page, '#open=guardrail:"><img src=x onerror=alert(1)>');
    await expect(notices(page)).toContainText('isn’t a valid link');
    await expect(stepHead(page, '')).toHaveCount(6);
    expect(new URL(page.url()).hash).toBe('');
  });
});
