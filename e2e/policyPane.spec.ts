import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedText,
  fillExamples,
  next,
  onPhone,
  showPart,
  showPolicy,
  stepHead,
  useUp,
} from './page.ts';

const line = (page: Page, text: string) => page.locator('.policy-editor .view-line', { hasText: text });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Whether all of an element is above another. */
async function isAbove(page: Page, upper: string, lower: string): Promise<boolean> {
  const edges = await page.evaluate(
    ([one = '', other = '']) =>
      [document.querySelector(one), document.querySelector(other)].map((element) =>
        element?.getBoundingClientRect(),
      ),
    [upper, lower],
  );
  return (edges[0]?.bottom ?? Infinity) <= (edges[1]?.top ?? 0) + 1;
}

test('one panel below the policy says why a line is there, and is opened, sized and closed at the keyboard', async ({
  page,
}) => {
  await page.goto('./');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await line(page, '"sagemaker:List*"').click();
  await expect(panel(page, 'Why')).toContainText('sagemaker:List* is required by: Data scientist');
  await test.step('it opens at the line and not over it', async () => {
    for (let down = 0; down < 14; down += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ControlOrMeta+Alt+Y');
    await expect(panel(page, 'Why')).toContainText('is required by:');
    await expect.poll(() => isAbove(page, '.policy-editor .current-line', '[data-open="true"]')).toBe(true);
    await expect(page.locator('.policy-editor .monaco-editor.focused')).toHaveCount(1);
  });
  await test.step('the details are folded below the verdict', async () => {
    const why = panel(page, 'Why').getByRole('tabpanel');
    await expect(why).toContainText('Allow');
    const details = why.getByText('Rationale and sources').first();
    await expect(details).toBeVisible();
    await expect(why.getByRole('link').first()).toBeHidden();
    await details.click();
    await expect(why.getByRole('link').first()).toBeVisible();
  });
  await test.step('its height is kept, also after a reload', async () => {
    const separator = page.getByRole('separator', { name: 'Panel height' });
    await separator.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await expect(separator).toHaveAttribute('aria-valuenow', '136');
    await expect(page.locator('[data-open="true"]')).toHaveCSS('height', '136px');
  });
  await test.step('Escape closes it, and the tabs keep the focus', async () => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('tab', { name: /^Why/ })).toBeFocused();
    await expect(page.getByRole('separator', { name: 'Panel height' })).toHaveCount(0);
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: /^Findings/ })).toBeFocused();
    await expect(panel(page, 'Findings').getByRole('tabpanel')).toBeVisible();
    await page.keyboard.press('End');
    await expect(panel(page, 'Size').getByRole('tabpanel')).toContainText('Managed policy');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Show sizes' })).toBeFocused();
  });
  await page.reload();
  await page.getByRole('button', { name: 'Show findings' }).click();
  await expect(page.locator('[data-open="true"]')).toHaveCSS('height', '136px');
  await test.step('the comparison of the text has no room to scroll sideways', async () => {
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(page.getByRole('tab', { name: /^Why/ })).toHaveCount(0);
    await expect(page.locator('.monaco-diff-editor .line-insert').first()).toBeVisible();
    const scrolled = page.locator('.monaco-diff-editor .editor .editor-scrollable');
    await expect(scrolled).toHaveCount(2);
    const widths = await scrolled.evaluateAll((halves) =>
      halves.map((half) => [
        half.querySelector('.view-lines')?.getBoundingClientRect().width ?? 0,
        half.getBoundingClientRect().width,
      ]),
    );
    for (const [lines = 0, half = 0] of widths) expect(lines).toBeLessThanOrEqual(half);
  });
});

const format = (page: Page) => page.getByRole('combobox', { name: 'Format', exact: true });
const tools = (page: Page) => panel(page, 'Policy text');

async function copied(page: Page): Promise<string> {
  return copiedText(tools(page).getByRole('button', { name: /^Copy / }));
}

/** What the export dialog copies, as the file of the format whose name ends so. */
async function exported(page: Page, name: RegExp, file: RegExp): Promise<string> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name }).check();
  const row = dialog.getByRole('listitem').filter({ hasText: file });
  const text = await copiedText(row.getByRole('button', { name: /^Copy/ }));
  await dialog.getByRole('button', { name: 'Close' }).click();
  return text;
}

