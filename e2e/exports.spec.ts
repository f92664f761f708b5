import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { test } from './openPage.ts';
import { choosePersona, copiedPolicy, enterText, fillExamples, oneRole, onPhone, stepHead } from './page.ts';

test.use({ viewport: onPhone });

const openExport = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });
const format = (page: Page, name: RegExp) => dialog(page).getByRole('radio', { name });

async function archive(page: Page): Promise<{ name: string; files: Record<string, string> }> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as ZIP' }).click();
  const download = await downloading;
  const files = unzipSync(await readFile(await download.path()));
  return {
    name: download.suggestedFilename(),
    files: Object.fromEntries(
      Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
    ),
  };
}

test('a check that ends late leaves the buttons where they are', async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/catalog/kms.json', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto('');
  await choosePersona(page, 'Training');
  await openExport(page);
  await expect(dialog(page)).toContainText('Not checked yet');
  const copy = dialog(page)
    .getByRole('button', { name: /^Copy Training/ })
    .first();
  const before = await copy.boundingBox();
  release();
  await expect(dialog(page)).toContainText('All policies are checked: no errors or security warnings.');
  expect(await copy.boundingBox()).toEqual(before);
});

test('Terraform creates the role, its policy and the endpoint’s, and asks for open values', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'Training');
  await choosePersona(page, 'VPC endpoint');
  await openExport(page);
  await expect(dialog(page)).toContainText('Their placeholders are in the text, and IAM rejects them');
  await format(page, /^Terraform/).check();
  await expect(dialog(page)).toContainText('Missing values become variables. Enter a value for each');
  const { name, files } = await archive(page);
  expect(name).toBe('ml-platform.terraform.zip');
  expect(Object.keys(files)).toEqual([
    'account/main.tf',
    'account/variables.tf',
    'network/main.tf',
    'network/variables.tf',
  ]);
  expect(files['account/main.tf']).toContain('resource "aws_iam_role" "training_role" {');
  expect(files['account/main.tf']).toMatch(/with IAM data of \d{4}-\d\d-\d\d\./);
  expect(files['account/main.tf']).toContain('arn:aws:s3:::${var.input_bucket_name}/${var.input_prefix}/*');
  expect(files['account/variables.tf']).toContain('variable "input_prefix" {');
  expect(files['network/main.tf']).toContain('resource "aws_vpc_endpoint_policy" "s3_endpoint" {');
});

test('policies of resources that other accounts use are exported by themselves, and replace none in silence', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('searchbox', { name: 'Find a persona' }).fill('shared model registry');
  await choosePersona(page, 'Shared model registry');
  await fillExamples(page);
  await openExport(page);
  await format(page, /^AWS CLI/).check();
  const { files } = await archive(page);
  expect(Object.keys(files)).toEqual(['ml-platform-resources.sh']);
  const script = files['ml-platform-resources.sh'] ?? '';
  expect(script).toContain('replaces the whole policy that its resource has now');
  for (const type of ['modelPackageGroup', 'bucket', 'key', 'repository'])
    expect(script).toMatch(new RegExp(`^put_resource_policy ${type} `, 'm'));
});

test('the export leads to the step and field of the value that is missing', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  await stepHead(page, 'Trust').click();
  const provider = page.getByRole('textbox', { name: 'SAML identity provider' });
  await provider.fill('');
  await stepHead(page, 'Personas').click();
  await openExport(page);
  await dialog(page).getByRole('button', { name: 'Enter values' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(provider).toBeFocused();
});

const template = `Parameters:
  RawBucket: { Type: String }
Resources:
  Reading:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - { Effect: Allow, Action: s3:GetObject, Resource: !Sub 'arn:aws:s3:::\${RawBucket}/*' }
`;

test('what an imported template refers to is a parameter of code, and missing in JSON', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: /^Import or validate/ }).click();
  await enterText(page, template);
  await page.getByRole('button', { name: 'Add 1 policy to this set' }).click();
  await openExport(page);
  await expect(dialog(page)).toContainText('IAM rejects them: <RawBucket>');
  await format(page, /^CloudFormation/).check();
  await expect(dialog(page)).toContainText('Missing values become variables. Enter a value for each');
  await expect(dialog(page)).not.toContainText('IAM rejects');
  const { files } = await archive(page);
  expect(JSON.stringify(files)).toContain('RawBucket:');
});

