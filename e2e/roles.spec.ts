import { expect } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, fillExamples, stepHead } from './page.ts';

test('two teams have a training role each, with their own buckets, in one set', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Notebook');
  await choosePersona(page, 'Training');
  await fillExamples(page);
  await page.getByRole('button', { name: /^Add another role of Training/ }).press('Enter');
  const labels = page.getByLabel('Team or purpose of this role');
  await expect(labels).toHaveCount(2);
  await expect(labels.nth(1)).toBeFocused();
  await page.keyboard.type('Team B');
  await labels.nth(0).fill('Team A');
  await test.step('a value of its own', async () => {
    await stepHead(page, 'Resources').or(stepHead(page, 'Resources')).click();
    await page.getByText('Different value for one role: Input data').click();
    await page.getByRole('button', { name: /^Training.*\(Team B\)$/ }).click();
    const own = page.getByRole('textbox', { name: /^Input data: .*\(Team B\)$/ });
    await own.fill('team-b-input/data');
    const passed = page.getByRole('group', { name: /^Roles that “Notebook.* can pass/ });
    await passed.getByRole('checkbox', { name: /\(Team A\)/ }).uncheck();
    await expect(passed.getByRole('checkbox', { name: /\(Team B\)/ })).toBeDisabled();
  });
  await test.step('its policy has the value, and no other policy has', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const copied = async (team: string) => {
      await dialog.getByRole('button', { name: new RegExp(`^Copy Training.*\\(${team}\\)$`) }).click();
      await expect(
        dialog.getByRole('button', { name: new RegExp(`^Copied Training.*\\(${team}\\)$`) }),
      ).toBeVisible();
      return page.evaluate(() => navigator.clipboard.readText());
    };
    expect(await copied('Team B')).toContain('team-b-input/data/*');
    expect(await copied('Team A')).not.toContain('team-b-input');
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
  await test.step('it comes back after a reload, and is deleted with what was its own', async () => {
    await page.reload();
    await stepHead(page, 'Personas').or(stepHead(page, 'Personas')).click();
    await expect(labels.nth(1)).toHaveValue('Team B');
    await page.getByRole('button', { name: /^Delete role ?: .*\(Team B\)/ }).press('Enter');
    await expect(labels).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(labels.nth(1)).toHaveValue('Team B');
  });
});

test('one set of policies for two environments: code takes what differs as parameters', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Training');
  await fillExamples(page);
  await stepHead(page, 'Resources').or(stepHead(page, 'Resources')).click();
  for (const name of ['dev', 'prod']) {
    await page.getByLabel('New environment').fill(name);
    await page.keyboard.press('Enter');
  }
  await page.getByLabel('Value that differs by environment').selectOption({ label: 'Input data' });
  await page.getByRole('button', { name: 'Add value' }).click();
  const group = page.getByRole('group', { name: 'Input data by environment' });
  await group.getByLabel(/^dev/).fill('ml-dev');
  await expect(group).toContainText('Enter all parts');
  await group.getByLabel(/^dev/).fill('ml-dev/in');
  await group.getByLabel(/^prod/).fill('ml-prod/in');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export' });
  await dialog.getByRole('radio', { name: /^Terraform/ }).check();
  await dialog.getByRole('button', { name: 'Show account/prod.tfvars' }).click();
  await expect(dialog.getByRole('region', { name: /prod\.tfvars/ })).toContainText(
    'input_bucket_name = "ml-prod"',
  );
  await dialog.getByRole('radio', { name: /^Formatted JSON/ }).check();
  await expect(dialog.getByText(/^dev\//).first()).toBeVisible();
});
