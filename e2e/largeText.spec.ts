import { expect, type Locator, type Page } from '@playwright/test';
import { overflowOf } from './axe.ts';
import { flags } from './flags.ts';
import { test } from './openPage.ts';
import { choosePersona, fillExamples, onPhone, showPart } from './page.ts';

/** A phone whose browser has letters of twice the usual size. The devices are those of a desktop: the lists are the page's own. */
test.use({
  viewport: onPhone,
  launchOptions: [
    async ({ launchOptions }, use) =>
      use({
        ...launchOptions,
        args: [
          ...flags,
          '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4,defaultFontSize=32',
        ],
      }),
    { scope: 'worker' },
  ],
});

const heightOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.height ?? 0;

const goTo = async (page: Page, command: string) => {
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: /^Find a command/ }).fill(command);
  await page.keyboard.press('Enter');
};

/** Elements that are cut off: beyond the dialog’s sides, or wider or higher than the box that is drawn for them. */
const cutOff = (dialog: Locator): Promise<readonly string[]> =>
  dialog.evaluate((paper) => {
    const { left, right } = paper.getBoundingClientRect();
    return [...paper.querySelectorAll<HTMLElement>('*')]
      .filter((element) => element.closest('.visually-hidden, svg') === null)
      .filter((element) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0) return false;
        const isControl = element.matches('select, button, legend, dd, dt, label');
        const spills =
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 4;
        return (
          box.left < left - 1 || box.right > right + 1 || (isControl && spills && element.clientWidth > 0)
        );
      })
      .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`);
  });

test('most of the height is left to what the bars are for', async ({ page }) => {
  await page.goto('');
  const brand = page.getByRole('banner').getByText('SageMaker Policy Builder');
  await expect(brand).toBeInViewport({ ratio: 1 });
  const wizard = page.getByRole('form', { name: 'Build' });
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Inference execution role');
  await fillExamples(page);
  await showPart(page, 'Build');
  await expect(page.getByRole('navigation', { name: 'Parts of the page' })).toBeVisible();
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).last();
  await expect(undo).toBeInViewport({ ratio: 1 });
  expect(await heightOf(wizard)).toBeGreaterThan(0.6 * onPhone.height);
  expect(await overflowOf(page)).toBe(0);

  await test.step('each part is reached in the bar that leads there, and each tool in its own', async () => {
    for (const part of ['Access', 'Explain', 'Policy'] as const) {
      await showPart(page, part);
      await expect(page.getByRole('button', { name: part, exact: true })).toBeInViewport({ ratio: 1 });
    }
    expect(await heightOf(page.getByRole('main'))).toBeGreaterThan(0.6 * onPhone.height);
    const about = page.getByRole('region', { name: /^About: All roles/ });
    await expect(about).toHaveJSProperty(
      'scrollHeight',
      await about.evaluate(({ clientHeight }) => clientHeight),
    );
    await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  await test.step('marks are as large as the letters', async () => {
    await showPart(page, 'Build');
    const [box, mark] = await persona(page).evaluate((one) => [
      one.getBoundingClientRect().width,
      Number.parseFloat(getComputedStyle(one, '::after').borderBottomWidth),
    ]);
    expect(box).toBe(32);
    expect(mark).toBe(4);
  });
});

const persona = (page: Page) => page.getByRole('checkbox', { name: /^DS Data scientist/ });

test('dialogs show what is in them within their sides', { tag: '@all' }, async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await fillExamples(page);
  const dialog = page.getByRole('dialog');
  const events = [
    {
      eventSource: 's3.amazonaws.com',
      eventName: 'GetObject',
      requestParameters: { bucketName: 'in', key: 'a' },
    },
  ].map((event) => ({
    ...event,
    eventTime: '2026-11-02T10:00:00Z',
    awsRegion: 'us-east-1',
    userIdentity: { type: 'AssumedRole', arn: 'arn:aws:sts::123456789012:assumed-role/Trainer/ana' },
  }));
  const reached: readonly (readonly [command: string, reach: () => Promise<unknown>])[] = [
    [
      'Build from CloudTrail activity',
      async () => {
        await dialog.getByRole('textbox').fill(JSON.stringify({ Records: events }));
        await dialog.getByRole('button', { name: 'Read events' }).click();
        await dialog.getByRole('combobox', { name: 'Persona' }).selectOption('notebookRole');
      },
    ],
    [
      'Replace an AWS managed policy',
      async () => {
        await dialog
          .getByRole('group', { name: /Training/ })
          .getByRole('checkbox')
          .first()
          .check();
        await expect(dialog.getByText('Lost:')).toBeVisible();
      },
    ],
    ['Export', () => expect(dialog.getByRole('radio', { name: /^Formatted JSON/ })).toBeVisible()],
    ['Keyboard shortcuts', () => expect(dialog.getByRole('row', { name: /^Redo/ })).toBeVisible()],
    ['Share', () => expect(dialog.getByRole('button', { name: 'Copy link' })).toBeVisible()],
  ];
  for (const [command, reach] of reached) {
    await goTo(page, command);
    await reach();
    expect.soft(await cutOff(dialog), command).toEqual([]);
    expect(await heightOf(dialog.locator('.MuiDialogContent-root')), command).toBeGreaterThan(
      0.45 * onPhone.height,
    );
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(dialog).toHaveCount(0);
  }
});
