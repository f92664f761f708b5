import { expect, type Page } from '@playwright/test';
import { desktop, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { editorText, enterText, intake, onPhone } from './page.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Replace an AWS managed policy' });
const group = (page: Page, persona: RegExp) => dialog(page).getByRole('group', { name: persona });
const compared = (page: Page) => dialog(page).getByRole('region', { name: 'What is lost' });

async function openFromExamples(page: Page): Promise<void> {
  await page.goto('');
  await page.getByRole('button', { name: /^Open an example/ }).click();
  await page.getByRole('button', { name: 'Replace an AWS managed policy' }).click();
  await expect(group(page, /Data scientist/)).toBeVisible();
}

test('what a managed policy allows, what a team needs of it, and what is lost', async ({ page }) => {
  await openFromExamples(page);
  await expect(dialog(page).getByLabel('Managed policy', { exact: true })).toHaveValue(
    'AmazonSageMakerFullAccess',
  );
  await expect(dialog(page).getByText(/^Version v\d+\. The data is of \d{4}-\d{2}-\d{2}\./)).toBeVisible();
  await dialog(page).getByText('By service').click();
  await expect(dialog(page).getByRole('row', { name: /^Allow sagemaker / })).toBeVisible();
  await dialog(page)
    .getByText(/^\d+ actions that no activity allows$/)
    .click();
  await expect(dialog(page).getByRole('row', { name: /^robomaker/ })).toContainText('CreateSimulationJob');

  await group(page, /Training and processing/)
    .getByRole('checkbox', { name: /^Read input from and write output to S3/ })
    .check();
  await expect(compared(page).getByText('Lost:')).toBeVisible();
  await compared(page).getByText('Kept in part:').click();
  await compared(page)
    .getByText(/^s3: \d+ actions?$/)
    .click();
  await expect(compared(page).getByRole('listitem').filter({ hasText: 's3:GetObject' })).toContainText(
    /No longer allowed: on arn:.*Allowed by JOB: on arn:/,
  );
  await expect(compared(page).getByText(/^Tests of these roles: \d+ passed/)).toBeVisible();
  expect(await violationsIn(page, desktop, { part: '[role=dialog]' })).toEqual([]);

  await dialog(page).getByRole('button', { name: 'Use 1 activity' }).click();
  await expect.poll(() => editorText(page)).toContain('s3:GetObject');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
});

test('on a phone the dialog opens from the commands and keeps what was selected', { tag: '@all' }, async ({
  page,
}) => {
  await page.setViewportSize(onPhone);
  await page.goto('');
  const open = async () => {
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('combobox', { name: 'Find a command' }).fill('Replace an AWS managed policy');
    await page.keyboard.press('Enter');
  };
  await open();
  await dialog(page)
    .getByLabel('Managed policy', { exact: true })
    .selectOption('AmazonSageMakerModelRegistryFullAccess');
  const models = group(page, /MLOps engineer/).getByRole('checkbox', { name: /^Manage models/ });
  await models.check();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await open();
  await expect(models).toBeChecked();
  await expect(compared(page).getByText('Lost:')).toBeVisible();
  expect(await violationsIn(page, phone, { part: '[role=dialog]' })).toEqual([]);
});

test('the actions that a team uses select the activities with the least access', { tag: '@all' }, async ({
  page,
}) => {
  await openFromExamples(page);
  await dialog(page).getByText('Select by the actions that your team uses').click();
  await dialog(page)
    .getByRole('textbox', { name: 'Actions' })
    .fill('s3:GetObject, s3:PutObject, logs:PutLogEvents, robomaker:CreateFleet');
  await dialog(page).getByRole('button', { name: 'Select activities for 4 actions' }).click();
  await expect(
    dialog(page).getByText(
      /^Selected the activities with the least access that allow them: 2 activities of 1 role\./,
    ),
  ).toBeVisible();
  await expect(dialog(page).getByText('No activity allows: robomaker:CreateFleet.')).toBeVisible();
  await expect(dialog(page).getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(compared(page).getByText('Kept in part:')).toBeVisible();
});

const template = `Resources:
  Team:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSageMakerFullAccess]
      Policies:
        - PolicyName: metrics
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - { Effect: Allow, Action: sagemaker:BatchPutMetrics, Resource: '*' }
`;

test('a managed policy that an imported role has by name is one click away', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('button', { name: /^Import or validate/ }).click();
  await enterText(page, template);
  await expect(intake(page).getByText('AmazonSageMakerFullAccess is an AWS managed policy.')).toBeVisible();
  await intake(page).getByRole('button', { name: 'Replace AmazonSageMakerFullAccess' }).click();
  await expect(dialog(page).getByLabel('Managed policy', { exact: true })).toHaveValue(
    'AmazonSageMakerFullAccess',
  );
});
