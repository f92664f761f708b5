import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, fillExamples, next } from './page.ts';

const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true });
const open = (page: Page) => findings(page).getByRole('button', { name: 'Show findings' }).click();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Check a policy' });

/** The guide's own form of the console statement: it takes in GetRecord, which our rules say. */
async function chooseAsPublished(page: Page): Promise<void> {
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await next(page);
  await page.getByText('Stance, options and reasons').first().click();
  await page
    .getByRole('radio', { name: /as published/i })
    .first()
    .check();
}

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
  await page.getByRole('button', { name: 'Check a policy' }).click();
  await expect(dialog(page).locator('.policy-editor .view-line').first()).toBeVisible();
}

test('the wizard’s own policy has no findings, and says from how many checks', async ({ page }) => {
  await page.goto('./');
  await choosePersona(page, 'Training');
  await expect(findings(page)).toContainText(/No findings from 1\d\d checks/);
});

test('a finding caused by a choice is fixed by the choice, in one step of the history', async ({ page }) => {
  await page.goto('./');
  await chooseAsPublished(page);
  await expect(findings(page)).toContainText('1 suggestion');
  await open(page);
  await expect(findings(page)).toContainText('sagemaker:Get* takes in sagemaker:GetRecord');
  await findings(page)
    .getByRole('button', { name: /^Fix: Use the hardened form/ })
    .click();
  await expect(findings(page)).toContainText('No findings from');
  await page.keyboard.press('Control+Z');
  await expect(findings(page)).toContainText('1 suggestion');
});

test('a finding is accepted with a reason, kept over a reload, and opened again', async ({ page }) => {
  await page.goto('./');
  await chooseAsPublished(page);
  await open(page);
  await findings(page).getByRole('button', { name: 'Accept with a reason…' }).click();
  await findings(page).getByLabel('Reason').fill('No feature store in this account');
  await page.keyboard.press('Enter');
  await expect(findings(page)).toContainText('No open findings');
  await expect(findings(page)).toContainText('1 accepted');
  await page.reload();
  await expect(findings(page)).toContainText('1 accepted');
  await open(page);
  await expect(findings(page)).toContainText('No feature store in this account');
  await findings(page).getByRole('button', { name: 'Open it again' }).click();
  await expect(findings(page)).toContainText('1 suggestion');
});

test('F8 selects the finding in the editor, where it is underlined', async ({ page }) => {
  await page.goto('./');
  await chooseAsPublished(page);
  await expect(findings(page)).toContainText('1 suggestion');
  await expect(page.locator('.policy-editor .squiggly-info').first()).toBeVisible();
  await page.keyboard.press('F8');
  await expect(page.locator('.policy-editor .monaco-editor.focused .selected-text').first()).toBeVisible();
});

test('any policy is checked as it is typed, and fixed with one step of undo', async ({ page }) => {
  await openDialog(page);
  await paste(page, POLICY);
  await expect(dialog(page).getByRole('status')).toContainText('2 errors');
  await expect(dialog(page)).toContainText('There is no action s3:GetObjcet');
  await dialog(page).getByRole('button', { name: 'Replace with s3:GetObject' }).click();
  await dialog(page).getByRole('button', { name: 'Rename to ab' }).click();
  await expect(dialog(page).getByRole('status')).toContainText(/No findings from 1\d\d checks/);
  await dialog(page).locator('.policy-editor .view-lines').click();
  await page.keyboard.press('Control+Z');
  await expect(dialog(page).getByRole('status')).toContainText('1 error');
});

test('the editor completes actions in a text that is broken at the caret', async ({ page }) => {
  await openDialog(page);
  await paste(page, '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["sagemaker');
  await page.keyboard.type(':CreateTrainingJ');
  const suggestion = page.locator('.suggest-widget .monaco-list-row', {
    hasText: 'sagemaker:CreateTrainingJob',
  });
  await expect(suggestion.first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog(page).locator('.view-lines')).toContainText('"sagemaker:CreateTrainingJob');
});

test('the editor’s own light bulb offers the fix, by keyboard', async ({ page }) => {
  await openDialog(page);
  await paste(page, POLICY);
  await expect(dialog(page).getByRole('status')).toContainText('2 errors');
  await dialog(page).locator('.view-line', { hasText: 's3:GetObjcet' }).getByText('s3:GetObjcet').click();
  await page.keyboard.press('Control+.');
  await expect(page.locator('.action-widget').first()).toContainText(
    'Replace with s3:GetObject – Changes access. Review before applying.',
  );
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('status')).toContainText('1 error');
});

