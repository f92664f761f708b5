import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  enterText,
  fillExamples,
  intake,
  next,
  onPhone,
  persona,
  shownPolicy,
  showPart,
  showPolicy,
} from './page.ts';

test.use({ viewport: onPhone });

const chapter = readFileSync(
  new URL('../src/policies/import/fixtures/guide-permissions-chapter.txt', import.meta.url),
  'utf8',
);
const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' }],
};
/** Beside a policy: it must be nowhere once the policy is imported. */
const secret = 'Pl4nted-S3cret-2hf8';
const output = JSON.stringify(
  { RoleName: 'notebook', PolicyName: 'data', PolicyDocument: policy, Token: secret },
  null,
  4,
);

const dialog = intake;
const field = (page: Page) => dialog(page).getByRole('textbox');

async function openDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('import');
  await page.keyboard.press('Enter');
}

async function open(page: Page): Promise<void> {
  await page.goto('.');
  await openDialog(page);
}

test('the guide’s chapter, pasted as it is, gives its ten policies with every repair', {
  tag: '@all',
}, async ({ page }) => {
  await open(page);
  await enterText(page, chapter);
  await expect(dialog(page).getByRole('status')).toHaveText('10 policies found.');
  const fourth = dialog(page).getByRole('list', { name: 'Policies found' }).locator('> li').nth(3);
  await expect(fourth).toContainText('The text itself is unchanged:Added a missing comma.');
  await expect(fourth).toContainText('Added a missing }.');
  const place = fourth.getByRole('button', { name: /^line \d+, column \d+$/ }).first();
  await place.click();
  await expect(field(page)).toBeFocused();
  const start = await field(page).evaluate(
    (area) => area instanceof HTMLTextAreaElement && area.selectionStart,
  );
  expect(chapter.slice(0, Number(start))).toMatch(/"SageMakerStudioAccessbyOwner"$/);
  await dialog(page).getByRole('button', { name: 'Add 10 policies to this set' }).click();
  await expect(dialog(page)).toHaveCount(0);
  const taken = await copiedPolicy(page, 'SageMakerStudioAccessbyOwner');
  expect(taken.Statement).toHaveLength(1);
  await showPart(page, 'Compare');
  await expect(page.getByLabel('Compare with')).toHaveAttribute('title', /imported 10 policies/);
});

test('what the AWS CLI prints is imported by the keyboard alone, undone, and kept over a reload', async ({
  page,
}) => {
  await open(page);
  await field(page).focus();
  await page.keyboard.insertText(output);
  const take = dialog(page).getByRole('button', { name: 'Add 1 policy to this set' });
  await expect(take).toBeEnabled();
  await expect(dialog(page)).toContainText('inline policy “data” of role “notebook”');
  await take.focus();
  await page.keyboard.press('Enter');
  await expect(shownPolicy(page)).toHaveText(/data/);
  expect(await copiedPolicy(page, 'data')).toEqual(policy);
  await page.reload();
  await showPart(page, 'Policy');
  await expect(shownPolicy(page)).toHaveText(/data/);
  const kept = await page.evaluate(() =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      location.href,
    ]),
  );
  expect(kept).toContain('ml-input');
  expect(kept).not.toContain(secret);
});

test('what the guide’s first policy says is offered as an activity and selected in its place', {
  tag: '@all',
}, async ({ page }) => {
  await open(page);
  await enterText(page, chapter.slice(0, chapter.indexOf('SageMaker Notebook Access')));
  await dialog(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  const offers = page.getByRole('region', { name: 'Recognized activities' });
  await offers.getByText('Recognized as activities: 1 of 1 statement').click();
  await expect(offers.getByRole('checkbox', { name: /published/ })).toBeChecked();
  await offers.getByRole('button', { name: 'Replace 1 statement with activities' }).click();
  await expect(offers).toHaveCount(0);
  await showPart(page, 'Build');
  await expect(page.getByRole('checkbox', { name: /Data scientist/ })).toBeChecked();
  await showPart(page, 'Compare');
  await expect(page.getByText('Compared with what it replaces: SageMakerReadAccess.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Access changes', exact: true })).toContainText(
    'Same access. Proven for every request.',
  );
});

const refused = [
  {
    name: 'prose',
    text: 'please let me in',
    list: 'What this looks like',
    says: 'This page can’t read this text. It reads policies, “access denied” messages,',
  },
  {
    name: 'a policy that is cut off',
    text: output.slice(0, output.indexOf('"Resource"')),
    says: 'The text ends here',
  },
  {
    name: 'another JSON',
    text: '{\n  "a": 1\n}',
    says: 'Not a policy: expected Statement. line 1, column 1',
  },
  {
    name: 'a wrong effect',
    text: JSON.stringify(policy).replace('Allow', 'allow'),
    says: 'Not a policy: expected Allow or Deny. line 1, column',
  },
];