test('a role is named once; what passes it follows, and with an ARN it exists', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Notebook and Studio execution role');
  await stepHead(page, 'Resources').click();
  const names = page.getByRole('group', { name: 'Names of roles to create' });
  const notebook = names.getByRole('textbox', { name: 'Notebook and Studio execution role' });
  await expect(notebook).toHaveAttribute('placeholder', 'ml-platform-notebook-role');
  await notebook.fill('two words');
  await expect(names).toContainText('Until then, the export uses ml-platform-notebook-role.');
  await notebook.fill('team-a-notebooks');
  const passed = await copiedPolicy(page, 'Data scientist');
  expect(JSON.stringify(passed)).toContain('arn:aws:iam::<ACCOUNT_ID>:role/team-a-notebooks');
  await openExport(page);
  await format(page, /^Terraform/).check();
  const { files } = await archive(page);
  expect(files['account/main.tf']).toMatch(/name += "team-a-notebooks"/);
  expect(files['account/main.tf']).toContain('aws_iam_role.notebook_role.arn');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await page
    .getByRole('textbox', { name: /^Notebook and Studio execution role/ })
    .first()
    .fill('arn:aws:iam::111122223333:role/kept');
  await expect(names).toContainText('exists as arn:aws:iam::111122223333:role/kept');
  await expect(notebook).toHaveCount(0);
  const people = names.getByRole('textbox', { name: 'Data scientist' });
  await people.fill('arn:aws:iam::111122223333:role/people');
  await expect(names).toContainText('exists as arn:aws:iam::111122223333:role/people');
  await expect(people).toHaveValue('arn:aws:iam::111122223333:role/people');
});

test('people who sign in with IAM Identity Center get a permission set, services a role', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  await stepHead(page, 'Trust').click();
  await page
    .getByRole('group', { name: /Data scientist/ })
    .getByRole('radio', { name: /IAM Identity Center/ })
    .check();
  await openExport(page);
  await format(page, /^Terraform/).check();
  const notes = dialog(page).getByRole('list', { name: 'Notes about these files' });
  await expect(notes).toContainText('Create it under the same name in each account');
  await expect(notes).toContainText('AWSReservedSSO_ml-platform-data-scientist_*');
  const { files } = await archive(page);
  expect(files['account/main.tf']).not.toContain('resource "aws_iam_role" "data_scientist"');
  expect(files['account/main.tf']).toContain('resource "aws_iam_role" "training_role" {');
  expect(files['identity-center/main.tf']).toContain(
    'resource "aws_ssoadmin_permission_set" "data_scientist" {',
  );
  await format(page, /^CloudFormation/).check();
  const template = (await archive(page)).files['ml-platform-identity-center.yaml'];
  expect(template).toContain('Type: "AWS::SSO::PermissionSet"');
});

test('a file is looked at, copied and distinguished by keyboard alone', { tag: '@all' }, async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Inference execution role');
  await fillExamples(page);
  await openExport(page);
  await format(page, /^Formatted JSON/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(format(page, /^CloudFormation/)).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const text = dialog(page).getByRole('region', { name: 'ml-platform-account.yaml, as text' });
  await expect(text).toContainText('Type: "AWS::IAM::Role"');
  await expect(text).not.toContainText('Parameters:');
  await dialog(page)
    .getByRole('button', { name: 'Copy CloudFormation: roles and policies of the account' })
    .click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await text.textContent());
});

test('code that would fail is not offered, and one role for everything is said', async ({ page }) => {
  await page.goto('');
  await fillExamples(page);
  await oneRole(page);
  await openExport(page);
  await format(page, /^AWS CLI/).check();
  await expect(dialog(page).getByRole('list', { name: 'Notes about these files' })).toContainText(
    'The role ml-platform-one-role has the permissions of 6 personas',
  );
  await page.keyboard.press('Escape');
  await stepHead(page, 'Review and export').click();
  await page.getByText('Size: attachment, splitting, and shortening').click();
  await page.getByRole('checkbox', { name: /Split policies that exceed their quota/ }).uncheck();
  await openExport(page);
  await format(page, /^AWS CLI/).check();
  await expect(dialog(page)).toContainText(
    'Creating these policies would fail, so no files are exported in this format.',
  );
  await expect(page.getByRole('button', { name: 'Download all as ZIP' })).toBeDisabled();
  await format(page, /^Formatted JSON/).check();
  await expect(page.getByRole('button', { name: 'Download all as ZIP' })).toBeEnabled();
});
