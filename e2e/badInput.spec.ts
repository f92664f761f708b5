import { expect } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, copiedPolicy, next, onPhone } from './page.ts';

const wrong: readonly {
  readonly label: string;
  readonly value: string;
  readonly rule: RegExp;
  readonly stays: string;
}[] = [
  {
    label: 'Account ID',
    value: '12345',
    rule: /12 digits without hyphens, for example 111122223333\.$/,
    stays: '<ACCOUNT_ID>',
  },
  { label: 'Region', value: 'moon-1', rule: /Region code, for example eu-central-1\.$/, stays: '<REGION>' },
  {
    label: 'Data key',
    value: 'arn:aws:kms:oops',
    rule: /Example: arn:aws:kms:/,
    stays: '<DATA_KMS_CMK_ARN>',
  },
];

test('without the editor the text and every other feature stay, and it can be tried again', {
  tag: '@all',
}, async ({ page }) => {
  let blocked = true;
  await page.route(/assets\/monaco-/, (route) => (blocked ? route.abort() : route.continue()));
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await expect(page.getByRole('alert')).toContainText('Couldn’t load the editor');
  await expect(page.getByRole('region', { name: 'Endpoint: s3, as text' })).toContainText('"2012-10-17"');
  await copiedPolicy(page, 'Endpoint: s3');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await expect(page.getByRole('region', { name: 'Changed text' })).toBeVisible();
  await page.getByRole('tab', { name: 'Policy' }).click();
  // A notice says it as well, a moment later. The view comes behind its tab, and asks for the editor again.
  const reload = page.getByRole('alert').getByRole('button', { name: 'Reload page' });
  await expect(reload).toBeVisible();
  blocked = false;
  await reload.click();
  await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('wrong values are explained and stay out of the policy', async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Training');
    await next(page);
    await next(page);
    for (const { label, value, rule } of wrong) {
      const field = page.getByRole('textbox', { name: label, exact: false }).first();
      await field.fill(value);
      await field.press('Tab');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(page.getByText(rule)).toBeVisible();
    }
    const text = JSON.stringify(await copiedPolicy(page, 'Training and processing execution role'));
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    for (const { label, value, stays } of wrong) {
      expect(text).toContain(stays);
      expect(text).not.toContain(value);
      await expect(page.getByRole('note')).toContainText(label);
    }
  });

  test('a part that is gone after a redeploy is reported, and the draft survives the reload', {
    tag: '@all',
  }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await page.route(/ExportDialog/, (route) => route.fulfill({ status: 404, body: 'gone' }));
    await page.route(/\/tools\/policy-builder\/$/, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: '<script type="module" src="./assets/index-newer.js"></script>',
      }),
    );
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices).toContainText('A new version of this page');
    await page.unrouteAll();
    await notices.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('checkbox', { name: /Data scientist/ })).toBeChecked();
  });
});
