import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { chooseAsPublished, choosePersona, onPhone, showPart, showPolicy, stepHead, useUp } from './page.ts';

const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true });
const open = (page: Page) => findings(page).getByRole('button', { name: 'Show findings' }).click();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Import or validate policies' });

const POLICY = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'a b',
        Effect: 'Allow',
        Action: ['s3:GetObjcet', 's3:PutObject'],
        Resource: 'arn:aws:s3:::ml/*',
      },
    ],
  },
  undefined,
  2,
);

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((value) => navigator.clipboard.writeText(value), text);
  await page.getByRole('dialog').locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

async function openDialog(page: Page): Promise<void> {
  await page.goto('./');
  await page.getByRole('button', { name: 'Validate policy' }).click();
  await expect(dialog(page).locator('.policy-editor .view-line').first()).toBeVisible();
}

test('a finding is reached by F8, accepted with a reason, opened again after a reload, and fixed by its choice', async ({
  page,
}) => {
  await page.goto('./');
  await chooseAsPublished(page);
  await expect(findings(page)).toContainText('1 suggestion');
  await expect(page.locator('.policy-editor .squiggly-info').first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.policy-editor .monaco-editor.focused .selected-text').first()).toBeVisible();
  await open(page);
  await expect(findings(page)).toContainText('sagemaker:Get* also matches sagemaker:GetRecord');
  await test.step('accepted with a reason, which is kept', async () => {
    const give = findings(page).getByRole('button', { name: 'Suppress…' });
    await useUp(give);
    await page.keyboard.press('Escape');
    await expect(give).toBeFocused();
    await useUp(give);
    await page.keyboard.type('No feature store in this account');
    await useUp(findings(page).getByLabel('Justification'));
    await expect(findings(page)).toContainText('No open issues found');
    await expect(findings(page).locator(':focus')).toHaveCount(1);
    await expect(findings(page)).toContainText('1 suppressed');
    await page.reload();
    await expect(findings(page)).toContainText('1 suppressed');
    await open(page);
    await expect(findings(page)).toContainText('No feature store in this account');
    await useUp(findings(page).getByRole('button', { name: 'Remove suppression' }));
    await expect(findings(page)).toContainText('1 suggestion');
  });
  await test.step('its line is that of the text on screen, also while that is no policy', async () => {
    const line = findings(page).getByRole('button', { name: /^Line \d+/ });
    const before = Number((await line.innerText()).replace(/\D/g, ''));
    const first = page.locator('.policy-editor .view-line').first();
    await first.click();
    await page.keyboard.press('End');
    await page.keyboard.insertText('\n\nx');
    await expect(line).toHaveText(`Line ${before + 2}`);
    await page.getByRole('button', { name: 'Revert to last valid' }).click();
    await expect(line).toHaveText(`Line ${before}`);
  });
  await test.step('fixed by the choice that caused it, in one step of the history', async () => {
    await expect(findings(page)).toContainText(/(New|Removed) access: .+ kinds? of request in 1 of 1 policy/);
    await useUp(findings(page).getByRole('button', { name: /^Fix: Use the least-privilege baseline/ }));
    await expect(findings(page)).toContainText('No issues found (');
    await page.keyboard.press('Control+Z');
    await expect(findings(page)).toContainText('1 suggestion');
  });
});

test('any policy is checked as it is typed, and fixed with one step of undo; the editor helps', async ({
  page,
}) => {
  await page.route('**/catalog/polly.json', (route) => route.abort());
  await openDialog(page);
  const status = dialog(page).getByRole('status');
  await test.step('actions are completed in a text that is broken at the caret', async () => {
    await paste(page, '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker');
    await page.keyboard.type(':CreateTrainingJ');
    const suggestion = page.locator('.suggest-widget .monaco-list-row', {
      hasText: 'sagemaker:CreateTrainingJob',
    });
    await expect(suggestion.first()).toBeVisible();
    // The color of what Enter takes is in a style that Monaco cannot write here.
    const taken = page.locator('.suggest-widget .monaco-list-row.focused');
    await expect(taken).toHaveCSS('background-color', 'rgb(0, 96, 192)');
    await page.keyboard.press('Enter');
    await expect(dialog(page).locator('.view-lines')).toContainText(/"sagemaker:\s*CreateTrainingJob/);
  });
  await paste(page, POLICY);
  await expect(status).toContainText('2 errors');
  await test.step('what is known of an action is shown', async () => {
    await dialog(page).locator('.view-line', { hasText: 's3:PutObject' }).getByText('s3:PutObject').hover();
    await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('Access level: Write');
  });
  await test.step('the light bulb offers the fix', async () => {
    await dialog(page).locator('.view-line', { hasText: 's3:GetObjcet' }).getByText('s3:GetObjcet').click();
    await page.keyboard.press('Control+.');
    await expect(page.locator('.action-widget').first()).toContainText(
      'Replace with s3:GetObject – Changes access. Review before applying.',
    );
    await page.keyboard.press('Enter');
    await expect(status).toContainText('1 error');
  });
  await test.step('F8 selects the finding that is left', async () => {
    await page.keyboard.press('F8');
    await expect(dialog(page).locator('.selected-text').first()).toBeVisible();
    await page.evaluate(() => navigator.clipboard.writeText('"Read"'));
    await page.keyboard.press('Control+V');
    await expect(status).toContainText('No issues found (');
  });
  await paste(page, POLICY);
  await expect(status).toContainText('2 errors');
  await expect(dialog(page)).toContainText('The action s3:GetObjcet doesn’t exist');
  await dialog(page).getByRole('button', { name: 'Replace with s3:GetObject' }).click();
  await dialog(page).getByRole('button', { name: 'Rename to ab' }).click();
  await expect(status).toContainText(/No issues found \(1\d\d checks\)/);
  await dialog(page).locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+Z');
  await expect(status).toContainText('1 error');
  await test.step('another type of policy is another set of checks', async () => {
    await paste(page, POLICY.replace('s3:GetObjcet', 's3:GetObject').replace('a b', 'Read'));
    await expect(status).toContainText('No issues found (');
    await dialog(page).getByLabel('Policy type').selectOption('Resource-based policy');
    await expect(dialog(page)).toContainText('MISSING_PRINCIPAL');
  });
  await test.step('what could not be looked up is shown as not checked', async () => {
    await paste(page, POLICY.replace('s3:GetObjcet', 'polly:NoSuchThing').replace('a b', 'Read'));
    await expect(dialog(page)).toContainText('Elements of the service polly weren’t checked');
  });
  await test.step('a text of a megabyte with thousands of mistakes is checked, and the page stays usable', async () => {
    const actions = Array.from({ length: 40_000 }, (_, index) => `s3:NoSuchAction${index}`);
    await paste(
      page,
      JSON.stringify({
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
      }),
    );
    await expect(dialog(page).getByRole('status')).toContainText(/500 errors, and 39,\d{3} more/);
    await expect(dialog(page)).toContainText('400 more findings. Resolve the ones above to see them.');
    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await expect(dialog(page)).toBeHidden();
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('findings that are safe for one reason are shown as one, suppressed together or one by one, and no others with them', async ({
    page,
  }) => {
    await page.goto('./');
    // Its own policy has a finding of another document and severity.
    await chooseAsPublished(page);
    await stepHead(page, 'Guardrails').click();
    await page.getByRole('button', { name: 'Select all of Network', exact: true }).click();
    await page.getByRole('radio', { name: /^Permissions boundary/ }).check();
    await showPart(page, 'Policy');
    await showPolicy(page, 'Permissions boundary');
    await open(page);
    const together = findings(page).getByRole('button', { name: /^Suppress \d+ findings with this/ });
    const rows = findings(page).getByRole('listitem').filter({ hasText: 'Suppress…' });
    const all = Number(/\d+/.exec((await together.textContent()) ?? '')?.[0]);
    await test.step('each is in the list, and suppressed alone', async () => {
      await expect(findings(page)).toContainText(`Security warnings (${all})`);
      await findings(page).getByText(`Show ${all} findings`, { exact: true }).click();
      await expect(rows).toHaveCount(all);
      await useUp(rows.first().getByRole('button', { name: 'Suppress…' }));
      await page.keyboard.type('Only the boundary');
      await page.keyboard.press('Enter');
      await expect(findings(page)).toContainText(`Security warnings (${all - 1})`);
      await expect(rows).toHaveCount(all - 1);
    });
    await test.step('the others together, in one step of the history, which is announced', async () => {
      await useUp(together);
      await expect(page.getByText(`${all - 1} findings suppressed`).first()).toBeAttached();
      await expect(findings(page)).toContainText(`No open issues found (`);
      await expect(findings(page)).toContainText(`, ${all} suppressed`);
      await showPolicy(page, 'Permissions policy');
      await expect(findings(page)).toContainText('1 suggestion');
      await expect(findings(page)).not.toContainText('suppressed');
      await page.keyboard.press('Control+Z');
      await showPolicy(page, 'Permissions boundary');
      await expect(findings(page)).toContainText(`Security warnings (${all - 1})`);
      await expect(findings(page)).toContainText('1 suppressed');
    });
    await test.step('what grew since is opened again, and counted where they are folded', async () => {
      await together.click();
      await expect(findings(page)).toContainText('No open issues found (');
      await showPart(page, 'Build');
      await stepHead(page, 'Personas').click();
      await choosePersona(page, 'Image build role');
      await showPart(page, 'Policy');
      await findings(page)
        .getByText(/^Show \d+ findings \(\d+ reopened\)$/)
        .click();
      await expect(findings(page).getByText(/^Reopened because .* Only the boundary$/)).toHaveCount(1);
    });
  });

  test('the wizard’s own policy has no findings, says from how many checks, and the export is quiet', {
    tag: '@all',
  }, async ({ page }) => {
    await page.goto('./');
    await choosePersona(page, 'Training');
    await showPart(page, 'Policy');
    await expect(findings(page)).toContainText(/No issues found \(1\d\d checks\)/);
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    const exporting = page.getByRole('dialog', { name: 'Export' });
    await expect(exporting).toBeVisible();
    await expect(exporting).not.toContainText('Not checked yet');
    await expect(exporting).not.toContainText('security warnings');
    await page.keyboard.press('Escape');
    await open(page);
    await findings(page).getByRole('button', { name: 'Show all checks' }).click();
    const list = page.getByRole('dialog', { name: /^All 1\d\d checks$/ });
    await list.getByLabel('Find a check').fill('pass_role star resource');
    await expect(list).toContainText('PASS_ROLE_WITH_STAR_IN_RESOURCE');
    await expect(list).not.toContainText('INVALID_ACTION');
    await list.getByText('Examples of PASS_ROLE_WITH_STAR_IN_RESOURCE', { exact: true }).click();
    await expect(list.getByText('Not triggered by').first()).toBeVisible();
  });

  test('without its worker, or the data of a service, the page and its export say what was not checked; it is tried again', async ({
    page,
  }) => {
    const blocked = new Set(['worker', 'data']);
    await page.route('**/assets/checksWorker-*.js', (route) =>
      blocked.has('worker') ? route.abort() : route.continue(),
    );
    await page.route('**/catalog/kms.json', (route) =>
      blocked.has('data') ? route.abort() : route.continue(),
    );
    await page.goto('./');
    await choosePersona(page, 'Training');
    await showPart(page, 'Policy');
    await expect(findings(page)).toContainText('Not checked');
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Not checked yet');
    await page.keyboard.press('Escape');
    await open(page);
    blocked.delete('worker');
    await findings(page).getByRole('button', { name: 'Try again' }).click();
    await expect(findings(page)).toContainText('suggestion');
    await expect(findings(page)).toContainText('Elements of the service kms weren’t checked');
    blocked.delete('data');
    await findings(page).getByRole('button', { name: 'Try again' }).click();
    await expect(findings(page)).toContainText('No issues found (');
  });
});

test('one role that is entered for two personas has a message at its fields, and a finding', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('./');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Notebook and Studio execution role');
  await choosePersona(page, 'Training');
  await stepHead(page, 'Resources').click();
  const role = 'arn:aws:iam::111122223333:role/team/one';
  await page.locator('[data-variable="notebookRoleArns"] input').fill(role);
  const said = page.getByText('This role is also entered for');
  await expect(said).toHaveCount(0);
  await page.locator('[data-variable="trainingRoleArns"] input').fill(role);
  await expect(said).toHaveCount(2);
  await open(page);
  await expect(findings(page).getByText('1 security warning').first()).toBeVisible();
  await page.locator('[data-variable="trainingRoleArns"] input').fill(role.replace('team', 'other'));
  await expect(page.getByText('These ARNs have the same role name, one').first()).toBeVisible();
});
