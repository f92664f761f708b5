import { expect, test as onNewPage, type Page } from '@playwright/test';
import { desktop, overflowOf, phone, type State, tablet, walk } from './axe.ts';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  copiedText,
  enterText,
  fillExamples,
  next,
  onPhone,
  openMatrix,
  persona,
  policies,
  saveSnapshot,
  stepHead,
} from './page.ts';

const dialog = '[role=dialog]';

/** Opens the reasons of the activity and gives the actions as AWS publishes them. */
async function asPublished(page: Page, activity: number): Promise<void> {
  await page.getByText('Details').nth(activity).click();
  await page
    .getByRole('radio', { name: /AWS guide/ })
    .last()
    .check();
}

const groupsOfLimits = [
  'Network',
  'Encryption',
  'Compute and hosting',
  'Notebook instances',
  'Studio',
  'Tags',
];

const review = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObjcet', Resource: 'arn:aws:s3:::ml-raw/*' }],
});

/** The steps of the wizard, with an example of everything that they ask for. */
const building: readonly State[] = [
  { name: 'first visit', reach: (page) => expect(persona(page, 'Data scientist')).toBeVisible() },
  {
    name: 'personas chosen',
    reach: async (page) => {
      for (const title of ['Data scientist', 'Notebook and Studio execution role', 'VPC endpoint'])
        await choosePersona(page, title);
      await expect(page.locator('.policy-editor .view-line').first()).toBeVisible();
    },
  },
  {
    name: 'activities with reasons',
    rare: true,
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await next(page);
      await page.getByText('Details').first().click();
    },
  },
  {
    name: 'values, one of them wrong',
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await next(page);
      await page.getByLabel('Account ID').fill('1');
      await page.keyboard.press('Tab');
    },
  },
  {
    name: 'limits, all of them',
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await page.getByLabel('Account ID').fill('');
      await next(page);
      for (const group of groupsOfLimits)
        await page.getByRole('button', { name: `Select all of ${group}`, exact: true }).click();
      await page.getByText('Not covered').first().click();
    },
  },
  {
    name: 'trust with its picture',
    rare: true,
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await next(page);
      await expect(page.getByText('Roles that can be passed')).toBeVisible();
    },
  },
  {
    name: 'review',
    rare: true,
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await next(page);
      await expect(page.getByRole('radio', { name: /One role for all personas/ })).toBeVisible();
    },
  },
  {
    name: 'one role for all personas, and its sizes',
    phonePart: 'Policy',
    reach: async (page) => {
      await page.getByRole('radio', { name: /One role for all personas/ }).check();
      await page.getByRole('button', { name: 'Show findings' }).click();
      await page.getByRole('tab', { name: 'Size' }).click();
      await expect(page.getByRole('region', { name: 'Size' })).toContainText('Inline in a role, combined');
    },
  },
];