test('a policy is copied, saved, and shown in each format as an export writes it', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto('./');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await test.step('JSON', async () => {
    const text = await copied(page);
    // Within the time in which the copy before is confirmed.
    expect(await copied(page)).toBe(text);
    expect(text).toBe(await exported(page, /Formatted JSON/, /identity-policy\.json/));
    const downloading = page.waitForEvent('download');
    await tools(page).getByRole('button', { name: 'Download' }).click();
    expect((await downloading).suggestedFilename()).toBe('ml-platform.data-scientist.identity-policy.json');
  });
  await test.step('Terraform, highlighted and live', async () => {
    await copied(page);
    await format(page).focus();
    await format(page).selectOption('terraform');
    await expect(line(page, 'terraform {')).toBeVisible();
    // The text that was copied was another one.
    expect(await tools(page).getByRole('button', { name: /^Cop/ }).innerText()).not.toContain('Copied');
    await expect(format(page)).toBeFocused();
    expect(await copied(page)).toBe(await exported(page, /Terraform/, /main\.tf/));
    const colors = await line(page, 'terraform {')
      .locator('span span')
      .evaluateAll((words) => words.map((word) => getComputedStyle(word).color));
    expect(new Set(colors).size).toBeGreaterThan(1);
    await next(page);
    await page.getByRole('checkbox', { name: /View the SageMaker console/ }).uncheck();
    await expect(line(page, '"sagemaker:List*"')).toHaveCount(0);
    expect(await copied(page)).not.toContain('sagemaker:List*');
  });
  await test.step('what cannot be edited says so, and leads back', async () => {
    await line(page, 'terraform {').click();
    await page.keyboard.type('x');
    await expect(page.getByRole('alert').filter({ hasText: 'Terraform is read-only.' })).toBeVisible();
    await useUp(page.getByRole('button', { name: 'Back to JSON' }));
    await expect(format(page)).toHaveValue('json');
    await expect(line(page, '"Statement"')).toBeVisible();
  });
  await test.step('the format stays from policy to policy; several files are chosen among', async () => {
    await page.getByRole('checkbox', { name: /View the SageMaker console/ }).check();
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await format(page).selectOption('pulumi');
    await expect(page.getByText(/^File 1 of \d+\. To get all of them, use Export\.$/)).toBeVisible();
    const files = page.getByRole('combobox', { name: 'File', exact: true });
    await files.selectOption({ label: 'account/Pulumi.yaml' });
    await expect(line(page, 'name: "ml-platform-account"')).toBeVisible();
    await showPolicy(page, 'Trust policy');
    await expect(format(page)).toHaveValue('pulumi');
    await format(page).selectOption('minifiedJson');
    await expect(line(page, 'sts:AssumeRole')).toBeVisible();
  });
  await test.step('what creates nothing says why', async () => {
    await stepHead(page, 'Personas').click();
    await choosePersona(page, 'Inference execution role');
    await showPolicy(page, /^All roles/);
    expect(await copied(page)).toMatch(/^\{"Version":"2012-10-17",/);
    await format(page).selectOption('cdk');
    await expect(
      page.getByText('The combined view isn’t deployed, so there’s no AWS CDK for it.'),
    ).toBeVisible();
    await expect(tools(page).getByRole('button', { name: /^Copy / })).toBeDisabled();
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('a line that is tapped says why it is there, and stays above the panel', async ({ page }) => {
    await page.goto('./');
    await choosePersona(page, 'Data scientist');
    await showPart(page, 'Policy');
    const text = page.getByRole('region', { name: 'Data scientist, as text' });
    await text.getByText('"sagemaker:List*"').click();
    await page.getByRole('tab', { name: /^Why/ }).click();
    await expect(panel(page, 'Why').getByRole('tabpanel')).toContainText('sagemaker:List*');
    await expect.poll(() => isAbove(page, '[data-caret="true"]', '[data-open="true"]')).toBe(true);
    await page.keyboard.press('Escape');
    await expect(panel(page, 'Why').getByRole('tabpanel')).toHaveCount(0);
    for (const name of [/^Why/, /^Findings/, /^Tests/, /^Size/]) {
      const box = await page.getByRole('tab', { name }).boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? onPhone.width)).toBeLessThanOrEqual(onPhone.width);
    }
  });

  test('the tools fold into a menu above the text, which has most of the height', async ({ page }) => {
    await page.goto('./');
    await choosePersona(page, 'Data scientist');
    await showPart(page, 'Policy');
    const text = page.getByRole('region', { name: 'Data scientist, as text' });
    const more = page.getByRole('button', { name: 'More tools' });
    for (const viewport of [onPhone, { width: 900, height: 844 }]) {
      await page.setViewportSize(viewport);
      await expect(more).toBeVisible();
      await expect(tools(page).getByRole('button', { name: 'Download' })).toBeHidden();
      expect(await isAbove(page, '[aria-label="Policy text"]', 'main pre, .policy-editor')).toBe(true);
    }
    await page.setViewportSize(onPhone);
    await expect
      .poll(async () => (await text.boundingBox())?.height ?? 0)
      .toBeGreaterThan(0.6 * onPhone.height);
    await more.press('Enter');
    await expect(tools(page).getByRole('button', { name: 'Download' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(more).toBeFocused();
    await more.press('Enter');
    await tools(page)
      .getByRole('button', { name: /of 6,144/ })
      .click();
    await expect(panel(page, 'Size').getByRole('tabpanel')).toBeVisible();
    await format(page).selectOption('cloudFormation');
    await expect(page.getByRole('region', { name: /account\.yaml, as text$/ })).toContainText(
      'AWS::IAM::Role',
    );
  });
});
