import { expect, type Locator, type Page } from '@playwright/test';
import { type Look, overflowOf, phone, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import {
  chooseAsPublished,
  choosePersona,
  copiedPolicy,
  copiedText,
  enterText,
  fillExamples,
  intake,
  onPhone,
  saveSnapshot,
  showPart,
  showPolicy,
} from './page.ts';

test.use({ viewport: onPhone });

/** The dialog in the other scheme, as wide as on a desktop. */
const wide: Look = { width: 760, scheme: 'light', contrast: true };

const findings = (page: Page) => page.getByRole('region', { name: 'Findings', exact: true });

async function openReport(page: Page): Promise<Locator> {
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Report for a change ticket…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Report for a change ticket' });
  await expect(dialog.getByRole('article')).toBeVisible();
  return dialog;
}

/** A draft with a finding that is accepted, compared with a snapshot that had less. */
async function decide(page: Page): Promise<void> {
  await page.goto('./');
  await chooseAsPublished(page);
  await showPart(page, 'Policy');
  await findings(page).getByRole('button', { name: 'Show findings' }).click();
  // On a busy machine those of the policy before are there for longer, and go with what was opened in them.
  await expect(findings(page)).toContainText('SPB_PATTERN_OPENS_DATA');
  await findings(page).getByRole('button', { name: 'Suppress…' }).click();
  await findings(page).getByLabel('Justification').fill('No | feature store, <b>here</b>');
  await page.keyboard.press('Enter');
  await expect(findings(page)).toContainText('1 suppressed');
  await showPart(page, 'Compare');
  await saveSnapshot(page, 'Snapshot 1');
  await showPart(page, 'Build');
  await page.getByRole('checkbox', { name: /Open Studio with your own user profile/ }).uncheck();
  await showPart(page, 'Compare');
}

/** A row of a table of the report by its first cell, as one text. */
const row = (dialog: Locator, first: string) =>
  dialog.getByRole('row').filter({ has: dialog.page().getByRole('rowheader', { name: first }) });

test('the report has the numbers of the panels, and what a person adds, as Markdown too', async ({
  page,
}) => {
  await decide(page);
  const changes = page.getByRole('region', { name: 'Access changes', exact: true });
  await expect(changes).toContainText(/\d+ actions? loses? access/);
  const narrowed = /(\d+) actions? loses? access/.exec((await changes.textContent()) ?? '')?.[1];
  const tab = page.getByRole('tab', { name: /^Tests/ });
  await expect(tab).toContainText(/[✓!] \d+ passed/);
  const [tests = ''] = /[✓!] \d+ passed.*/.exec((await tab.textContent()) ?? '') ?? [];
  const dialog = await openReport(page);
  await dialog.getByLabel('Requested by').fill('Ana [x](javascript:alert(1))');
  await dialog.getByLabel('Ticket').fill('CHG-1');
  await dialog.getByLabel('Notes').fill('# One\n\nTwo');
  await expect(row(dialog, 'Access, compared with: Snapshot 1')).toContainText(
    `▼ removed access: ${narrowed} action`,
  );
  await expect(row(dialog, 'Access, for every request')).toContainText(
    // The activity had a Deny of other people's profiles, which is gone with it.
    /No policy by itself gives new access\. Deny statements deny less in 1 policy.*Removed access: \d+ kinds? of request/,
  );
  await expect(row(dialog, 'Findings')).toContainText('No open findings, 1 suppressed');
  await expect(row(dialog, 'Tests')).toContainText(tests);
  await expect(dialog.getByRole('article')).toContainText('No | feature store, <b>here</b>');
  await expect(dialog.getByRole('article')).toContainText('Ana [x](javascript:alert(1))');
  const markdown = await copiedText(dialog.getByRole('button', { name: 'Copy Markdown' }));
  expect(markdown).toContain('# IAM policies: ml-platform\n');
  expect(markdown).toContain('- **Requested by:** Ana \\[x\\](javascript:alert(1))\n- **Ticket:** CHG-1\n');
  expect(markdown).toContain('\n\n\\# One\n\nTwo\n\n');
  expect(markdown).toContain('No \\| feature store, \\<b\\>here\\</b\\>');
  expect(markdown).toContain(`▼ removed access: ${narrowed} action`);
  await dialog.getByRole('button', { name: 'Close' }).click();
  const policy = await copiedPolicy(page, 'Data scientist');
  const [, json = ''] = /```json\n([\s\S]*?)\n```/.exec(markdown) ?? [];
  expect(JSON.parse(json)).toEqual(policy);
});

test('parts are left out by name, and what was entered outlasts the dialog', { tag: '@all' }, async ({
  page,
}) => {
  await page.goto('./');
  await choosePersona(page, 'Training');
  const dialog = await openReport(page);
  await dialog.getByLabel('Ticket').fill('CHG-2');
  await dialog.getByRole('checkbox', { name: 'Tests', exact: true }).uncheck();
  await expect(dialog.getByRole('article')).toContainText('Not in this report');
  await expect(dialog.getByRole('heading', { name: 'Tests', exact: true })).toHaveCount(0);
  await expect(row(dialog, 'Missing values')).toContainText('in the policies, which IAM rejects');
  await expect(row(dialog, 'Tests')).toContainText(/✓ \d+ passed/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const again = await openReport(page);
  await expect(again.getByLabel('Ticket')).toHaveValue('CHG-2');
  await expect(again.getByRole('checkbox', { name: 'Tests', exact: true })).not.toBeChecked();
  const download = page.waitForEvent('download');
  await again.getByRole('button', { name: 'Download .md' }).click();
  expect((await download).suggestedFilename()).toBe('ml-platform.report.md');
  await test.step('axe has no findings', async () => {
    for (const look of [wide, phone]) {
      const found = await violationsIn(page, look, { part: '[role=dialog]', more: ['best-practice'] });
      expect(found).toEqual([]);
      expect(await overflowOf(page), `${look.width} px`).toBe(0);
    }
  });
});

test('what could not be checked or compared is not reported as clean or as compared', async ({ page }) => {
  await page.route(/checksWorker-[^/]*\.js$/, (route) => route.abort());
  await page.route(/catalog\//, (route) => route.abort());
  await page.goto('./');
  await choosePersona(page, 'Data scientist');
  const dialog = await openReport(page);
  await expect(row(dialog, 'Findings')).toContainText(/^Findings\? \d policies not checked$/);
  await expect(dialog.getByRole('article')).toContainText('? Not checked: the checks couldn’t start.');
  await expect(row(dialog, 'Access, compared with')).toContainText(/\? \d policies not compared/);
  await expect(dialog.getByRole('status')).toContainText('Not available: checks');
  await expect(dialog.getByRole('status')).toContainText('data on actions');
  await page.unroute(/catalog\//);
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(row(dialog, 'Access, compared with')).toContainText('▼ removed access');
  await expect(row(dialog, 'Findings')).toContainText('not checked');
});

/** Inside the margins of the page, in CSS pixels. */
const papers = [
  { format: 'A4', width: 688, height: 994 },
  { format: 'Letter', width: 710, height: 927 },
] as const;

/** How many tables there are, and of how many what is in them is laid out, though it is out of sight. */
const countTables = (report: Element) => {
  const cells = [...report.querySelectorAll('tbody')];
  const drawn = cells.filter((cell) => cell.checkVisibility({ contentVisibilityAuto: true }));
  return { all: cells.length, drawn: drawn.length };
};

test('only the tables in sight are laid out for a letter, and all of them are read and printed', {
  tag: '@all',
}, async ({ page }) => {
  await page.goto('./');
  await choosePersona(page, 'Training');
  const dialog = await openReport(page);
  const report = dialog.getByRole('article');
  await expect(report).toHaveAttribute('aria-busy', 'false');
  // Tables of what is tested and proven come when it is.
  await expect(async () => {
    const { all, drawn } = await report.evaluate(countTables);
    expect(all).toBeGreaterThan(5);
    expect(drawn).toBeLessThan(all / 2);
    expect(await dialog.getByRole('table').count()).toBe(all);
  }).toPass();
  const last = dialog.getByRole('table').last().getByRole('rowheader').first();
  // What comes into sight on the way is higher than it was estimated to be.
  await expect(async () => {
    await last.scrollIntoViewIfNeeded();
    await expect(last).toBeInViewport({ timeout: 1000 });
  }).toPass();
  await page.emulateMedia({ media: 'print' });
  await expect(async () => {
    const { all, drawn } = await report.evaluate(countTables);
    expect(drawn).toBe(all);
  }).toPass();
});

test('prints black on white, whole, and nothing but the report, on every paper', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('./');
  for (const title of ['Data scientist', 'Notebook and Studio execution role', 'VPC endpoint'])
    await choosePersona(page, title);
  await fillExamples(page);
  await test.step('a policy, where no report is open', async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
    await showPolicy(page, 'Endpoint: s3');
    await page.evaluate(notePrinted);
    await page.pdf();
    const printed: { title: string; text: string } = await page.evaluate(() =>
      Reflect.get(globalThis, 'onPaper'),
    );
    expect(printed.title).toBe('Endpoint: s3');
    expect(JSON.parse(printed.text)).toEqual(await copiedPolicy(page, 'Endpoint: s3'));
    await expect(page.locator('.on-paper')).toHaveCount(0);
  });
  for (const view of ['Compare', 'Explain', 'Access', 'Review'])
    await test.step(`${view}, where no report is open`, async () => {
      await page.getByRole('tab', { name: view }).click();
      await expect(page.getByText(/^(Comparing|Computing)/)).toHaveCount(0);
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
      const printed = await page.evaluate(readPrintedPart, '.printed-view');
      expect(printed).toEqual({ cut: [], others: [], colors: ['rgb(0, 0, 0)'], editors: 0 });
      await page.evaluate(() => dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: null, colorScheme: 'dark' });
    });
  await test.step('a dialog, which scrolls on the screen', async () => {
    await page.getByRole('button', { name: 'Commands' }).click();
    await page.getByRole('combobox', { name: 'Find a command' }).fill('All checks');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /checks/ });
    await expect(dialog.getByText('JSON_SYNTAX_ERROR', { exact: true })).toBeVisible();
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const printed = await page.evaluate(readPrintedPart, '.printed-dialog');
    expect(printed).toEqual({ cut: [], others: [], colors: ['rgb(0, 0, 0)'], editors: 0 });
    await page.emulateMedia({ media: null, colorScheme: 'dark' });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });
  await test.step('a text to import, of which the editor draws the lines in sight', async () => {
    const actions = Array.from({ length: 200 }, (_, index) => `s3:Action${index}`);
    const text = JSON.stringify(
      { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: actions, Resource: '*' } },
      null,
      2,
    );
    await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
    await enterText(page, text);
    await expect(intake(page)).toContainText('Errors (200)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    const printed = await page.evaluate(readPrintedPart, '.printed-dialog');
    expect(printed).toEqual({ cut: [], others: [], colors: ['rgb(0, 0, 0)'], editors: 0 });
    expect(await intake(page).locator('pre').first().locator('> div').allTextContents()).toEqual(
      text.split('\n'),
    );
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: null, colorScheme: 'dark' });
    await intake(page).getByRole('button', { name: 'Close' }).click();
  });
  await page.setViewportSize(onPhone);
  const dialog = await openReport(page);
  await expect(dialog.getByRole('status')).toBeEmpty();
  const json = await dialog.locator('pre').allTextContents();
  for (const { format, width, height } of papers)
    await test.step(format, async () => {
      const pdf = await page.pdf({ format });
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      const printed = await page.evaluate(readPrinted);
      expect(printed.beyond).toEqual([]);
      expect(printed.clipped).toEqual([]);
      expect(printed.colours).toEqual(['rgb(0, 0, 0)']);
      expect(printed.background).toBe('rgb(255, 255, 255)');
      expect(printed.others).toEqual([]);
      expect(printed.heads).toEqual(['table-header-group']);
      expect(json.every((text) => printed.text.includes(text))).toBe(true);
      expect(pages).toBeGreaterThanOrEqual(Math.floor(printed.height / height));
      expect(pages).toBeLessThan(2 + (1.5 * printed.height) / height);
      await page.emulateMedia({ media: null, colorScheme: 'dark' });
    });
});

