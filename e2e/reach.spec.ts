import { expect, type Page } from '@playwright/test';
import { desktop, overflowOf, phone, tablet, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, fillExamples, onPhone, openMatrix, showPart, stepHead } from './page.ts';

const reach = (page: Page) => page.getByRole('region', { name: 'Reach' });
const find = (page: Page) => page.getByRole('searchbox', { name: /Find a bucket, key, role/ });
const reported = (page: Page) => reach(page).getByRole('status').first();

test('what each role reaches: differences first, then by service, and what is looked for leads to its line', async ({
  page,
}) => {
  await page.goto('');
  await test.step('says why it is empty', async () => {
    await choosePersona(page, 'VPC endpoint');
    await page.keyboard.press('Control+Alt+4');
    await expect(page.getByText('No role is selected. Select a persona that has a role')).toBeVisible();
  });
  for (const title of ['Notebook and Studio execution role', 'Training']) await choosePersona(page, title);
  await fillExamples(page);
  await page.keyboard.press('Control+Alt+4');
  const only = reach(page).getByRole('listitem').filter({ hasText: /^Only/ });
  await expect(
    only.filter({ hasText: /Training and processing execution role can write to s3/ }),
  ).toContainText('arn:aws:s3:::ml-output/');
  await test.step('a service is folded until it is opened', async () => {
    await expect(reach(page).getByText('s3:PutObject')).toHaveCount(0);
    await reach(page)
      .getByText(/^s3: write, read/)
      .click();
    await expect(reach(page).getByText('s3:PutObject').first()).toBeVisible();
  });
  await test.step('a bucket is found by its name, an action by its', async () => {
    await find(page).fill('ml-output');
    await expect(reported(page)).toContainText(/^\d+ results for “ml-output”/);
    await find(page).fill('s3:PutObject');
    await expect(reported(page)).toContainText(/^\d+ results for “s3:PutObject”/);
    await reach(page)
      .getByText(/^Possible with this request: s3:PutObject on arn:aws:s3:::ml-output\//)
      .first()
      .click();
    await expect(
      reach(page)
        .getByText(/^Allowed/)
        .first(),
    ).toBeVisible();
  });
  await test.step('a bucket that no policy names is found through a wildcard, and nothing is not “no access”', async () => {
    await find(page).fill('zz-unnamed');
    await expect(reported(page)).toContainText(
      /No policy in this set names “zz-unnamed”\. \d+ results? through a/,
    );
    await find(page).fill('dynamodb:GetItem');
    await expect(reported(page)).toContainText(/and no wildcard covers it\. Other policies of these roles/);
    await expect(reach(page).getByText('Not possible. Proven for every request.')).toHaveCount(2);
  });
  await test.step('the way leads to the line of the policy', async () => {
    await find(page).fill('training s3:PutObject');
    await reach(page)
      .getByRole('button', { name: /^Show in policy: / })
      .first()
      .press('Enter');
    await expect(page.getByRole('tab', { name: 'Policy' })).toHaveAttribute('aria-selected', 'true');
    await expect(
      page.locator('.policy-editor .view-line', { hasText: 'arn:aws:s3:::ml-output/' }).first(),
    ).toBeVisible();
    await page.keyboard.press('Control+Alt+4');
    await expect(find(page)).toHaveValue('training s3:PutObject');
  });
  for (const look of [desktop, tablet, phone])
    expect(await violationsIn(page, look, { part: '#policy' })).toEqual([]);
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('a Deny on a condition is named beside what it takes away', { tag: '@all' }, async ({ page }) => {
    await page.goto('');
    await fillExamples(page);
    await stepHead(page, 'Guardrails').click();
    await page.getByRole('button', { name: 'Select all of Network', exact: true }).click();
    await showPart(page, 'Access');
    await expect(reach(page)).toContainText('Only');
    await find(page).fill('sagemaker:CreateTrainingJob');
    await expect(reported(page)).toContainText(/^\d+ results? for/);
    await expect(reach(page)).toContainText(/Denied by the role’s policies if/);
    expect(await overflowOf(page)).toBe(0);
    await openMatrix(page);
    await expect(page.getByRole('region', { name: 'Access by action and role' })).toBeVisible();
  });
});
