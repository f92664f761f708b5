import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { fillExamples } from './page.ts';

/** The pictures of the README and the documentation. `npm run pictures` writes them to `docs/images/`; otherwise they are only made. */
const isUpdate = process.env['UPDATE_PICTURES'] === '1';

/** What a reader loads at most for one picture. */
const MOST_BYTES = 150_000;

async function takePicture(page: Page, name: string, path: string): Promise<void> {
  await page.mouse.move(0, 0);
  // Results of before the last change are no picture of the page at rest.
  await expect(page.getByText(/^… \d+ (passed|proven)/)).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  const devtools = await page.context().newCDPSession(page);
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
  await devtools.detach();
  const picture = Buffer.from(data, 'base64');
  expect(picture.length, name).toBeGreaterThan(10_000);
  expect(picture.length, name).toBeLessThan(MOST_BYTES);
  await writeFile(isUpdate ? `docs/images/${name}.webp` : path, picture);
}

/** Shows a choice as a link of the documentation does. */
async function open(page: Page, kind: string, id: string, choice = id): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#open=${kind}:${id}`);
  await expect(page.locator(`[data-choice="${choice}"] input`).first()).toBeFocused();
}

const choice = (page: Page, key: string) => page.locator(`[data-choice="${key}"] input`).first();

const brokenPolicy = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["sagemaker:CreateTrainngJob", "s3:*"],
      "Resource": "*"
    },
    {
      "Effect": "Allow",
      "Action": "iam:PassRole",
      "Resource": "*"
    }
  ]
}`;

test('the pictures of the documentation show the page as it is', async ({ page }, info) => {
  const take = (name: string) => takePicture(page, name, info.outputPath(`${name}.webp`));
  await page.setViewportSize({ width: 1360, height: 850 });
  await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: 'light' });
  await page.goto('');
  for (const id of ['dataScientist', 'notebookRole', 'trainingRole']) await choice(page, id).check();
  await fillExamples(page);
  await open(page, 'guardrail', 'vpcOnly');
  for (const id of ['vpcOnly', 'interContainerEncryption']) await choice(page, id).check();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
  await test.step('guardrails', () => take('guardrails'));
  await test.step('permissions', async () => {
    await open(page, 'activity', 'runJobs', 'notebookRole/runJobs');
    const row = page.locator('[data-choice="notebookRole/runJobs"]');
    await row.locator('summary').first().click();
    await row.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    await take('permissions');
  });
  await test.step('trust', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+1');
    await page.locator('[aria-controls], [aria-expanded]').filter({ hasText: /^5/ }).click();
    await expect(page.locator('figure figcaption')).toBeVisible();
    await take('trust');
  });
  await test.step('the whole page', async () => {
    await open(page, 'persona', 'dataScientist');
    await take('page');
  });
  await test.step('compare', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+2');
    await expect(page.locator('#policy .monaco-diff-editor .view-line').first()).toBeVisible();
    await expect(
      page.locator('#policy .monaco-diff-editor :is(.line-insert, .line-delete)').first(),
    ).toBeVisible();
    await take('compare');
  });
  await test.step('access', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+4');
    await expect(page.getByRole('region', { name: 'Reach' }).getByRole('listitem').first()).toBeVisible();
    await take('access');
  });
  await test.step('tests', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+P');
    await expect(
      page
        .locator('#policy summary')
        .filter({ hasText: /^\W*\d+ passed/ })
        .first(),
    ).toBeVisible();
    await take('tests');
  });
  await test.step('validate', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+K');
    const dialog = page.getByRole('dialog');
    await dialog.locator('.monaco-editor').first().click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), brokenPolicy);
    await page.keyboard.press('ControlOrMeta+V');
    await expect(dialog.getByRole('button', { name: /sagemaker:CreateTrainingJob$/ })).toBeVisible();
    await take('validate');
  });
});
