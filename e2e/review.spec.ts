import { expect, type Page } from '@playwright/test';
import { desktop, overflowOf, phone, tablet, violationsIn } from './axe.ts';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedText,
  fillExamples,
  onPhone,
  saveSnapshot,
  showPart,
  stepHead,
} from './page.ts';

const banner = (page: Page) => page.getByRole('banner');
const summary = (page: Page) => page.getByRole('group', { name: 'Summary of the review' });
const baseline = (page: Page) => page.getByLabel('Compare with', { exact: true });
const filter = (page: Page) => page.getByRole('searchbox', { name: 'Filter differences' });
const level = (page: Page, title: string) => page.getByRole('region', { name: title, exact: true });

/** A set of nine policies, and the link of it. */
async function sharedLink(page: Page): Promise<string> {
  await page.goto('#new');
  for (const title of ['Data scientist', 'Notebook and Studio', 'Training and processing', 'Inference'])
    await choosePersona(page, title);
  await choosePersona(page, 'VPC endpoint');
  await fillExamples(page);
  await banner(page).getByRole('button', { name: 'Share', exact: true }).click();
  const link = await page.getByLabel('Link', { exact: true }).inputValue();
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  return link;
}

test('a review comes back to who asked for it: against the same baseline, with the marks as the reviewer’s', {
  tag: '@all',
}, async ({ page, browser, baseURL }) => {
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await saveSnapshot(page, 'Before');
  await choosePersona(page, 'Training and processing');
  const linkOf = async (from: Page) => {
    await banner(from).getByRole('button', { name: 'Share', exact: true }).click();
    const select = from.getByLabel('Reviewers compare with');
    await select.selectOption({ index: 1 });
    await expect(select).toHaveValue(/./);
    const link = await from.getByLabel('Link', { exact: true }).inputValue();
    await from.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    return link;
  };
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}), viewport: onPhone });
  const reviewer = await context.newPage();
  await reviewer.goto(await linkOf(page));
  await expect(level(reviewer, 'Write').getByRole('checkbox').first()).toBeVisible();
  // How the set differs from the reviewer's own, which is empty, is no count for a review.
  await showPart(reviewer, 'Build');
  await expect(reviewer.getByText('Opened a shared draft.', { exact: true })).toBeVisible();
  await showPart(reviewer, 'Review');
  await level(reviewer, 'Write').getByRole('checkbox').first().check();
  await banner(reviewer).getByRole('button', { name: 'Share', exact: true }).click();
  await expect(reviewer.getByLabel('Reviewers compare with')).toHaveValue(/./);
  const back = await reviewer.getByLabel('Link', { exact: true }).inputValue();
  await context.close();
  await page.goto(back);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText(
    'This link contains the set that you have. Its sender marked 1 group as reviewed.',
  );
  await expect(baseline(page).locator('option:checked')).toHaveText('Snapshot: Before');
  await expect(level(page, 'Write').getByText('Marked as reviewed by the sender.')).toBeVisible();
  await expect(level(page, 'Write').getByRole('checkbox').first()).not.toBeChecked();
});