/** What is known about a policy, the other views of it, and the dialogs that begin at it. */
const reading: readonly State[] = [
  {
    name: 'findings',
    part: 'section[aria-label=Findings]',
    phonePart: 'Policy',
    reach: async (page) => {
      await choosePersona(page, 'Data scientist');
      await next(page);
      await asPublished(page, 0);
      await asPublished(page, 1);
      await page.getByRole('button', { name: 'Show findings' }).click();
      await expect(page.getByRole('button', { name: /^Fix: / }).first()).toBeVisible();
      await page.getByRole('button', { name: 'Suppress…' }).first().click();
    },
  },
  {
    name: 'all checks',
    rare: true,
    part: dialog,
    reach: async (page) => {
      await page.getByRole('button', { name: 'Show all checks' }).click();
      await page
        .getByRole('dialog')
        .getByText(/^Examples/)
        .first()
        .click();
    },
    looks: [tablet],
  },
  {
    name: 'a few of the checks, which have the colors of all',
    rare: true,
    part: dialog,
    reach: async (page) => {
      await page.getByRole('textbox', { name: 'Find a check' }).fill('PassRole');
      await page
        .getByRole('dialog')
        .getByText(/^Examples/)
        .first()
        .click();
    },
    looks: [desktop, phone],
  },
  {
    name: 'a policy being checked',
    part: dialog,
    reach: async (page) => {
      await closeDialog(page);
      await page.getByRole('button', { name: 'Validate another policy…' }).click();
      await enterText(page, review);
      await expect(page.getByRole('dialog').getByRole('status')).toContainText('1 error');
      await page.getByRole('button', { name: 'Replace with s3:GetObject' }).click();
      await page.getByRole('button', { name: 'Before and after' }).click();
      await expect(page.getByText('Compared with the original')).toBeVisible();
    },
  },
  {
    name: 'tests, with one that fails and a form',
    part: 'section[aria-label=Tests]',
    phonePart: 'Policy',
    reach: async (page) => {
      await closeDialog(page);
      await page.getByRole('tab', { name: /^Tests/ }).click();
      await expect(page.getByText('Failed:').first()).toBeVisible();
      await page.getByText('What would change this result').first().click();
      await page.getByText('Request', { exact: true }).first().click();
      await page.getByText('Not covered by tests').click();
      await page.getByRole('button', { name: 'Add test…' }).click();
    },
  },
  {
    name: 'an access denied message',
    rare: true,
    part: 'section[aria-label=Tests]',
    phonePart: 'Policy',
    reach: async (page) => {
      await page.getByRole('button', { name: /Access denied/ }).click();
      await page
        .getByLabel('Paste the error message')
        .fill('User: arn:aws:iam::111122223333:role/x is not authorized to perform: sagemaker:DeleteModel');
      await expect(page.getByText('Result with the').first()).toBeVisible();
      const statement = page.getByText('Add a statement instead');
      if ((await statement.count()) > 0) await statement.click();
    },
  },
  {
    name: 'explanation',
    rare: true,
    part: '#policy',
    phonePart: 'Explain',
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Explain' }).click();
      await page
        .getByText(/^Show descriptions?( of \d+ actions)?$/)
        .first()
        .click();
      await expect(page.getByText('Grants permission').first()).toBeVisible();
    },
  },
  {
    name: 'access matrix',
    part: '#policy',
    phonePart: 'Access',
    reach: async (page) => {
      await stepHead(page, 'Personas').click();
      await choosePersona(page, 'Notebook and Studio execution role');
      await page.getByRole('tab', { name: 'Access' }).click();
      await openMatrix(page);
      await page.getByRole('searchbox', { name: 'Find an action' }).last().fill('training');
      await page
        .getByRole('button', { name: /CreateTrainingJob: Unknown/ })
        .first()
        .click();
      await expect(page.getByRole('button', { name: 'Use this value' }).first()).toBeVisible();
    },
  },
  {
    name: 'changes of access',
    rare: true,
    part: '#policy',
    phonePart: 'Compare',
    reach: async (page) => {
      await page.getByRole('tab', { name: 'Compare' }).click();
      await expect(page.getByRole('region', { name: 'Access changes' })).toContainText(/loses? access/);
      await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
    },
  },
  {
    name: 'export',
    reach: async (page) => {
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    },
  },
  {
    name: 'code to export',
    rare: true,
    part: dialog,
    reach: async (page) => {
      await page.getByRole('radio', { name: /^Terraform/ }).check();
      await page
        .getByRole('button', { name: /^Show .*main\.tf$/ })
        .first()
        .click();
    },
  },
  {
    name: 'shortcuts',
    rare: true,
    part: dialog,
    reach: async (page) => {
      await closeDialog(page);
      await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
  {
    name: 'the command palette',
    part: dialog,
    reach: async (page) => {
      await closeDialog(page);
      await page.getByRole('button', { name: 'Commands' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
];

async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

for (const [name, states] of Object.entries({ building, reading }))
  test(`no findings of axe: ${name}`, async ({ page }) => {
    await page.goto('#new');
    await walk(page, states);
  });

onNewPage(
  'the two halves of a comparison have names from the moment they are there',
  { tag: '@all' },
  async ({ page }) => {
    const nameless: string[] = [];
    await page.exposeFunction('tellNameless', (html: string) => nameless.push(html));
    await page.addInitScript(() => {
      const tell: (html: string) => void = Reflect.get(globalThis, 'tellNameless');
      const look = () => {
        for (const field of document.querySelectorAll('.monaco-diff-editor :is(textarea, [role=textbox])'))
          if (!field.closest('[aria-hidden=true]') && !field.getAttribute('aria-label'))
            tell(field.outerHTML);
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    });
    await page.goto('#new');
    await choosePersona(page, 'VPC endpoint');
    await page.getByRole('tab', { name: 'Compare' }).click();
    await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
    await page.setViewportSize({ width: 900, height: 900 });
    await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
    expect(nameless).toEqual([]);
    await test.step('both wrap a long line alike, also after one column was all there was room for', async () => {
      const Resource = Array.from(
        { length: 9 },
        (_, index) => `arn:aws:s3:::a-bucket-of-the-team-${index}/*`,
      );
      const policy = {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource }],
      };
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.getByRole('banner').getByRole('button', { name: 'Import' }).click();
      await enterText(page, JSON.stringify(policy));
      await page.getByRole('button', { name: 'Add 1 policy to this set' }).click();
      await page.getByRole('tab', { name: 'Compare' }).click();
      // As imported, it says so, and no more.
      await expect(page.getByLabel('Compare with', { exact: true })).toHaveValue('imported');
      await expect(page.getByRole('main').getByText('No differences.')).toBeVisible();
      await expect(page.locator('.monaco-diff-editor')).toHaveCount(0);
      await saveSnapshot(page, 'Snapshot 1');
      await page.getByLabel('Compare with', { exact: true }).selectOption({ label: 'Snapshot 1' });
      await expect(page.getByText('No differences.')).toBeVisible();
      const linesOf = (half: string) => page.locator(`.monaco-diff-editor .editor.${half} .view-line`);
      for (const width of [1440, 900, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await expect(page.locator('.monaco-diff-editor.side-by-side')).toHaveCount(width === 900 ? 0 : 1);
        await expect.poll(() => linesOf('modified').count()).toBeGreaterThan(3);
        // Both are drawn piece by piece: neither count is the last one when it is taken.
        const more = async () => (await linesOf('original').count()) - (await linesOf('modified').count());
        if (width === 1440) await expect.poll(more).toBe(0);
      }
    });
  },
);

test('tests and access by keyboard alone', { tag: '@all' }, async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Notebook and Studio execution role');
  await fillExamples(page);
  await page.getByRole('tab', { name: /^Findings/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('tab', { name: /^Tests/ })).toBeFocused();
  await tabTo(page, 'Add test…');
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: 'Add test' });
  await form.getByLabel('Name').focus();
  await page.keyboard.type('deletes a model');
  await page.keyboard.press('Tab');
  await page.keyboard.type('sagemaker:DeleteModel');
  await page.keyboard.press('Tab');
  await page.keyboard.type('arn:aws:sagemaker:<REGION>:<ACCOUNT_ID>:model/<NAME_PREFIX>1');
  await tabTo(page, 'Add test');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Failed:')).toBeVisible();
  await page.keyboard.press('Control+Alt+4');
  await page.getByText('All SageMaker actions by role').focus();
  await page.keyboard.press('Enter');
  const cell = page.getByRole('button', { name: /sagemaker:AddAssociation/ });
  await cell.focus();
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-expanded', 'true');
  await expect(page.getByRole('region', { name: 'Access by action and role' })).toContainText(
    'Implicit deny:',
  );
  await page.keyboard.press('Enter');
  await expect(cell).toHaveAttribute('aria-expanded', 'false');
});

test('the whole task by keyboard alone', async ({ page }) => {
  await page.goto('');
  await tabTo(page, 'Skip to wizard');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Find a persona' })).toBeFocused();
  // The questions that lead to a persona are between the search and the list.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /Data scientist/ })).toBeFocused();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: /^Add another role of Data scientist/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /MLOps engineer/ })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: /Notebook and Studio execution role/ })).toBeChecked();
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('searchbox', { name: 'Find an activity' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('checkbox', { name: /View the SageMaker console/ })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('checkbox', { name: /View the SageMaker console/ })).not.toBeChecked();
  await page.keyboard.press('Control+z');
  await tabTo(page, 'Continue');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Load example');
  await page.keyboard.press('Enter');
  await expect(page.getByText('No missing values')).toBeVisible();
  await page.keyboard.press('F6');
  await expect(page.locator('#policy')).toBeFocused();
  await page.keyboard.press('Control+Alt+2');
  await expect(page.getByRole('region', { name: 'Access changes' })).toBeVisible();
  await page.keyboard.press('Control+Alt+1');
  await page.keyboard.press('Control+Shift+e');
  await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
  await tabTo(page, 'Copy Data scientist');
  const text = await copiedText(page.getByRole('button', { name: 'Copy Data scientist' }), () =>
    page.keyboard.press('Enter'),
  );
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(JSON.parse(text)).toHaveProperty('Version', '2012-10-17');
});

test('the list of policies works by arrow keys, Home, End and letters, and Tab leaves the editor', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'Training');
  await choosePersona(page, 'VPC endpoint');
  const list = await policies(page);
  const selected = list.getByRole('option', { selected: true });
  await list.focus();
  for (const [key, name] of [
    ['ArrowDown', /^Trust policy/],
    ['ArrowDown', /^Endpoint: s3/],
    ['ArrowDown', /^Endpoint: s3/],
    ['Home', /^Permissions policy/],
    ['End', /^Endpoint: s3/],
    ['t', /^Permissions policy/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(selected).toHaveAccessibleName(name);
    await expect(list).toHaveAttribute('aria-activedescendant', (await selected.getAttribute('id')) ?? '');
  }
  await page.locator('.policy-editor .view-line').first().click();
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(page.locator('.monaco-editor :focus')).toHaveCount(0);
});

async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.matches('button, a, input')
        ? (element.textContent ?? '').trim().replace(/\s+/g, ' ')
        : '';
    });
    if (focused === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no control named ${name} within 120 tabs`);
}

test('on a phone: build, read, see the change, copy', async ({ page }) => {
  await page.setViewportSize(onPhone);
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await fillExamples(page);
  await page.getByRole('button', { name: 'Policy', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Endpoint: s3, as text' })).toContainText('"Principal": "*"');
  await expect(page.locator('.monaco-editor')).toHaveCount(0);
  await copiedPolicy(page, 'Endpoint: s3');
  expect(await overflowOf(page)).toBe(0);
});