test('F8 goes from finding to finding of the checked policy', async ({ page }) => {
  await openDialog(page);
  await paste(page, POLICY);
  await expect(dialog(page).getByRole('status')).toContainText('2 errors');
  await page.keyboard.press('F8');
  await expect(dialog(page).locator('.selected-text').first()).toBeVisible();
  await page.evaluate(() => navigator.clipboard.writeText('"Read"'));
  await page.keyboard.press('Control+V');
  await expect(dialog(page).getByRole('status')).toContainText('1 error');
});

test('a text of a megabyte with thousands of mistakes is checked, and the page stays usable', async ({
  page,
}) => {
  await openDialog(page);
  const actions = Array.from({ length: 40_000 }, (_, index) => `s3:NoSuchAction${index}`);
  await paste(
    page,
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
    }),
  );
  await expect(dialog(page).getByRole('status')).toContainText(/500 errors, and 39,\d{3} more/);
  await expect(dialog(page)).toContainText('400 more. They are listed when those above are gone.');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toBeHidden();
});

test('the export is quiet about a policy without grave findings', async ({ page }) => {
  await page.goto('./');
  await choosePersona(page, 'VPC endpoint');
  await expect(findings(page)).toContainText('No findings');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const exporting = page.getByRole('dialog', { name: 'Export' });
  await expect(exporting).toBeVisible();
  await expect(exporting).not.toContainText('Not checked yet');
  await expect(exporting).not.toContainText('security warnings');
});

test('the export says what was not checked', async ({ page }) => {
  await page.route('**/assets/worker-*.js', (route) => route.abort());
  await page.goto('./');
  await choosePersona(page, 'VPC endpoint');
  await expect(findings(page)).toContainText('Not checked');
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('dialog', { name: 'Export' })).toContainText('Not checked yet');
});

test('the editor tells what is known of an action', async ({ page }) => {
  await openDialog(page);
  await paste(page, POLICY);
  await dialog(page).locator('.view-line', { hasText: 's3:PutObject' }).getByText('s3:PutObject').hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('Access level: Write');
});

test('another type of policy is another set of checks', async ({ page }) => {
  await openDialog(page);
  await paste(page, POLICY.replace('s3:GetObjcet', 's3:GetObject').replace('a b', 'Read'));
  await expect(dialog(page).getByRole('status')).toContainText('No findings from');
  await dialog(page).getByLabel('Checked as').selectOption('Resource policy');
  await expect(dialog(page)).toContainText('MISSING_PRINCIPAL');
});

test('what could not be looked up is shown as not checked', async ({ page }) => {
  await page.route('**/catalog/polly.json', (route) => route.abort());
  await openDialog(page);
  await paste(page, POLICY.replace('s3:GetObjcet', 'polly:NoSuchThing').replace('a b', 'Read'));
  await expect(dialog(page)).toContainText('What names the service polly was not checked');
});

test('without its worker the page says that nothing was checked, and tries again', async ({ page }) => {
  let blocked = true;
  await page.route('**/assets/worker-*.js', (route) => (blocked ? route.abort() : route.continue()));
  await page.goto('./');
  await choosePersona(page, 'Training');
  await expect(findings(page)).toContainText('Not checked');
  await open(page);
  blocked = false;
  await findings(page).getByRole('button', { name: 'Try again' }).click();
  await expect(findings(page)).toContainText('No findings from');
});

test('data of a service that did not come is asked for again', async ({ page }) => {
  let blocked = true;
  await page.route('**/catalog/kms.json', (route) => (blocked ? route.abort() : route.continue()));
  await page.goto('./');
  await choosePersona(page, 'Training');
  await expect(findings(page)).toContainText('suggestion');
  await open(page);
  await expect(findings(page)).toContainText('What names the service kms was not checked');
  blocked = false;
  await findings(page).getByRole('button', { name: 'Try again' }).click();
  await expect(findings(page)).toContainText('No findings from');
});

test('every check is listed with an example on either side', async ({ page }) => {
  await page.goto('./');
  await choosePersona(page, 'Data scientist');
  await open(page);
  await findings(page).getByRole('button', { name: 'All checks, with examples' }).click();
  const list = page.getByRole('dialog', { name: /^All 1\d\d checks$/ });
  await list.getByLabel('Find a check').fill('pass_role star resource');
  await expect(list).toContainText('PASS_ROLE_WITH_STAR_IN_RESOURCE');
  await expect(list).not.toContainText('INVALID_ACTION');
  await list.getByText('Examples of PASS_ROLE_WITH_STAR_IN_RESOURCE', { exact: true }).click();
  await expect(list.getByText('Not raised by').first()).toBeVisible();
});