test('a link opens in the review: nine policies in one list by risk, against what the reader picks', async ({
  page,
}) => {
  const link = await sharedLink(page);
  await page.goto('#new');
  await choosePersona(page, 'MLOps engineer');
  await page.goto(link);

  await test.step('what widened since the guide, without a click', async () => {
    await expect(summary(page)).toContainText(/differences in \d+ policies/);
    await expect(baseline(page)).toHaveValue('published');
    await expect(page.getByText('The policies are the same as when the link was created.')).toBeVisible();
    const first = level(page, 'Permissions management');
    await expect(first.getByText('new access').first()).toBeVisible();
    await expect(first.getByText('From:').first()).toBeVisible();
    await first
      .getByText(/^Example: /)
      .first()
      .click();
    await expect(first.getByText('Implicit deny').first()).toBeVisible();
    await expect(first.getByText('Allowed').first()).toBeVisible();
  });

  await test.step('the whole change in one sentence, and the request that shows it in the simulator', async () => {
    const access = page.getByRole('region', { name: 'Access for every request' });
    await expect(access).toContainText(/New access: (at least )?\d+ kinds of request in \d+ of \d+ policies/);
    await access.getByText('Requests by policy').click();
    await access
      .getByText(/▲ \d+ new/)
      .first()
      .click();
    await access.getByText('Commands that ask AWS').first().click();
    const copyCheck = access.getByRole('button', { name: 'Copy Check for new access' }).first();
    expect(await copiedText(copyCheck)).toMatch(
      /^aws accessanalyzer check-no-new-access --existing-policy-document '\{.*\}' --new-policy-document '\{.*\}' --policy-type IDENTITY_POLICY$/,
    );
    await access.getByRole('button', { name: 'What is proven' }).first().click();
    await expect(page.getByRole('dialog')).toContainText('No request exists that the new policies allow');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    await access
      .getByRole('button', { name: /^Simulate / })
      .first()
      .click();
    const simulator = page.getByRole('dialog', { name: 'Simulate a request' });
    await expect(simulator.getByRole('region', { name: 'Before' })).toContainText(
      /Implicit deny|Explicit deny|no policy/,
    );
    const now = simulator.getByRole('region', { name: 'Now' });
    await expect(now).toContainText('Allowed.');
    await simulator.getByLabel('Action').fill('s3:NoSuchAction');
    await expect(now).toContainText('Implicit deny');
    for (const look of [desktop, phone]) {
      expect(await violationsIn(page, look, { part: '[role=dialog]' })).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await simulator.getByRole('button', { name: 'Close' }).click();
    await expect(simulator).toHaveCount(0);
  });

  await test.step('why an action is there, in everything that is allowed', async () => {
    await baseline(page).selectOption('nothing');
    await filter(page).fill('s3:PutObject training');
    await expect(page.getByText(/^\d+ differences? match(?:es)? “s3:PutObject training”\.$/)).toBeVisible();
    const write = level(page, 'Write');
    await expect(write.getByText(/s3:PutObject/).first()).toBeVisible();
    await expect(
      write.getByRole('button', { name: /Read input from and write output to S3$/ }).first(),
    ).toBeVisible();
    await filter(page).fill('');
  });

  await test.step('a tick is one step of the history, and is dropped when what was reviewed changes', async () => {
    const tick = level(page, 'Permissions management').getByRole('checkbox').first();
    await tick.check();
    await expect(summary(page)).toContainText(/Reviewed: 1 of \d+ groups/);
    await banner(page).getByRole('button', { name: 'Undo' }).click();
    await expect(tick).not.toBeChecked();
    await banner(page).getByRole('button', { name: 'Redo' }).click();
    await expect(tick).toBeChecked();
    const ofAccount = level(page, 'Write').getByRole('checkbox').first();
    await ofAccount.check();
    await expect(summary(page)).toContainText(/Reviewed: 2 of \d+ groups/);
    await stepHead(page, 'Resources').click();
    await page.getByRole('textbox', { name: 'Account ID' }).fill('444455556666');
    await expect(summary(page)).toContainText(/Reviewed: 1 of \d+ groups, 1 changed since/);
    await expect(level(page, 'Write').getByText('Changed since you reviewed it.')).toHaveCount(1);
    await expect(ofAccount).not.toBeChecked();
    await expect(tick).toBeChecked();
    await banner(page).getByRole('button', { name: 'Undo' }).click();
    await expect(summary(page)).toContainText(/Reviewed: 2 of \d+ groups$/);
    await banner(page).getByRole('button', { name: 'Undo' }).click();
    await expect(summary(page)).toContainText(/Reviewed: 1 of \d+ groups$/);
    await page.reload();
    await page.getByRole('tab', { name: 'Review' }).click();
    await baseline(page).selectOption('nothing');
    await expect(summary(page)).toContainText(/Reviewed: 1 of \d+ groups/);
  });

  await test.step('the reader’s own set is one click away', async () => {
    const own = page.getByRole('region', { name: 'Your own set' });
    await expect(own).toContainText('Your own set is saved as “Before the link');
    await own.getByRole('button', { name: 'Compare with mine' }).click();
    await expect(summary(page)).toContainText('differences');
    for (const look of [desktop, tablet, phone]) {
      expect(await violationsIn(page, look, { more: ['best-practice'] })).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await own.getByRole('button', { name: 'Back to mine' }).click();
    await expect(own).toHaveCount(0);
    await expect(page.getByRole('checkbox', { name: /^OPS MLOps engineer/ })).toBeChecked();
  });
});
