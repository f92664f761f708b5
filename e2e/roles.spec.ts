import { expect, type Locator } from '@playwright/test';
import { desktop, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, copiedText, fillExamples, policies, showPolicy, stepHead, useUp } from './page.ts';

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
  await test.step('each of them is listed, checked and tested', async () => {
    for (const team of ['Team A', 'Team B'])
      await expect((await policies(page)).getByRole('group', { name: `(${team})` })).toContainText(
        /Tests: . \d+ passed.*Permissions policy.*% full.*Trust policy/,
      );
  });
  await test.step('its policy has the value, and no other policy has', async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const copied = (team: string) =>
      copiedText(dialog.getByRole('button', { name: new RegExp(`^Copy Training.*\\(${team}\\)$`) }));
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

test('the counts of the whole set are the same everywhere, and each leads to what it counts', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('#new');
  const exported = page.getByRole('banner').getByRole('button', { name: 'Export' });
  const isFirst = (button: Locator) =>
    button.evaluate((one) => getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  const status = page.getByRole('contentinfo');
  const missing = status.getByRole('button', { name: /^\d+ values are missing$/ });
  await stepHead(page, 'Review').click();
  // The counts follow the choices of both personas, each at a moment of its own.
  await expect(page.getByRole('heading', { name: /^\d+ values are missing$/ })).toBeVisible();
  await expect(async () => {
    const number = Number.parseInt((await missing.textContent()) ?? '', 10);
    await expect(page.getByRole('heading', { name: `${number} values are missing` })).toBeVisible({
      timeout: 500,
    });
    const fields = page.getByRole('form', { name: 'Build' }).getByText(/^(missing|invalid)$/);
    await expect(fields).toHaveCount(number, { timeout: 500 });
  }).toPass();
  await missing.press('Enter');
  await expect(page.locator('#step-where [data-variable] :focus')).toHaveCount(1);
  await showPolicy(page, /^Trust policy/, /^Data scientist/);
  const findings = status.getByRole('button', { name: /^\d+ findings?, in 4 policies$/ });
  const groups = (await policies(page)).getByRole('group', { name: /finding/ });
  await expect(async () => {
    const found = Number.parseInt((await findings.textContent()) ?? '', 10);
    const counts = await groups.evaluateAll((all) =>
      all.map((one) => Number(/(\d+) findings?/.exec(one.textContent ?? '')?.[1] ?? 0)),
    );
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(found);
  }).toPass();
  await findings.press('Enter');
  await expect((await policies(page)).getByRole('option', { selected: true })).toHaveAccessibleName(
    /^All roles/,
  );
  await expect(page.getByRole('button', { name: 'Hide findings' })).toBeVisible();
  expect(await isFirst(exported)).toBe(false);
  await expect.poll(() => isFirst(page.getByRole('button', { name: 'Continue' }))).toBe(true);
  await fillExamples(page);
  await expect.poll(() => isFirst(exported)).toBe(true);
  await status.getByRole('button', { name: /^Tests: / }).press('Enter');
  await expect(page.getByRole('button', { name: 'Add test…' })).toBeVisible();
  await status.getByRole('button', { name: /^Largest policy/ }).press('Enter');
  await expect(page.getByRole('button', { name: 'Hide sizes' })).toBeVisible();
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
  await page.keyboard.press('Tab');
  await expect(group).toContainText('Enter all parts');
  await group.getByLabel(/^dev/).fill('ml-dev/in');
  await group.getByLabel(/^prod/).fill('ml-prod/in');
  await test.step('the policy is shown, checked and tested with the values of an environment', async () => {
    const values = page.getByRole('region', { name: 'Environment shown' });
    const select = values.getByLabel('Environment');
    await expect(select.getByRole('option')).toHaveText([
      'Shared values',
      /^dev: (No issues found|\d+ findings?); tests . \d+ passed/,
      /^prod: (No issues found|\d+ findings?); tests . \d+ passed/,
    ]);
    await select.selectOption('prod');
    await expect(values).toContainText('Read-only');
    await page.locator('.policy-editor .view-line').first().click();
    await page.keyboard.press('Control+f');
    await page.keyboard.type('ml-prod');
    await expect(page.locator('.policy-editor .view-lines')).toContainText('ml-prod');
    await expect(page.getByRole('contentinfo')).toContainText(/Tests: . \d+ passed/);
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(values).toContainText('This view uses the shared values.');
    await page.getByRole('tab', { name: 'Policy', exact: true }).click();
    await expect(select).toHaveValue('prod');
    expect(await violationsIn(page, desktop)).toEqual([]);
    await useUp(values.getByRole('button', { name: 'Show shared values' }));
    await expect(select).toHaveValue('');
  });
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
