import { expect, type Page } from '@playwright/test';
import { desktop, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, copiedPolicy, onPhone, stepHead } from './page.ts';

const account = '111122223333';
const arn = (name: string) => `arn:aws:iam::${account}:role/${name}`;
const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab';
const keyArn = `arn:aws:kms:eu-west-1:${account}:key/${keyId}`;

const field = (page: Page, label: string) => page.getByRole('textbox', { name: label, exact: true });
const step = (page: Page) => page.locator('#step-where');
const group = (page: Page, name: string) => step(page).getByRole('group', { name: new RegExp(`^${name}`) });

/** The first entries of a new user in this step, as typed, and what becomes of them; several are chips. */
const entries: readonly (readonly [label: string, typed: string, ...values: readonly string[]])[] = [
  ['Region', 'eu-west-1', 'eu-west-1'],
  ['Account ID', '111122223333', account],
  ['Studio domain', 'd-abc123def456', 'd-abc123def456'],
  ['Name prefix', 'fraud-', 'fraud-'],
  ['Notebook and Studio execution role', 'SageMakerNotebook', arn('SageMakerNotebook')],
  ['Training and processing execution role', arn('SageMakerTraining'), arn('SageMakerTraining')],
  ['Inference execution role', arn('SageMakerModel'), arn('SageMakerModel')],
  ['Notebook data', 's3://acme-ml-raw/fraud/', 'acme-ml-raw/fraud'],
  ['Input data', 's3://acme-ml-raw/fraud/', 'acme-ml-raw/fraud'],
  ['Output data', 's3://acme-ml-artifacts/fraud/', 'acme-ml-artifacts/fraud'],
  ['Model artifacts', 's3://acme-ml-artifacts/fraud/', 'acme-ml-artifacts/fraud'],
  [
    'Buckets allowed through the S3 endpoint',
    'acme-ml-raw, acme-ml-artifacts',
    'acme-ml-raw',
    'acme-ml-artifacts',
  ],
  ['ECR repository prefix', 'ml-fraud', 'ml-fraud'],
  ['Data key', keyId, keyArn],
  ['Volume key', keyArn, keyArn],
  [
    'Subnets',
    'subnet-0abc12345def67890, subnet-0abc12345def67891',
    'subnet-0abc12345def67890',
    'subnet-0abc12345def67891',
  ],
  ['Security groups', 'sg-0abc12345def67890', 'sg-0abc12345def67890'],
];

async function openResources(page: Page): Promise<void> {
  await page.goto('#new');
  for (const title of [
    'Data scientist',
    'Notebook and Studio execution role',
    'Training',
    'Inference execution role',
    'VPC endpoint',
  ])
    await choosePersona(page, title);
  await stepHead(page, 'Resources').click();
}

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('the first entries of a new user are understood: none of 18 is rejected', { tag: '@all' }, async ({
    page,
  }) => {
    await openResources(page);
    await expect(field(page, 'Input data').first()).toHaveAttribute(
      'placeholder',
      'Example: ml-input/team-a',
    );
    for (const [label, typed, ...values] of entries) {
      const input = step(page).getByRole('textbox', { name: label, exact: true }).first();
      await input.fill(typed);
      await input.press('Tab');
      if (values.length === 1) await expect(input).toHaveValue(values[0] ?? '');
      for (const value of values.length > 1 ? values : [])
        await expect(step(page).getByRole('button', { name: `Edit ${value}`, exact: true })).toBeVisible();
    }
    await expect(step(page).locator('[aria-invalid="true"], [data-invalid="true"]')).toHaveCount(0);
    await expect(group(page, 'Data')).toContainText('Read from s3://acme-ml-raw/fraud/.');
    await expect(group(page, 'Roles')).toContainText(`Account ${account} added.`);
    await stepHead(page, 'Trust').click();
    await page
      .getByRole('group', { name: /Data scientist/ })
      .getByRole('radio', { name: /SAML/ })
      .check();
    const provider = page.getByRole('textbox', { name: 'SAML identity provider' });
    await provider.fill('Okta');
    await provider.press('Enter');
    await expect(
      page.getByRole('button', { name: `Edit arn:aws:iam::${account}:saml-provider/Okta` }),
    ).toBeVisible();
    await expect(provider).toBeFocused();
    await expect(stepHead(page, 'Resources')).toContainText(/(\d+) of \1 values/);
    const training = JSON.stringify(await copiedPolicy(page, 'Training and processing execution role'));
    expect(training).toContain('arn:aws:s3:::acme-ml-raw/fraud/*');
    expect(training).toContain(keyArn);
    expect(JSON.stringify(await copiedPolicy(page, 'Data scientist'))).toContain('subnet-0abc12345def67891');
  });
});

