import { expect, test } from '@playwright/test';
import { fillExamples } from './page.ts';

test('the picture of the README shows the page as it is', async ({ page }, info) => {
  await page.goto('');
  await fillExamples(page);
  await page.getByRole('button', { name: /^2 What/i }).click();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const path = process.env['UPDATE_SCREENSHOT'] ? 'docs/screenshot.png' : info.outputPath('screenshot.png');
  const picture = await page.screenshot({ path });
  expect(picture.length).toBeGreaterThan(50_000);
});
