import { expect, type Page } from '@playwright/test';
import { desktop, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, editorText, onPhone, persona, policies, stepHead } from './page.ts';

const start = (page: Page) => page.getByRole('region', { name: 'Start' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

/** Where each door leads. */
const doors: readonly (readonly [door: RegExp, leadsTo: (page: Page) => ReturnType<Page['getByRole']>])[] = [
  [/^Open an example/, (page) => dialog(page, 'Open an example')],
  [/^Import or validate/, (page) => dialog(page, 'Import or validate policies')],
  [/^Troubleshoot/, (page) => dialog(page, 'Troubleshoot “Access denied”')],
];

const refusal =
  'User: arn:aws:sts::999988887777:assumed-role/acme-ds/ana is not authorized to perform: sagemaker:CreateTrainingJob on resource: arn:aws:sagemaker:us-east-1:999988887777:training-job/churn-1 because no identity-based policy allows the sagemaker:CreateTrainingJob action';

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => navigator.clipboard.writeText(given), text);
  await start(page).getByRole('textbox', { name: 'Paste anything' }).click();
  await page.keyboard.press('Control+V');
}

test('each door leads somewhere, by pointer and by keyboard', async ({ page }) => {
  await page.goto('');
  await expect(start(page)).toBeVisible();
  await expect(page.locator(':focus-visible')).toHaveCount(0);
  for (const [name, leadsTo] of doors)
    for (const open of ['click', 'press'] as const) {
      const door = start(page).getByRole('button', { name });
      await (open === 'click' ? door.click() : door.press('Enter'));
      await expect(leadsTo(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(door).toBeFocused();
    }
  await start(page)
    .getByRole('button', { name: /^Start from personas/ })
    .press('Enter');
  await expect(persona(page, 'Data scientist')).toBeFocused();
});

test('a first policy takes one click, and a preview none', async ({ page }) => {
  await page.goto('');
  await expect(page.getByRole('tab')).toHaveCount(0);
  await persona(page, 'Data scientist').hover();
  await expect(page.getByText('Preview: Data scientist')).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page.getByText('Preview: Data scientist')).toHaveCount(0);
  await expect(start(page)).toBeVisible();
  await persona(page, 'Data scientist').click();
  await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');
  await expect(start(page)).toHaveCount(0);
});

test('an example opens as a copy, can be undone, and what was there is kept', async ({ page }) => {
  await page.goto('');
  await start(page)
    .getByRole('button', { name: /^Open an example/ })
    .click();
  await expect(
    dialog(page, 'Open an example')
      .getByText(/^\d+ roles · \d+ policies/)
      .first(),
  ).toBeVisible();
  expect(await violationsIn(page, desktop, { part: '[role=dialog]' })).toEqual([]);
  await page.getByRole('button', { name: 'Open example: Two teams with separate training roles' }).click();
  await expect(page.getByText('Example: Two teams with separate training roles.')).toBeVisible();
  await expect((await policies(page)).getByRole('option', { name: /^Permissions policy/ })).toHaveCount(4);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(start(page)).toBeVisible();

  await persona(page, 'Inference execution role').click();
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill('Open an example');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open example: Guardrails for an organization' }).click();
  await expect(page.getByText('Your own set is saved')).toBeVisible();
  await page.getByRole('button', { name: 'Back to mine' }).click();
  await expect(persona(page, 'Inference execution role')).toBeChecked();
});

test('a click before the library is there shows at once, counts when it is, and is taken back where it does not come', async ({
  page,
}) => {
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/assets\/(?:composing|Announcer)/, async (route) => {
    await arrived;
    await route.continue();
  });
  await page.goto('');
  await persona(page, 'VPC endpoint').check();
  await persona(page, 'Data scientist').check();
  await persona(page, 'Data scientist').uncheck();
  arrive();
  await expect(page.getByRole('main', { name: 'Policy' })).toContainText('"2012-10-17"');
  await expect(persona(page, 'VPC endpoint')).toBeChecked();
  await expect(persona(page, 'Data scientist')).not.toBeChecked();
  await expect(page.getByRole('status').filter({ hasText: 'Data scientist cleared' })).toHaveCount(1);

  await page.unrouteAll();
  await page.evaluate(() => localStorage.clear());
  await page.route(/assets\/composing/, (route) => route.abort());
  await page.goto('#new');
  await page.reload();
  await persona(page, 'VPC endpoint').click();
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('A part of the page didn’t load');
  await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
});

test('an access denied message is solved from an empty page in one paste', async ({ page }) => {
  await page.goto('');
  await paste(page, refusal);
  const answer = dialog(page, 'Troubleshoot “Access denied”');
  await expect(answer.getByText('"Action": "sagemaker:CreateTrainingJob"')).toBeVisible();
  const offer = answer.getByRole('button', { name: /^Start with/ }).first();
  const activity = ((await offer.innerText()).match(/“(.*)”/) ?? [])[1] ?? '';
  await offer.press('Enter');
  await expect(start(page)).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: activity })).toBeFocused();
  await expect(page.getByText('Step 2 of 6')).toBeVisible();
});

