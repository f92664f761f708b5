import { expect, type Page, test } from '@playwright/test';
import { choosePersona, copiedPolicy, editorText, enterText, onPhone, openMatrix, showPart } from './page.ts';

/**
 * What becomes of the page when its workers cannot be created, do not load, end, or never answer. What they compute is then said to
 * be missing, never shown as fine or as still on its way, and everything else works.
 */

const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true });

test('where workers cannot be created, nothing is shown as checked, read or compared in silence', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(window, {
      Worker: function Worker() {
        throw new DOMException('not allowed', 'SecurityError');
      },
    });
  });
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await expect(findings(page)).toContainText('Not checked:');
  await expect(findings(page)).not.toContainText(/No issues found|Checking/);
  await expect(page.getByRole('contentinfo')).toContainText('Not checked');
  await expect(page.getByRole('contentinfo')).not.toContainText('No issues found');
  await findings(page).getByRole('button', { name: 'Show findings' }).click();
  await expect(findings(page).getByRole('alert')).toContainText('This policy has no results.');
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Not checked yet');
  await page.keyboard.press('Escape');
  await copiedPolicy(page, 'Endpoint: s3');
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: /Import/ });
  await enterText(page, '{"Version":"2012-10-17","Statement":[]}');
  await expect(dialog.getByRole('status')).toContainText('Couldn’t read the text');
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('tab', { name: 'Compare' }).click();
  const lines = page.locator('.monaco-diff-editor');
  await expect(lines).toBeVisible();
  const marked = lines.locator('.line-insert, .line-delete').first();
  const reported = page.getByRole('alert').filter({ hasText: 'Changed lines aren’t highlighted' });
  await expect(marked.or(reported).first()).toBeVisible();
  await test.step('nor tested, nor compared as access', async () => {
    const changes = page.getByRole('region', { name: 'Access changes', exact: true });
    await expect(changes.getByRole('alert')).toContainText('Couldn’t compare access');
    await expect(changes).not.toContainText(/Comparing|No differences|same access/);
    await expect(page.getByRole('contentinfo')).toContainText('Tests: ! not run');
    await page.getByRole('tab', { name: 'Access', exact: true }).click();
    await expect(
      page.getByRole('alert').filter({ hasText: 'Couldn’t compute what each role can reach' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Reach' })).toHaveCount(0);
    await openMatrix(page);
    await expect(
      page.getByRole('alert').filter({ hasText: 'Couldn’t compute the access of each role' }),
    ).toBeVisible();
    await expect(page.getByRole('region', { name: 'Access by action and role' })).toHaveCount(0);
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('workers that never answer are said to be silent, and can be started again', async ({ page }) => {
    await page.addInitScript(() => {
      const { Worker: Own } = window;
      window.Worker = class extends Own {
        override postMessage(...sent: [message: unknown]) {
          if (!('isSilent' in window)) super.postMessage(...sent);
        }
      };
      Object.assign(window, { isSilent: true });
    });
    await page.clock.install();
    await page.goto('');
    await choosePersona(page, 'VPC endpoint');
    await showPart(page, 'Policy');
    await expect(findings(page)).toContainText('Checking…');
    await page.clock.fastForward(25_000);
    await expect(findings(page)).toContainText('Not checked: no response');
    await findings(page).getByRole('button', { name: 'Show findings' }).click();
    await page.evaluate(() => Reflect.deleteProperty(window, 'isSilent'));
    await findings(page).getByRole('button', { name: 'Try again' }).click();
    await page.clock.fastForward(1000);
    await expect(findings(page)).toContainText('No issues found (');
  });
});