/** What is on paper of a view or a dialog: read in the page. */
function readPrintedPart(part: string) {
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.checkVisibility());
  const inside = seen.filter((one) => one.closest(part) && !one.closest('.visually-hidden'));
  const isCut = (one: Element) =>
    getComputedStyle(one).overflowY !== 'visible' && one.scrollHeight > one.clientHeight + 1;
  return {
    cut: inside.filter(isCut).map(({ tagName, textContent }) => `${tagName} ${textContent.slice(0, 60)}`),
    others: seen
      .filter((one) => !one.closest(part) && !one.querySelector(part))
      .map(({ tagName }) => tagName),
    // An editor draws the lines in sight alone.
    editors: inside.filter((one) => one.matches('.monaco-editor')).length,
    colors: [...new Set(inside.map((one) => getComputedStyle(one).color))],
  };
}

/** Notes what is laid out for paper, where it is no report: runs in the page. */
function notePrinted(): void {
  addEventListener('beforeprint', () => {
    const shown = [...document.body.children].find((element) => element.className.includes('on-paper'));
    const lines = [...(shown?.querySelectorAll('pre > div') ?? [])].map((line) => line.textContent);
    Reflect.set(globalThis, 'onPaper', {
      title: shown?.querySelector('h1')?.textContent,
      text: lines.join('\n'),
    });
  });
}

