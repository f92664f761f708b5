import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { usePreset } from './answers.ts';
import { type State, walk } from './axe.ts';
import { test } from './openPage.ts';
import { choosePersona, editorText, enterText, next, stepHead } from './page.ts';

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

const partly = `Our policy:\n${JSON.stringify(policy).replace('{"Effect"', '{“Effect”')}\nand\n{"Statement": 3}`;

const states: readonly State[] = [
  {
    name: 'text that is no policy for now',
    part: '#policy',
    phonePart: 'Policy',
    reach: async (page) => {
      await choosePersona(page, 'Data scientist');
      await typeBehind(page, '"sagemaker:BatchGetMetrics"', ' "sagemaker:DeleteNotebookInstance"');
      await expect(page.getByRole('button', { name: 'Revert to last valid' })).toBeVisible();
    },
  },
  {
    name: 'values under a preset',
    phonePart: 'Build',
    reach: async (page) => {
      await page.getByRole('button', { name: 'Revert to last valid' }).click();
      await typeBehind(page, '"sagemaker:BatchGetMetrics"', '\n   "sagemaker:DeleteNotebookInstance",');
      await expect(page.getByText('Manual edits: 1 edited')).toBeVisible();
      await next(page);
      await next(page);
      await page.getByRole('combobox', { name: 'Region' }).selectOption('eu-west-1');
      await expect(page.getByText('Locked by Acme Cloud Platform.')).toBeVisible();
    },
  },
  {
    name: 'a statement to decide on',
    rare: true,
    part: '#policy',
    phonePart: 'Policy',
    reach: async (page) => {
      await expect(page.getByRole('group', { name: 'Generated now' })).toBeVisible();
    },
  },
  {
    name: 'limits under a preset',
    rare: true,
    part: '#build',
    phonePart: 'Build',
    reach: async (page) => {
      await stepHead(page, 'Personas').click();
      await choosePersona(page, 'Model risk reviewer');
      for (let step = 0; step < 3; step += 1) await next(page);
      await expect(page.getByText('Always on by Acme Security.').first()).toBeVisible();
    },
  },
  {
    name: 'a text that is imported in part',
    rare: true,
    part: '[role=dialog]',
    reach: async (page) => {
      await command(page, 'import');
      const dialog = page.getByRole('dialog', { name: 'Import or validate policies' });
      await enterText(page, partly);
      await expect(dialog.getByRole('status')).toContainText('1 policy found.');
    },
  },
  {
    name: 'a document of one’s own, with what is offered for it',
    phonePart: 'Policy',
    reach: async (page) => {
      const chapter = await readFile('src/policies/import/fixtures/guide-permissions-chapter.txt', 'utf8');
      await enterText(page, chapter);
      await page.getByRole('button', { name: 'Add 10 policies to this set' }).click();
      await page.getByText(/^Recognized as activities: /).click();
    },
  },
];

test('no findings of axe: typed, under a preset, brought in', async ({ page }) => {
  await usePreset(page, 'example.json');
  await page.goto('#new');
  await walk(page, states);
});