test('a pasted policy goes to the import', { tag: '@all' }, async ({ page }) => {
  await page.goto('');
  await paste(
    page,
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}',
  );
  await expect(
    dialog(page, 'Import or validate policies').getByRole('button', { name: 'Add 1 policy to this set' }),
  ).toBeEnabled();
});

test('a phone shows the start first, with the personas below it', async ({ page }) => {
  await page.setViewportSize(onPhone);
  await page.goto('');
  await expect(start(page)).toBeInViewport();
  await persona(page, 'Data scientist').check();
  await expect(start(page)).toHaveCount(0);
});

test('the start is accessible', async ({ page }) => {
  await page.goto('');
  await expect(start(page)).toBeVisible();
  for (const look of [desktop, phone])
    expect(await violationsIn(page, look, { more: ['best-practice'] })).toEqual([]);
});

test('a persona that moves under a pointer at rest is not previewed', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'VPC endpoint');
  await page.mouse.move(0, 0);
  await recordPreviews(page);
  // What a browser sends when a row comes under the pointer without a movement, and then when the pointer moves over another.
  const rest = persona(page, 'Inference execution role');
  await rest.dispatchEvent('mouseover');
  await rest.dispatchEvent('mousemove', { movementX: 0, movementY: 0 });
  const moving = persona(page, 'Data scientist');
  await moving.dispatchEvent('mouseover');
  await moving.dispatchEvent('mousemove', { movementX: 1, movementY: 0 });
  await expect(page.getByText('Preview with “Data scientist”')).toBeVisible();
  expect(await recordedPreviews(page)).toEqual(['Preview with “Data scientist']);
});

test('an activity that is cleared as soon as it is pointed to is not previewed', async ({ page }) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await stepHead(page, 'Permissions').click();
  await page.mouse.move(0, 0);
  await recordPreviews(page);
  const cleared = page.getByRole('checkbox', { name: /^Open Studio with your own/ });
  await cleared.dispatchEvent('mousemove', { movementX: 1, movementY: 0 });
  await cleared.dispatchEvent('click');
  await expect(cleared).not.toBeChecked();
  // Later: when this one is previewed, the other would have been.
  const later = page.getByRole('checkbox', { name: /^Start AutoML jobs/ });
  await later.dispatchEvent('mousemove', { movementX: 1, movementY: 0 });
  await expect(page.getByText('Preview with “Start AutoML jobs”')).toBeVisible();
  expect(await recordedPreviews(page)).toEqual(['Preview with “Start AutoML jobs']);
});

/** Notes each preview that is shown from now on, however short. */
const recordPreviews = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const shown: string[] = [];
    Reflect.set(globalThis, 'shownPreviews', shown);
    new MutationObserver(() => {
      const [text] = /Preview with “[^”]*/.exec(document.querySelector('main')?.textContent ?? '') ?? [];
      if (text !== undefined) shown.push(text);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });

async function recordedPreviews(page: Page): Promise<readonly string[]> {
  const shown: readonly string[] = await page.evaluate(() => Reflect.get(globalThis, 'shownPreviews'));
  return [...new Set(shown)];
}

/** Requests of the page, not of its worker, which keeps every part for later. */
const isEditor = (address: string): boolean => /assets\/monaco-/.test(address);

test('the start has no editor; the first policy is a text, and the editor takes its place where the reader is', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(/assets\/monaco-/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('');
  await persona(page, 'Data scientist').hover();
  await expect(page.getByText('Preview: Data scientist')).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(asked.filter(isEditor)).toEqual([]);

  await choosePersona(page, 'Data scientist');
  const text = page.getByRole('region', { name: 'Data scientist, as text' });
  await expect(text).toContainText('"Version": "2012-10-17"');
  await expect.poll(() => asked.filter(isEditor).length).toBeGreaterThan(0);
  // The data of the services shortens lists of actions; with the tests' results it is there, and lines stay.
  await expect(page.getByRole('contentinfo')).toContainText(/\d+ passed/);
  await text.evaluate((element) => element.scrollTo(0, 100));
  const line = text.locator('> span', { hasText: '"Effect"' }).nth(1);
  await line.click();
  await expect(text).toBeFocused();
  const before = await text
    .locator('> span')
    .evaluateAll((lines) => lines.map((element) => Math.round(element.getBoundingClientRect().top)));
  const number = await line.evaluate(
    (element) => [...(element.parentNode?.children ?? [])].indexOf(element) + 1,
  );
  release();

  await expect(text).toHaveCount(0);
  // Lines are drawn when there is time; then each is where it was.
  const moved = async () => {
    const drawn = await page.locator('.policy-editor .line-numbers').evaluateAll((numbers) =>
      numbers.map((element) => ({
        line: Number(element.textContent),
        top: Math.round(element.getBoundingClientRect().top),
      })),
    );
    const away = drawn
      .map(({ line: shown, top }) => ({ line: shown, top, before: before[shown - 1] }))
      .filter(({ top, before: was }) => was !== top);
    return drawn.length > 10 ? away : 'few lines are drawn';
  };
  await expect.poll(moved).toEqual([]);
  await expect(page.locator('.policy-editor .monaco-editor.focused')).toHaveCount(1);
  await expect(page.locator('.policy-editor .active-line-number')).toHaveText(String(number));
});
