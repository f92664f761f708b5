import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { copiedPolicy, copiedText, enterText, intake, persona } from './page.ts';

const statement = (Action: string, Resource = 'arn:aws:s3:::ml-raw/*') => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const policy = (Statement: object) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [Statement] }, undefined, 2);
const wrong = policy(statement('s3:GetObjcet'));
const passes = policy(statement('iam:PassRole', '*'));

const status = (page: Page) => intake(page).getByRole('status').first();
const copied = (page: Page) => copiedText(intake(page).getByRole('button', { name: 'Copy' }));

test('a policy of one’s own is repaired, compared with what it was, copied, and added to the set', async ({
  page,
}) => {
  await page.goto('#new');
  await page.getByRole('banner').getByRole('button', { name: 'Validate policy' }).click();
  await enterText(page, wrong);
  await expect(status(page)).toContainText('1 error');
  await expect(intake(page)).toContainText('Did you mean s3:GetObject?');
  await intake(page).getByRole('button', { name: 'Replace with s3:GetObject', exact: true }).click();
  await expect(status(page)).toContainText('No issues found');
  await intake(page).getByRole('button', { name: 'Before and after' }).click();
  await expect(intake(page).locator('.monaco-diff-editor .line-insert').first()).toBeVisible();
  await expect(intake(page)).toContainText('New access: 1 kind of request.');
  await expect(intake(page)).toContainText('s3: read: s3:GetObject on arn:aws:s3:::ml-raw/');
  await expect(intake(page)).toContainText('Removed access: 1 kind of request.');
  expect(await copied(page)).toBe(wrong.replace('GetObjcet', 'GetObject'));
  await test.step('closing loses nothing, and undo goes on', async () => {
    await page.keyboard.press('Escape');
    await expect(intake(page)).toHaveCount(0);
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
    await expect(status(page)).toContainText('No issues found');
    await intake(page).getByRole('button', { name: 'Before and after' }).click();
    await intake(page).getByRole('button', { name: 'Restore the original text' }).click();
    await expect(intake(page)).toContainText('No changes yet.');
    await intake(page).getByRole('button', { name: 'Before and after' }).click();
    await intake(page).locator('.policy-editor .view-lines').click();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(status(page)).toContainText('No issues found');
  });
  await intake(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  expect(await copiedPolicy(page, 'Policy 1')).toEqual(JSON.parse(wrong.replace('GetObjcet', 'GetObject')));
  await test.step('Compare starts from the policy as it came', async () => {
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(page.getByLabel('Compare with')).toHaveAttribute('title', /imported policy/);
    await expect(page.locator('.monaco-diff-editor .view-lines').first()).toContainText('s3:GetObjcet');
  });
});

test('an empty dialog says what can be pasted and what is missing, and has an example to try', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('#new');
  await page.getByRole('button', { name: /^Import or validate a policy/ }).click();
  const accepted = intake(page).getByRole('list', { name: 'What you can paste or drop:' });
  await expect(accepted).toContainText('A Terraform plan');
  await expect(intake(page).getByRole('button', { name: 'Add to this set' })).toHaveAccessibleDescription(
    'Paste a policy or open a file first.',
  );
  const example = intake(page).getByRole('button', { name: 'Try an example' });
  await test.step('at 200% zoom nothing lies over the example', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 720, height: 450 });
    const below = intake(page).getByRole('region', { name: 'Findings of this policy' });
    await expect
      .poll(async () => {
        const [button, side] = [await example.boundingBox(), await below.boundingBox()];
        return button !== null && side !== null && button.y + button.height < side.y;
      })
      .toBe(true);
    if (size) await page.setViewportSize(size);
  });
  await example.click();
  await expect(status(page)).toContainText('1 policy found. 1 error, 1 security warning');
  await expect(accepted).toHaveCount(0);
  await test.step('a paste beside the fields goes into the text', async () => {
    await page.evaluate((text) => navigator.clipboard.writeText(text), passes);
    await intake(page).getByRole('button', { name: 'Open files' }).focus();
    await page.keyboard.press('ControlOrMeta+V');
    await expect(status(page)).toContainText('1 policy found. 1 security warning');
  });
  await expect(
    intake(page).locator('.policy-editor textarea, .policy-editor .native-edit-context').first(),
  ).toBeFocused();
});