test('a field with several values: chips by the keyboard, what was read and its undo, and what a text can be', async ({
  page,
}) => {
  await page.goto('#new');
  await choosePersona(page, 'Training');
  await stepHead(page, 'Resources').click();
  const input = field(page, 'Input data');
  const chip = (value: string) => step(page).getByRole('button', { name: `Edit ${value}`, exact: true });
  await input.fill('s3://ml-raw/a/, s3://ml-out/');
  await input.press('Enter');
  await expect(group(page, 'Data')).toContainText(
    'Read from s3://ml-raw/a/, s3://ml-out/. Includes the whole bucket.',
  );
  await expect(input).toBeFocused();
  await page.keyboard.type('ml-work');
  await page.keyboard.press('Enter');
  await expect(chip('ml-work')).toBeVisible();
  await test.step('edit, remove, and go from one to the other', async () => {
    await page.keyboard.press('Backspace');
    await expect(chip('ml-work')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(chip('ml-out')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(input).toHaveValue('ml-out');
    await input.fill('ml-out/b/');
    await page.keyboard.press('Enter');
    await expect(chip('ml-out/b')).toBeVisible();
    await chip('ml-raw/a').press('Delete');
    await expect(chip('ml-raw/a')).toHaveCount(0);
    await expect(chip('ml-out/b')).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: 'Input data: ml-raw/a removed' })).toBeAttached();
    await step(page).getByRole('button', { name: 'Copy values of Input data' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('ml-out/b\nml-work');
    await step(page).getByRole('button', { name: 'Remove ml-work', exact: true }).click();
    await expect(input).toHaveValue('ml-out/b');
  });
  await test.step('no findings of axe in chips, readings, and errors', async () => {
    await field(page, 'Subnets').or(field(page, 'Volume key')).first().fill(`${keyId}, alias/x`);
    await page.keyboard.press('Tab');
    await expect(step(page).locator('[data-invalid="true"]').first()).toBeVisible();
    for (const look of [phone, desktop])
      expect(await violationsIn(page, look, { part: '#step-where' })).toEqual([]);
  });
  await test.step('what was read is undone beside the field or in the history', async () => {
    const account = field(page, 'Account ID');
    await account.fill('1111-2222-3333');
    await account.press('Tab');
    await expect(account).toHaveValue('111122223333');
    await page.getByRole('button', { name: 'Undo reading of Account ID' }).click();
    await expect(account).toHaveValue('1111-2222-3333');
    await expect(account).toHaveAttribute('aria-invalid', 'true');
    await page.getByRole('button', { name: 'Use 111122223333' }).click();
    await expect(account).toHaveValue('111122223333');
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await expect(account).toHaveValue('1111-2222-3333');
    await page.getByRole('banner').getByRole('button', { name: 'Redo' }).click();
  });
  await test.step('one object is no folder: the ways to read it are offered', async () => {
    const output = field(page, 'Output data');
    await output.fill('arn:aws:s3:::ml-out/models/model.tar.gz');
    await output.press('Tab');
    await expect(output).toHaveAttribute('aria-invalid', 'true');
    await expect(group(page, 'Data')).toContainText('This is one object.');
    await page.getByRole('button', { name: 'Use ml-out/models (every object in its folder)' }).click();
    await expect(output).toHaveValue('ml-out/models');
  });
  await test.step('a value of a role and of an environment takes the same forms', async () => {
    await page.getByLabel('New environment').fill('dev');
    await page.keyboard.press('Enter');
    await page.getByLabel('Value that differs by environment').selectOption({ label: 'Input data' });
    await page.getByRole('button', { name: 'Add value' }).click();
    const dev = page.getByRole('group', { name: 'Input data by environment' }).getByLabel(/^dev/);
    await dev.fill('s3://ml-dev/in/');
    await dev.press('Tab');
    await expect(dev).toHaveValue('ml-dev/in');
  });
});

test('a pasted block fills several fields at once, as one step', { tag: '@all' }, async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  await stepHead(page, 'Resources').click();
  await field(page, 'Account ID').fill('444455556666');
  await page.evaluate(
    (text) => navigator.clipboard.writeText(text),
    [
      'training_input = "s3://ml-raw/fraud/"',
      `data_key = "${keyArn}"`,
      `volume_key = "${keyArn.replace('1234abcd', '7777aaaa')}"`,
      'private_subnets = [',
      '  "subnet-0abc12345def67890",',
      '  "subnet-0abc12345def67891",',
      ']',
      'db_password = "hunter2"',
    ].join('\n'),
  );
  await field(page, 'Region').focus();
  await page.keyboard.press('ControlOrMeta+V');
  const dialog = page.getByRole('dialog', { name: 'Paste values' });
  const offers = dialog.getByRole('list', { name: 'Fields found' });
  await expect(offers.getByRole('checkbox', { name: 'Region' })).toBeChecked();
  await expect(offers.getByRole('checkbox', { name: 'Data key' })).toBeChecked();
  await expect(offers.getByRole('checkbox', { name: 'Account ID' })).not.toBeChecked();
  await expect(offers).toContainText('444455556666');
  await expect(offers).not.toContainText('hunter2');
  for (const look of [phone, desktop])
    expect(await violationsIn(page, look, { part: '[role="dialog"]' })).toEqual([]);
  await offers.getByRole('checkbox', { name: 'Account ID' }).check();
  await dialog.getByRole('button', { name: /^Fill in \d fields$/ }).click();
  await expect(field(page, 'Region')).toHaveValue('eu-west-1');
  await expect(field(page, 'Account ID')).toHaveValue(account);
  await expect(field(page, 'Input data')).toHaveValue('ml-raw/fraud');
  await expect(step(page).getByRole('button', { name: 'Edit subnet-0abc12345def67891' })).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(field(page, 'Region')).toHaveValue('');
  await expect(field(page, 'Account ID')).toHaveValue('444455556666');
});