/** What is on paper: read in the page. */
function readPrinted() {
  const report = document.querySelector('.report');
  const all = [...(report?.querySelectorAll<HTMLElement>('*') ?? [])];
  const edge = report?.getBoundingClientRect().right ?? 0;
  const shown = (element: Element) => element.checkVisibility() && element.getBoundingClientRect().height > 0;
  const nameOf = (element: Element) => `${element.tagName} ${(element.textContent ?? '').slice(0, 40)}`;
  const texts = all.filter((element) => (element.textContent ?? '') !== '');
  return {
    beyond: all.filter((element) => element.getBoundingClientRect().right > edge + 1).map(nameOf),
    clipped: all
      .filter((element) => getComputedStyle(element).overflow !== 'visible' || element.scrollWidth > edge + 1)
      .map(nameOf),
    colours: [...new Set(texts.map((element) => getComputedStyle(element).color))],
    background: getComputedStyle(document.body).backgroundColor,
    others: [...document.querySelectorAll('button, input, h1, h2, .monaco-editor')].filter(shown).map(nameOf),
    heads: [
      ...new Set(
        all.filter(({ tagName }) => tagName === 'THEAD').map((head) => getComputedStyle(head).display),
      ),
    ],
    height: report?.scrollHeight ?? 0,
    text: report?.textContent ?? '',
  };
}
