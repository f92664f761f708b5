import { expect, type Page, test } from '@playwright/test';
import { layoutFaultsIn } from './layoutFaults.ts';
import { chooseAsPublished, enterText, onPhone, showPart, stepHead } from './page.ts';

// `pointer: coarse`, which only a page that was opened so has.
test.use({ viewport: onPhone, hasTouch: true, isMobile: true });

/** Controls that a finger can miss: less than 44 pixels high or wide, with the label that counts to them. Runs in the page. */
function smallControls(): readonly string[] {
  const controls =
    'button, input:not([type=file]), select, summary, textarea, [role=option], [role=tab], a[href]';
  const boxOf = (control: Element): DOMRect => {
    const isChoice = control.matches('[type=checkbox], [type=radio]');
    return ((isChoice && control.closest('label')) || control).getBoundingClientRect();
  };
  return [...document.querySelectorAll(controls)].flatMap((control) => {
    const { width, height } = boxOf(control);
    // A link is as high as its line, with what 2.5.8 asks for around it.
    const least = control.matches('a') ? 24 : 44;
    const isSeen = control.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    // Seen only while it has the focus, which comes from a keyboard.
    const isSkipLink = control.matches('a[href^="#"]');
    if (!isSeen || isSkipLink || width < 2 || Math.min(width, height) > least - 0.5) return [];
    const name = control.getAttribute('aria-label') ?? control.textContent;
    return [`${Math.round(width)} × ${Math.round(height)}: ${control.tagName} ${name.slice(0, 60)}`];
  });
}

async function expectNoFaults(page: Page, state: string): Promise<void> {
  expect.soft(await page.evaluate(smallControls), state).toEqual([]);
  expect.soft(await layoutFaultsIn(page, 'body'), state).toEqual([]);
}

test('controls are large enough for a finger', { tag: '@all' }, async ({ page }) => {
  await page.goto('#new');
  await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
  await expectNoFaults(page, 'start');
  await chooseAsPublished(page);
  await expectNoFaults(page, 'Permissions');
  for (const step of ['Personas', 'Resources', 'Guardrails', 'Trust', 'Review and export']) {
    await stepHead(page, step).click();
    await expectNoFaults(page, step);
  }
  await showPart(page, 'Policy');
  await page.getByRole('tab', { name: /^Findings/ }).click();
  for (const panel of [/^Findings/, /^Tests/, /^Size/, /^Why/]) {
    await page.getByRole('tab', { name: panel }).click();
    await expectNoFaults(page, panel.source);
  }
  for (const view of ['Review', 'Compare', 'Explain', 'Access'] as const) {
    await showPart(page, view);
    await expectNoFaults(page, view);
    if (view !== 'Explain') continue;
    const summary = page.getByRole('group', { name: 'Summary by service' });
    // Its rows are stacked: no column is beyond the edge.
    await expect.poll(() => summary.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await expect(summary.getByRole('rowheader').first()).toBeVisible();
  }
  for (const dialog of ['Share', 'Export']) {
    await page.getByRole('banner').getByRole('button', { name: dialog }).click();
    await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
    await expectNoFaults(page, dialog);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('import');
  await expectNoFaults(page, 'Commands');
  await page.keyboard.press('Enter');
  await enterText(page, '{"Statement":{"Effect":"Allow","Action":"s3:GetObjcet","Resource":"*"}}');
  await expect(page.getByRole('button', { name: 'Replace with s3:GetObject' })).toBeVisible();
  await expectNoFaults(page, 'Import');
});