test('each of several policies has its findings, its text and its tick; what was here before can be brought back', async ({
  page,
}) => {
  await page.goto('#new');
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const both = `One:\n${wrong}\n\nAnother:\n${passes}\n`;
  await enterText(page, both);
  const rows = intake(page).getByRole('list', { name: 'Policies found' }).locator('> li');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('1 error');
  await expect(rows.last()).toContainText('1 security warning');
  await rows.first().getByRole('button', { name: 'Review' }).click();
  await rows.first().getByRole('button', { name: 'Replace with s3:GetObject', exact: true }).click();
  await expect(rows.first()).toContainText('No issues found (edited)');
  await rows.last().getByRole('button', { name: 'Review' }).click();
  await expect(intake(page).locator('.policy-editor .view-lines')).toContainText('iam:PassRole');
  expect(await copied(page)).toBe(passes);
  await rows.first().getByRole('button', { name: 'Review' }).click();
  await expect(intake(page).locator('.policy-editor .view-lines')).toContainText('"s3:GetObject"');
  await intake(page).getByRole('tab', { name: 'Pasted text' }).click();
  expect(await copied(page)).toBe(both);
  await test.step('a text that comes from elsewhere does not end what was edited', async () => {
    await page.keyboard.press('Escape');
    await page.evaluate((text) => navigator.clipboard.writeText(text), passes);
    await page.locator('body').press('Control+V');
    await expect(status(page)).toContainText('1 policy found. 1 security warning');
    await intake(page).getByRole('button', { name: 'Restore it' }).click();
    await expect(rows.first()).toContainText('No issues found (edited)');
  });
  await rows.last().getByRole('checkbox').uncheck();
  await intake(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  expect(await copiedPolicy(page, 'Policy 1')).toEqual(JSON.parse(wrong.replace('GetObjcet', 'GetObject')));
  await expect(persona(page, 'Data scientist')).not.toBeChecked();
});

test('a policy with faults of a web page is added as it was read, or repaired first; a resource policy is only validated', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('#new');
  await page.getByRole('banner').getByRole('button', { name: 'Validate policy' }).click();
  await enterText(page, passes.replace('"Effect": "Allow",', '“Effect”: “Allow”'));
  await expect(intake(page)).toContainText('The text itself is unchanged:');
  await expect(intake(page)).toContainText('Added a missing comma.');
  await expect(intake(page).getByRole('button', { name: 'Add 1 policy to this set' })).toBeEnabled();
  await intake(page).getByRole('button', { name: 'Use the repaired text' }).click();
  await expect(status(page)).toContainText('1 policy found. 1 security warning');
  await enterText(
    page,
    policy({ ...statement('s3:GetObject'), Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
  );
  await expect(intake(page).getByLabel('Policy type')).toHaveValue('resource');
  await intake(page).getByLabel('Resource type').selectOption('AWS::S3::Bucket');
  await expect(intake(page).getByRole('button', { name: 'Add to this set' })).toBeDisabled();
});

/** What `aws iam get-account-authorization-details` prints of a large account: over 6 MB. */
function accountDetails(): Buffer {
  const statement = (index: number) => ({
    Sid: `S${index}`,
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:PutObject', 'sagemaker:CreateTrainingJob'],
    Resource: [`arn:aws:s3:::team-${index}-raw/*`, `arn:aws:s3:::team-${index}-out/*`],
  });
  const roles = Array.from({ length: 2500 }, (_, index) => ({
    RoleName: `role-${index}`,
    RolePolicyList: [
      {
        PolicyName: `inline-${index}`,
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: Array.from({ length: 9 }, (_, number) => statement(index * 10 + number)),
        },
      },
    ],
  }));
  return Buffer.from(JSON.stringify({ RoleDetailList: roles }, undefined, 2));
}

test('a file of several megabytes is read away from the page, with its progress, and can be canceled', {
  tag: '@all',
}, async ({ page }) => {
  const file = { name: 'account.json', mimeType: 'application/json', buffer: accountDetails() };
  expect(file.buffer.length).toBeGreaterThan(6_000_000);
  await page.goto('#new');
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const files = intake(page).getByLabel('Files to import');
  const loading = intake(page).getByRole('group', { name: 'Files being read' });
  await test.step('canceled, nothing of it is imported', async () => {
    await files.setInputFiles(file);
    await expect(loading).toContainText('account.json');
    await loading.getByRole('button', { name: 'Cancel' }).click();
    await expect(loading).toHaveCount(0);
    await expect(status(page)).toBeEmpty();
  });
  await files.setInputFiles(file);
  await expect(status(page)).toContainText('2500 policies found.');
  await expect(intake(page).getByRole('button', { name: 'Add to this set' })).toBeDisabled();
  await intake(page).getByRole('searchbox', { name: 'Find a policy' }).fill('inline-1234');
  const rows = intake(page).getByRole('list', { name: 'Policies found' }).locator('> li');
  await expect(rows).toHaveCount(1);
  await rows.first().getByRole('checkbox').check();
  await rows.first().getByRole('button', { name: 'Review' }).click();
  await expect(intake(page).locator('.policy-editor .view-lines')).toContainText('team-12340-raw');
  await intake(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  expect((await copiedPolicy(page, 'inline-1234')).Statement).toHaveLength(9);
});
