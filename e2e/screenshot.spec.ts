import { expect } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, fillExamples } from './page.ts';

test('the picture of the README shows the page as it is', async ({ page }, info) => {
  await page.goto('');
  for (const title of ['Data scientist', 'Notebook and Studio execution role', 'Training'])
    await choosePersona(page, title);
  await fillExamples(page);
  await page.getByRole('button', { name: /^4 Limits/i }).click();
  await page.getByRole('checkbox', { name: /Only in a VPC/ }).check();
  await page.getByRole('checkbox', { name: /Encrypted traffic between containers/ }).check();
  await page
    .getByRole('button', { name: 'Policy', exact: true })
    .or(page.getByRole('tab', { name: 'Policy' }))
    .hover();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const path = process.env['UPDATE_SCREENSHOT'] ? 'docs/screenshot.png' : info.outputPath('screenshot.png');
  const picture = await page.screenshot({ path });
  expect(picture.length).toBeGreaterThan(50_000);
});
