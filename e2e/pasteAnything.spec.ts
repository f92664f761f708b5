import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { enterText, onPhone } from './page.ts';

const policy = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-raw/*' }],
};
const text = JSON.stringify(policy, null, 2);
const denied =
  'User: arn:aws:sts::111122223333:assumed-role/nb/SageMaker is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/j because no identity-based policy allows the sagemaker:AddTags action';
const event = {
  eventSource: 'iam.amazonaws.com',
  eventName: 'PutRolePolicy',
  requestParameters: { policyDocument: text },
};
const state = {
  version: 4,
  terraform_version: '1.9.0',
  lineage: 'a',
  resources: [{ type: 'aws_iam_policy', instances: [{ attributes: { policy: text } }] }],
};

const imported = 'Import or validate policies';
const troubleshoot = 'Troubleshoot “Access denied”';

/** Texts, the dialog in which each ends up, or what is said of it; and what is there. */
const rows: readonly (readonly [
  what: string,
  pasted: string,
  dialog: string | null,
  shows: string | RegExp,
])[] = [
  ['a policy', text, imported, '1 policy found.'],
  ['AWS CLI output', JSON.stringify({ PolicyVersion: { Document: policy } }), imported, '1 policy found.'],
  ['a CloudTrail event with a policy', JSON.stringify({ Records: [event] }), imported, '1 policy found.'],
  ['a Terraform state', JSON.stringify(state), imported, '1 policy found.'],
  ['an access denied message', denied, troubleshoot, /sagemaker:AddTags/],
  [
    'a denied CloudTrail event',
    JSON.stringify({ ...event, errorMessage: denied, requestParameters: null }),
    troubleshoot,
    /sagemaker:AddTags/,
  ],
  ['a message with a policy', `${denied}\n\n${text}`, troubleshoot, 'This looks like an IAM policy.'],
  [
    'Terraform configuration',
    'data "aws_iam_policy_document" "p" {\n  statement {\n    actions = ["s3:*"]\n    resources = [var.bucket]\n  }\n}',
    imported,
    '1 policy found.',
  ],
  ['ARNs', 'arn:aws:s3:::ml-raw\narn:aws:s3:::ml-out', null, /a list of ARNs/],
  [
    'prose',
    'Dear team, the meeting is on Thursday.',
    null,
    /This page can’t read this text. It reads policies/,
  ],
];

/** One that each of the places takes; `recognize.test.ts` holds that all forms are recognized, and `npm run test:all` pastes each. */
const inEveryRun: ReadonlySet<string> = new Set(['a policy', 'an access denied message', 'ARNs', 'prose']);

/** A paste with the focus in no field. */
async function pasteOutside(page: Page, pasted: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), pasted);
  await page.locator('body').press('Control+V');
}

/** A phone has no editor, which is most of the work of a page that opens. */
test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  for (const [what, pasted, dialog, shows] of rows)
    test(
      `${what} goes where it belongs when it is pasted outside a field`,
      inEveryRun.has(what) ? {} : { tag: '@all' },
      async ({ page }) => {
        await page.goto('');
        await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
        await pasteOutside(page, pasted);
        if (dialog === null) return expect(page.getByText(shows)).toBeVisible();
        await expect(page.getByRole('dialog', { name: dialog }).getByText(shows).first()).toBeVisible();
      },
    );
});

test('a file that is dropped before the page has loaded is recognized by what is in it', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('', { waitUntil: 'commit' });
  await expect(page.getByRole('heading', { name: 'IAM policies for SageMaker' })).toBeVisible();
  const file = await page.evaluateHandle((given) => {
    const data = new DataTransfer();
    data.items.add(new File([given], 'error.log', { type: 'text/plain' }));
    return data;
  }, denied);
  await page.dispatchEvent('body', 'drop', { dataTransfer: file });
  release();
  await expect(page.getByRole('dialog', { name: troubleshoot })).toBeVisible();
});

test('Import and Validate name what is no policy, and lead to where it is read', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto('');
  for (const [door, dialog] of [
    ['Import', page.getByRole('dialog', { name: imported })],
    ['Validate', page.getByRole('dialog')],
  ] as const) {
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('combobox', { name: 'Find a command' }).fill(door);
    await page.keyboard.press('Enter');
    // The editor, once it has replaced the plain field, covers its own text box.
    await expect(dialog.locator('.monaco-editor').first()).toBeVisible();
    await dialog.getByRole('textbox').first().focus();
    await page.keyboard.insertText(denied);
    await dialog.getByRole('button', { name: 'Troubleshoot it' }).click();
    const answer = page.getByRole('dialog', { name: troubleshoot });
    await expect(answer.getByText(/sagemaker:AddTags/).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(answer).toHaveCount(0);
  }
});

test('an access denied message is pasted as soon as its dialog is open, and nothing there leads to where it is', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('button', { name: /^Troubleshoot/ }).click();
  const dialog = page.getByRole('dialog', { name: troubleshoot });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.insertText(`${denied}\n`);
  await expect(dialog.getByText('AWS denied sagemaker:AddTags')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Troubleshoot it' })).toHaveCount(0);
});

test('the editor goes on where someone writes in the plain field', async ({ page }) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/assets\/monaco-/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('');
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog', { name: imported });
  await dialog.getByRole('textbox').first().focus();
  await page.keyboard.insertText('first ');
  arrive();
  await expect(dialog.locator('.monaco-editor').first()).toBeVisible();
  await expect(dialog.locator('.view-line').first()).toHaveText(/first/);
  await page.keyboard.insertText('second');
  await expect(dialog.locator('.view-line').first()).toHaveText(/first.second/);
});

test('the palette leads to one field for anything', { tag: '@all' }, async ({ page }) => {
  await page.goto('');
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('paste any');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Paste anything' });
  await dialog.getByRole('textbox').fill(text);
  await expect(dialog.getByRole('button', { name: 'Validate it' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Import it' }).click();
  await expect(page.getByRole('dialog', { name: imported }).getByText('1 policy found.')).toBeVisible();
});

test('a text that is cut off is named as what it is, and no button leads to where it already is', async ({
  page,
}) => {
  await page.goto('');
  await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
  await enterText(page, '{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow" "Action": "s3:*" ');
  const dialog = page.getByRole('dialog', { name: imported });
  await expect(dialog).toContainText('The text ends here.');
  await expect(dialog.getByRole('button', { name: /^(Import|Validate) it$/ })).toHaveCount(0);
});
