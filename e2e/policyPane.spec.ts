import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, fillExamples, onPhone, showPart } from './page.ts';

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
});
