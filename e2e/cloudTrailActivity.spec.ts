import { gzipSync } from 'node:zlib';
import { expect, type Page } from '@playwright/test';
import { phone, violationsIn } from './axe.ts';
import { layoutFaultsIn } from './layoutFaults.ts';
import { test } from './openPage.ts';
import { onPhone } from './page.ts';

/** From what a role did to a selection that allows it, and back: the calls replayed against the policies. */

// A phone has no editor, which is most of the work of a page that opens.
test.use({ viewport: onPhone });

const account = '123456789012';
const session = (role: string) => ({
  type: 'AssumedRole',
  arn: `arn:aws:sts::${account}:assumed-role/${role}/ana`,
  accountId: account,
  sessionContext: { sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role/${role}` } },
});

const SECRET = 'Pl4nted-S3cret-2hf8';

const event = (source: string, name: string, requestParameters: unknown, rest: object = {}) => ({
  eventTime: '2026-11-02T10:00:00Z',
  eventSource: `${source}.amazonaws.com`,
  eventName: name,
  awsRegion: 'us-east-1',
  sourceIPAddress: '198.51.100.7',
  userAgent: SECRET,
  userIdentity: session('Trainer'),
  requestParameters,
  ...rest,
});

const objects = Array.from({ length: 40 }, (_, index) =>
  event(
    's3',
    'GetObject',
    { bucketName: 'lake-in', key: `churn/part-${index}.csv` },
    { eventCategory: 'Data' },
  ),
);
const records = [
  ...objects,
  event('s3', 'PutObject', { bucketName: 'lake-out', key: 'churn/model.tar.gz' }, { eventCategory: 'Data' }),
  event('s3', 'ListObjects', { bucketName: 'lake-in' }, { eventCategory: 'Data' }),
  event('dynamodb', 'DescribeTable', { tableName: 'jobs' }, { eventTime: '2026-11-09T10:00:00Z' }),
  event('signin', 'ConsoleLogin', null),
  event('kms', 'Decrypt', { keyId: 'alias/team' }, { errorCode: 'AccessDenied', responseElements: SECRET }),
  event('sagemaker', 'ListModels', null, { userIdentity: session('Other') }),
];
const logFile = JSON.stringify({ Records: records });

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Build from CloudTrail activity' });

async function open(page: Page): Promise<void> {
  await page.goto('');
  await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ({ file, base64 }) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      transfer.items.add(new File([content], file));
      return transfer;
    },
    { file: name, base64: bytes.toString('base64') },
  );
  await page.locator('body').dispatchEvent('drop', { dataTransfer: data });
}

test('a packed log file becomes activities, and its calls are replayed', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await open(page);
  await drop(page, 'log.json.gz', gzipSync(logFile));
  const dialog = dialogOf(page);
  await expect(dialog.getByText('46 events, Nov 2, 2026 to Nov 9, 2026')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: 'Role' })).toHaveValue(
    `arn:aws:iam::${account}:role/Trainer`,
  );
  const counts = dialog.getByLabel('Events by kind');
  await expect(counts).toHaveText(
    /with an action and a resource43.*resource in the event0.*for this role0.*AWS denied1.*no permission0.*not mapped to an action1.*doesn’t log0.*other roles and users1/,
  );
  await dialog.getByText('1 event name not mapped to an action').click();
  await expect(dialog.getByText('signin.amazonaws.com: ConsoleLogin (1)')).toBeVisible();

  const activities = dialog.getByRole('region', { name: 'Activities for these calls' });
  // What only an activity for all buckets allows is left to the user, with what else that allows.
  await activities.getByRole('combobox', { name: 'Persona' }).selectOption('notebookRole');
  const left = activities.getByRole('group', { name: /^Not covered: / });
  await expect(left).toContainText(
    'No selected activity allows 1 call: s3:ListBucket on arn:aws:s3:::lake-in.',
  );
  const wider = left.getByRole('checkbox').first();
  await expect(wider).toHaveAccessibleDescription(/on every resource: .*s3:GetObject, s3:PutObject/);
  await expect(wider).not.toBeChecked();
  await expect(activities.getByLabel('Activities to add')).not.toContainText('every bucket');

  await activities.getByRole('combobox', { name: 'Persona' }).selectOption('trainingRole');
  await expect(activities.getByText(/can allow 41 of 43 calls/)).toBeVisible();
  await expect(activities.getByRole('listitem').first()).toHaveText(/Read/);
  await expect(activities.getByText(/lake-in\/churn/)).toBeVisible();
  await activities.getByRole('button', { name: /^Apply to/ }).click();

  const replay = dialog.getByRole('region', { name: 'Replay against your policies' });
  await expect(replay.getByText('2 of 43 calls would fail.')).toBeVisible();
  await replay.getByText(/dynamodb:DescribeTable on .*table\/jobs \(1 call\)/).click();
  await expect(replay.getByText(/Missing statement .* resource in the event\./)).toBeVisible();

  expect(await violationsIn(page, phone, { part: '[role=dialog]' })).toEqual([]);
  expect(await layoutFaultsIn(page, '[role=dialog]')).toEqual([]);
  for (const count of await counts.getByRole('definition').all()) {
    const box = await count.boundingBox();
    expect((box?.x ?? phone.width) + (box?.width ?? 0)).toBeLessThan(phone.width);
  }
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();

  // Nothing of the events is kept or sent.
  const stored = await page.evaluate(() =>
    JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
  );
  expect(stored).not.toContain(SECRET);
  expect(stored).not.toContain('jobs');
  const origin = new URL(page.url()).origin;
  expect(requests.filter((url) => !url.startsWith(origin) && !/^(?:blob|data):/.test(url))).toEqual([]);
});

test('a pasted list of calls opens where it belongs, with the keyboard alone', async ({ page }) => {
  await open(page);
  const list = `s3:GetObject arn:aws:s3:::lake-in/churn/a.csv\nsagemaker ListModels\nnot a call\n`;
  await page.evaluate((text) => navigator.clipboard.writeText(text), list.replace('not a call\n', ''));
  await page.locator('body').press('Control+V');
  const dialog = dialogOf(page);
  await expect(dialog.getByText('2 events, without times')).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove events' }).press('Enter');
  const field = dialog.getByLabel('Or paste events or calls');
  await field.fill(list);
  await field.press('Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('2 events, without times')).toBeVisible();
  await expect(dialog.getByText(/Entries that aren’t events1/)).toBeVisible();
});

test('what holds no event says so, and can be replaced', { tag: '@all' }, async ({ page }) => {
  await open(page);
  await drop(page, 'log.json.gz', Buffer.concat([gzipSync(logFile).subarray(0, 60)]));
  const dialog = dialogOf(page);
  await expect(dialog.getByText(/No CloudTrail event or call was found/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Remove events' }).click();
  await expect(dialog.getByRole('button', { name: 'Open log files' })).toBeVisible();
});