test('what is no policy is refused with the reason and the place; one that is commented out, or beside others that are not read, is imported only when it is selected', async ({
  page,
}) => {
  await open(page);
  for (const { name, text, says, list = 'Not imported' } of refused)
    await test.step(name, async () => {
      await enterText(page, text);
      const refusals = dialog(page).getByRole('list', { name: 'Not imported' });
      await expect(refusals).toHaveCount(list === 'Not imported' ? 1 : 0);
      await expect(dialog(page).getByRole('list', { name: list })).toContainText(says);
      await expect(dialog(page).getByRole('button', { name: 'Add to this set' })).toBeDisabled();
    });
  await test.step('another policy in a notation that is not read', async () => {
    await enterText(page, `${JSON.stringify(policy)}\n\nStatement:\n  - Effect: Deny\n    Action: iam:*\n`);
    await expect(dialog(page).getByRole('list', { name: 'Not imported' })).toContainText(
      'Looks like a policy, but couldn’t be read: it is YAML. line 3',
    );
    const alone = dialog(page).getByRole('list', { name: 'Policies found' });
    await expect(alone).toContainText(
      'Other parts of the text look like policies and weren’t read: see Not imported.',
    );
    await expect(alone.getByRole('checkbox')).not.toBeChecked();
    await expect(dialog(page).getByRole('button', { name: 'Add to this set' })).toBeDisabled();
  });
  await enterText(page, `// ${JSON.stringify(policy)}`);
  const found = dialog(page).getByRole('list', { name: 'Policies found' });
  await expect(found).toContainText('This policy is commented out or struck out in the text (//).');
  await expect(dialog(page).getByRole('button', { name: 'Add to this set' })).toBeDisabled();
  await found.getByRole('checkbox').check();
  await dialog(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  expect(await copiedPolicy(page, 'Policy 1')).toEqual(policy);
});

test('files are opened together, and one dropped on the page opens the dialog', { tag: '@all' }, async ({
  page,
}) => {
  await open(page);
  await dialog(page)
    .getByLabel('Files to import')
    .setInputFiles(
      [output, JSON.stringify(policy)].map((text, index) => ({
        name: `policy${index}.json`,
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })),
    );
  await expect(dialog(page).getByRole('status')).toHaveText('2 policies found.');
  await enterText(page, '');
  await expect(dialog(page).getByRole('status')).toBeEmpty();
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await drop(page, output);
  await expect(dialog(page).getByRole('status')).toContainText('1 policy found.');
});

test('placeholders of an imported document are filled when asked, with what step Where knows', async ({
  page,
}) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await next(page);
  await next(page);
  await page.getByRole('textbox', { name: 'Account ID' }).fill('444455556666');
  await openDialog(page);
  const written =
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow",  "Action":"sagemaker:ListModels","Resource":"arn:aws:sagemaker:<REGION>:<ACCOUNT_ID>:model/<team>-*"}]}';
  await enterText(page, written);
  await dialog(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  const form = page.getByRole('form', { name: 'Missing values of this policy' });
  await form.getByText('3 missing values').click();
  await expect(form.getByLabel('<ACCOUNT_ID>')).toHaveValue('444455556666');
  await form.getByLabel('<REGION>').fill('nowhere');
  await expect(form.getByRole('button', { name: 'Enter values' })).toBeDisabled();
  await form.getByLabel('<REGION>').fill('eu-west-1');
  await form.getByLabel('<team>').fill('fraud');
  await showPolicy(page, /^Permissions policy/, /^Data scientist/);
  await expect(form).toHaveCount(0);
  await showPolicy(page, /^Policy 1/, /^Imported policies/);
  await form.getByText('3 missing values').click();
  await expect(form.getByLabel('<REGION>')).toHaveValue('eu-west-1');
  await form.getByLabel('<team>').focus();
  await page.keyboard.press('Enter');
  await expect(form).toHaveCount(0);
  expect(await copiedPolicy(page, 'Policy 1')).toEqual(
    JSON.parse(
      written
        .replace('<REGION>', 'eu-west-1')
        .replace('<ACCOUNT_ID>', '444455556666')
        .replace('<team>', 'fraud'),
    ),
  );
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(form.getByText('3 missing values')).toBeVisible();
});

test('a resource control policy becomes a part of the set, and the tests meet what it denies', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Training and processing execution role');
  await fillExamples(page);
  await openDialog(page);
  const denial = { Effect: 'Deny', Principal: '*', Action: 's3:GetObject', Resource: '*' };
  await enterText(page, JSON.stringify({ Version: '2012-10-17', Statement: [denial] }));
  await expect(dialog(page).getByLabel('Policy type')).toHaveValue('resource-control');
  await dialog(page).getByRole('button', { name: 'Add 1 policy to this set' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(shownPolicy(page)).toContainText('Policy 1');
  const tests = page.getByRole('tab', { name: /^Tests/ });
  await expect(tests).toContainText(/\d+ failed/);
  await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
  await expect(tests).not.toContainText('failed');
});

test('a saved draft that is dropped on the page opens as the draft', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await page.keyboard.press('ControlOrMeta+s');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Save as file' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  await page.keyboard.press('Escape');
  await persona(page, 'Data scientist').uncheck();
  await drop(page, text.replace('"version": 1', '"version": 7'));
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('saved by a newer version of this page');
  await expect(persona(page, 'Data scientist')).not.toBeChecked();
  await drop(page, text);
  await showPart(page, 'Build');
  await expect(persona(page, 'Data scientist')).toBeChecked();
  await expect(notices).toContainText('Opened from a file');
});

async function drop(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'policy.json', { type: 'application/json' }));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}
