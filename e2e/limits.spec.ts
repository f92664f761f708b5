import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  fillExamples,
  oneRole,
  onPhone,
  policies,
  shownPolicy,
  showPart,
  showPolicy,
  stepHead,
} from './page.ts';

const open = (page: Page, step: string) => stepHead(page, step).click();
const limit = (page: Page, title: RegExp) => page.getByRole('checkbox', { name: title });
const textOf = (value: unknown): string => JSON.stringify(value);

async function archive(page: Page): Promise<Record<string, string>> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as ZIP' }).click();
  const files = unzipSync(await readFile(await (await downloading).path()));
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

/** The characters of all policies for roles, as they are exported. */
const lengthOf = (files: Readonly<Record<string, string>>): number =>
  Object.values(files).reduce((sum, text) => sum + text.length, 0);

test('as conditions, a limit changes what is allowed, and the caret leads back to it', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'MLOps engineer');
  await fillExamples(page);
  await open(page, 'Permissions');
  for (const name of [/^Run Studio/, /^Manage models/, /^Manage pipelines/, /^Search and/])
    await limit(page, name).uncheck();
  await open(page, 'Guardrails');
  await limit(page, /Require a VPC/).check();
  await page.getByRole('radio', { name: /Conditions on Allow statements/ }).check();
  await limit(page, /Require volume encryption/).check();
  await page.locator('.policy-editor .view-line', { hasText: '"sagemaker:CreateEndpointConfig"' }).click();
  await expect(page.locator('[data-traced="true"]', { hasText: 'Require volume encryption' })).toBeVisible();
  await page.getByRole('button', { name: 'Show explanation' }).click();
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('Required: set VolumeKmsKeyId');
  await expect(page.getByRole('contentinfo')).toContainText(/Largest policy: .* of \d,\d{3} characters/);
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('a limit asks for its own values, says how to pass, and is in the policy', async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Notebook and Studio execution role');
    await open(page, 'Guardrails');
    await page.getByRole('searchbox', { name: 'Find a guardrail' }).fill('InstanceTypes');
    await expect(page.getByText('1 found')).toBeVisible();
    await limit(page, /Require approved instance types/).check();
    await expect(page.getByText('Required: use an approved instance type')).toBeVisible();
    await expect(page.getByText('1 value is missing')).toBeVisible();
    await page.getByRole('textbox', { name: 'Instance types' }).fill('ml.m5');
    await page.keyboard.press('Tab');
    await expect(page.getByText(/Enter an instance type such as ml.m5.xlarge/)).toBeVisible();
    await page.getByRole('textbox', { name: 'Instance types' }).fill('ml.m5.*');
    await page.getByRole('button', { name: 'Copy requirements (Markdown)' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Instance types: ml.m5.*');
    const policy = await copiedPolicy(page, 'Notebook and Studio execution role');
    expect(textOf(policy)).toContain('"ForAnyValue:StringNotLike":{"sagemaker:InstanceTypes":"ml.m5.*"}');
    // What is typed at one go is undone at one go; how much that was depends on the time it took.
    await expect(async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
      await expect(limit(page, /Require approved instance types/)).not.toBeChecked({ timeout: 500 });
    }).toPass();
    await test.step('a boundary that is too large says so where the limits are chosen', async () => {
      await page.getByRole('searchbox', { name: 'Find a guardrail' }).fill('');
      for (const group of ['Network', 'Encryption', 'Compute and hosting'])
        await page.getByRole('button', { name: `Select all of ${group}`, exact: true }).click();
      await page.getByRole('radio', { name: /^Permissions boundary/ }).check();
      await expect(
        page.getByText(/Permissions boundary: .* of 6,144 characters \(\d+%\), too large/),
      ).toBeVisible();
      await expect(page.getByText(/The permissions boundary exceeds its size quota/)).toBeVisible();
      await page.getByRole('radio', { name: /^Service control policy/ }).check();
      await expect(page.getByText(/Service control policy 1: .* of 10,240 characters/)).toBeVisible();
    });
  });

  test('limits go into a service control policy of their own or into a boundary, and come back after a reload', async ({
    page,
  }) => {
    await page.goto('');
    await test.step('a service control policy can be all that is wanted', async () => {
      await open(page, 'Guardrails');
      const control = page.getByRole('radio', { name: /^Service control policy/ });
      await expect(control).toHaveAccessibleDescription(/every principal of the member accounts/);
      await limit(page, /Deny direct internet access/).check();
      await expect(page.getByText(/Guardrails apply to roles, and no role is selected/)).toBeVisible();
      await control.check();
      await expect(
        page.getByText('Guardrails moved to the service control policy. This set has no roles.').first(),
      ).toBeVisible();
      await showPart(page, 'Policy');
      await expect(shownPolicy(page)).toHaveText('Service control policy');
      await expect(page.getByRole('region', { name: 'Service control policy, as text' })).toContainText(
        '"DenyDirectInternet"',
      );
      await showPart(page, 'Build');
    });
    await test.step('guardrails of data stores are in a resource control policy', async () => {
      await limit(page, /Require TLS for data stores/).check();
      await expect(page.getByText(/^Always enforced with a resource control policy/)).toBeVisible();
      // No tag exempts from them: alone they offer none.
      const exemption = page.getByRole('checkbox', { name: /Exempt principals with a tag/ });
      await expect(exemption).toHaveAccessibleDescription(/all guardrails except those for data stores/);
      await limit(page, /Deny direct internet access/).uncheck();
      await expect(exemption).toHaveCount(0);
      await limit(page, /Deny direct internet access/).check();
      await expect(exemption).toBeVisible();
      await showPart(page, 'Policy');
      await showPolicy(page, 'Resource control policy');
      const text = page.getByRole('region', { name: 'Resource control policy, as text' });
      await expect(text).toContainText('"aws:SecureTransport"');
      await showPolicy(page, 'Service control policy');
      await showPart(page, 'Build');
      await limit(page, /Require TLS for data stores/).uncheck();
    });
    await open(page, 'Personas');
    await choosePersona(page, 'Notebook and Studio execution role');
    await open(page, 'Guardrails');
    await limit(page, /Require a VPC/).check();
    await expect(page.getByRole('status').filter({ hasText: 'newly denied' })).toHaveCount(1);
    await page.getByRole('radio', { name: /^Permissions boundary/ }).check();
    await test.step('what a move changes is computed, and said to screen readers too', async () => {
      const reported = page.getByText(/Guardrails moved to the permissions boundary/);
      await expect(reported).toHaveCount(2);
      // Changes within the same second are announced together: that of the guardrail may come before.
      for (const text of await reported.all())
        await expect(text).toHaveText(
          /boundary\. Effective access for these roles is unchanged\.(?!.*(?:newly|no longer) denied)/,
        );
    });
    await page.getByRole('radio', { name: /All permissions except what the guardrails deny/ }).check();
    await page.getByRole('checkbox', { name: /Exempt principals with a tag/ }).check();
    await showPart(page, 'Policy');
    await showPolicy(page, 'Permissions boundary', 'Guardrails');
    await expect(shownPolicy(page)).toHaveText('Permissions boundary');
    await showPart(page, 'Build');
    const boundary = textOf(await copiedPolicy(page, 'Permissions boundary'));
    expect(boundary).toContain('"Effect":"Allow","Action":["*"]');
    expect(boundary).toContain('iam:DeleteRolePermissionsBoundary');
    expect(boundary).toContain('"aws:PrincipalTag/sagemaker-limits":"exempt"');
    expect(textOf(await copiedPolicy(page, 'Notebook and Studio execution role'))).not.toContain(
      'DenyWithoutSubnets',
    );
    await page.getByRole('radio', { name: /^Service control policy/ }).check();
    const control = await copiedPolicy(page, 'Service control policy');
    expect(textOf(control)).not.toContain('"Allow"');
    expect(textOf(control)).not.toContain('"Principal"');
    await page.reload();
    await showPart(page, 'Policy');
    const list = await policies(page);
    await expect(list.getByRole('option', { name: 'Service control policy' })).toBeVisible();
    await expect(list.getByRole('option', { name: 'Permissions boundary' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    const files = await archive(page);
    expect(Object.keys(files)).toContain('ml-platform.service-control-policy.json');
    await test.step('the organization’s part can be exported alone', async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      const dialog = page.getByRole('dialog', { name: 'Export' });
      await expect(dialog.getByRole('button', { name: /^Copy / })).not.toHaveCount(1);
      await dialog.getByRole('radio', { name: /Only the organization’s part/ }).check();
      await expect(dialog.getByRole('button', { name: /^Copy / })).toHaveText([
        'Copy Service control policy',
      ]);
      await dialog.getByRole('radio', { name: /CloudFormation/ }).check();
      await expect(dialog.getByRole('button', { name: /^Copy / })).toHaveCount(1);
      const downloading = page.waitForEvent('download');
      await dialog.getByRole('button', { name: 'Download all as ZIP' }).click();
      expect((await downloading).suggestedFilename()).toBe('ml-platform.organization.cloudFormation.zip');
      await dialog.getByRole('button', { name: 'Close' }).click();
    });
    await showPolicy(page, 'Service control policy');
    await showPart(page, 'Compare');
    await expect(page.getByRole('region', { name: 'Access changes' })).toContainText(/denied/i);
    await showPolicy(page, 'Trust policy');
    await expect(page.getByRole('region', { name: 'Access changes' })).toContainText('sts:AssumeRole');
  });

  test('each role has the trust policy that is chosen for it', { tag: '@all' }, async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await choosePersona(page, 'Notebook and Studio execution role');
    await choosePersona(page, 'Training');
    await fillExamples(page);
    await open(page, 'Trust');
    const figure = page.getByRole('figure', { name: 'Roles that can be passed' });
    await expect(figure.getByRole('listitem')).toHaveCount(3);
    await expect(figure.getByRole('listitem').first()).toHaveText(
      /scientist can pass NB Notebook.* role .*\. Required by: “/,
    );
    await expect(figure).toContainText('The role exists; its policies aren’t part of this set.');
    await expect(page.getByText(/not for notebook instances/)).toBeVisible();
    const training = textOf(await copiedPolicy(page, 'Training and processing execution role: trust'));
    expect(training).toContain('"aws:SourceAccount":["111122223333"]');
    expect(textOf(await copiedPolicy(page, 'Notebook and Studio execution role: trust'))).not.toContain(
      'aws:SourceAccount',
    );
    await page
      .getByRole('group', { name: /Data scientist/ })
      .getByRole('radio', { name: /IAM Identity Center/ })
      .check();
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog')).not.toContainText('Data scientist: trust');
    await page.keyboard.press('Escape');
    await page
      .getByRole('group', { name: /Data scientist/ })
      .getByRole('radio', { name: /Another account/ })
      .check();
    await page.getByRole('textbox', { name: 'External ID' }).fill('a b');
    await page.keyboard.press('Tab');
    await expect(page.getByText(/Enter 2 to 1,224 letters/)).toBeVisible();
    await page.getByRole('textbox', { name: 'External ID' }).fill('customer-1');
    await page
      .getByRole('textbox', { name: 'Principals in the other account' })
      .fill('arn:aws:iam::444455556666:role/Deployer');
    const cross = textOf(await copiedPolicy(page, 'Data scientist: trust'));
    expect(cross).toContain('"sts:ExternalId":["customer-1"]');
    await showPart(page, 'Policy');
    await expect((await policies(page)).getByRole('option', { name: 'Trust policy' })).toHaveCount(3);
  });

  test('endpoints have one policy each, and the checklist names what is missing', { tag: '@all' }, async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Training');
    await choosePersona(page, 'VPC endpoint');
    await fillExamples(page);
    await open(page, 'Permissions');
    await page.getByText('7 VPC endpoints needed, 6 without a policy').click();
    await expect(page.getByText(/The SDK hangs while it streams the log/)).toBeVisible();
    for (const name of ['CloudWatch Logs', 'STS', 'KMS']) await limit(page, new RegExp(`^${name}`)).check();
    await expect(page.getByText('7 VPC endpoints needed, 3 without a policy')).toBeVisible();
    await showPart(page, 'Policy');
    await showPolicy(page, 'Endpoint: sts', 'VPC endpoint policies');
    await expect(page.getByRole('region', { name: 'Endpoint: sts, as text' })).toContainText(
      '"sts:GetCallerIdentity"',
    );
    const files = await archive(page);
    expect(Object.keys(files)).toContain('ml-platform.vpc-endpoint-logs.endpoint-policy.json');
  });

  test('what is over its limit is split, kept whole or shortened, as chosen', async ({ page }) => {
    await page.goto('');
    await fillExamples(page);
    await oneRole(page);
    await showPart(page, 'Policy');
    const permissions = (await policies(page)).getByRole('option', { name: /^Permissions policy \d of \d/ });
    await expect(permissions.nth(1)).toBeVisible();
    const parts = await permissions.count();
    await page.keyboard.press('Escape');
    await showPart(page, 'Build');
    await expect(
      page.getByText(
        `One role for everything is split into ${parts} policies that grant the same access together`,
      ),
    ).toBeVisible();
    await page.getByText('Size: attachment, splitting, and shortening').click();
    await page.getByRole('checkbox', { name: /Split policies that exceed their quota/ }).uncheck();
    await expect(
      page.getByText('One role for everything exceeds its size quota, and AWS rejects it. Split it in Size'),
    ).toBeVisible();
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(page.getByText('Exceeds the AWS size quota: One role for everything.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: /Split policies that exceed their quota/ }).check();
    const whole = lengthOf(await archive(page));
    await page.getByRole('radio', { name: /Shorter, same access/ }).check();
    expect(lengthOf(await archive(page))).toBeLessThan(whole);
    await page.getByRole('radio', { name: /with wildcards in actions/ }).check();
    await expect(page.getByText(/Patterns allow \d+ actions beyond your selection/)).toBeVisible();
    await expect(
      page
        .getByRole('note')
        .getByText(/^\w+:(Describe|List)\*$/)
        .first(),
    ).toBeVisible();
    await showPart(page, 'Policy');
    await page.getByRole('tab', { name: 'Size' }).click();
    await expect(page.getByRole('region', { name: 'Size' })).toContainText('Inline in a role, combined');
  });
});
