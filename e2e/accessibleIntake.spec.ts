import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { desktop, overflowOf, phone, tablet, violationsIn } from './axe.ts';
import { choosePersona, editorText, next } from './page.ts';

/** What comes in, is written by hand, and is ruled by a preset, as a screen reader and a reader of little sight meet it. */

const policy = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'], Resource: '*' },
    {
      Effect: 'Allow',
      Action: ['sagemaker:CreateTrainingJob'],
      Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/team-*',
    },
  ],
};

async function command(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Find a command' }).fill(words);
  await page.keyboard.press('Enter');
}

/** Puts the caret at the end of a line of the policy, and types there. */
async function typeBehind(page: Page, line: string, typed: string): Promise<void> {
  await editorText(page);
  await page.locator('.policy-editor .view-line').filter({ hasText: line }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(typed);
}

async function paste(page: Page, text: string): Promise<void> {
  await command(page, 'import');
  await page.getByRole('dialog', { name: 'Import policies' }).getByRole('textbox').fill(text);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('1 policy found.');
}

const useExample = (page: Page) =>
  page.route('**/presets/index.json', (route) => route.fulfill({ json: { use: 'example.json' } }));

/** Reached at full width, then looked at in every width. */
const states: readonly {
  readonly name: string;
  prepare?(page: Page): unknown;
  readonly isOfPolicy?: true;
  reach(page: Page): Promise<void>;
}[] = [
  {
    name: 'a text that is imported in part',
    reach: (page) =>
      paste(
        page,
        `Our policy:\n${JSON.stringify(policy).replace('{"Effect"', '{“Effect”')}\nand\n{"Statement": 3}`,
      ),
  },
  {
    name: 'a document of one’s own, with what is offered for it',
    isOfPolicy: true,
    reach: async (page) => {
      const chapter = await readFile('src/policies/import/fixtures/guide-permissions-chapter.txt', 'utf8');
      await command(page, 'import');
      await page.getByRole('dialog').getByRole('textbox').fill(chapter);
      await page.getByRole('button', { name: 'Take in 10 policies' }).click();
      await page.getByText(/^Recognised as activities: /).click();
    },
  },
  {
    name: 'a statement to decide on',
    isOfPolicy: true,
    reach: async (page) => {
      await choosePersona(page, 'Data scientist');
      await typeBehind(page, '"sagemaker:BatchGetMetrics"', '\n   "sagemaker:DeleteNotebookInstance",');
      await expect(page.getByText('By hand: 1 edited')).toBeVisible();
      await next(page);
      await next(page);
      await page.getByRole('textbox', { name: 'Account ID' }).fill('444455556666');
      await expect(page.getByRole('group', { name: 'Generated now' })).toBeVisible();
    },
  },
  {
    name: 'text that is no policy for now',
    isOfPolicy: true,
    reach: async (page) => {
      await choosePersona(page, 'Data scientist');
      await typeBehind(page, '"sagemaker:BatchGetMetrics"', ' "sagemaker:DeleteNotebookInstance"');
      await expect(page.getByRole('button', { name: 'Revert to last valid' })).toBeVisible();
    },
  },
  {
    name: 'the command palette',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Commands' }).click();
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'code to export',
    reach: async (page) => {
      await choosePersona(page, 'Data scientist');
      await command(page, 'export');
      await page.getByRole('radio', { name: /^Terraform/ }).check();
      await page
        .getByRole('button', { name: /^Show .*main\.tf$/ })
        .first()
        .click();
    },
  },
  {
    name: 'values under a preset',
    prepare: useExample,
    reach: async (page) => {
      await choosePersona(page, 'Model risk reviewer');
      await next(page);
      await next(page);
      await expect(page.getByText('Locked by Acme Cloud Platform.')).toBeVisible();
    },
  },
  {
    name: 'limits under a preset',
    prepare: useExample,
    reach: async (page) => {
      for (let step = 0; step < 3; step += 1) await next(page);
      await expect(page.getByText('Always on by Acme Security.').first()).toBeVisible();
    },
  },
];

for (const { name, prepare, reach, isOfPolicy } of states)
  test(`no findings of axe: ${name}`, async ({ page }) => {
    await prepare?.(page);
    await page.goto('#new');
    await reach(page);
    for (const look of [desktop, tablet, phone]) {
      await page.setViewportSize({ width: look.width, height: 900 });
      // A phone has the wizard and the policy on pages of their own.
      const parts = page.getByRole('navigation', { name: 'Parts of the page', includeHidden: true });
      await expect(parts).toHaveCount(look === phone ? 1 : 0);
      if (isOfPolicy && look === phone) await parts.getByRole('button', { name: 'Policy' }).click();
      expect(await violationsIn(page, look)).toEqual([]);
      expect(await overflowOf(page), `${look.width} px`).toBe(0);
    }
  });
