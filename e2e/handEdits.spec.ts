import { expect, type Page } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, copiedPolicy, editorText, fillExamples, next, stepHead, useUp } from './page.ts';

const lineWith = (page: Page, text: string) =>
  page.locator('.policy-editor .view-line').filter({ hasText: text }).first();

/** Puts the caret at the end of the first line with a text, and types there. */
async function typeBehind(page: Page, text: string, typed: string): Promise<void> {
  await lineWith(page, text).click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(typed);
}

const byHand = (page: Page) => page.getByRole('region', { name: 'Manual edits' });

async function scientist(page: Page): Promise<void> {
  await page.goto('.');
  await choosePersona(page, 'Data scientist');
  await next(page);
  await next(page);
  await fillExamples(page);
  await editorText(page);
}

test('typing and choosing share one history; a statement that is typed in is kept word for word, marked, and reset', async ({
  page,
}) => {
  await scientist(page);
  const before = await copiedPolicy(page, 'Data scientist');
  await typeBehind(page, '"sagemaker:BatchGetMetrics"', '\n   "sagemaker:DeleteNotebookInstance",');
  await expect(byHand(page)).toContainText('1 edited');
  await lineWith(page, 'DeleteNotebookInstance').click();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(byHand(page)).toHaveCount(0);
  await expect(page.locator('.policy-editor')).not.toContainText('DeleteNotebookInstance');
  expect(await copiedPolicy(page, 'Data scientist')).toEqual(before);
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(page.locator('.policy-editor')).toContainText('DeleteNotebookInstance');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(JSON.stringify(await copiedPolicy(page, 'Data scientist'))).toContain('<ACCOUNT_ID>');
  await page.getByRole('button', { name: 'Redo' }).click();
  expect(await copiedPolicy(page, 'Data scientist')).toEqual(before);
  await test.step('typed in again, it is kept word for word, marked, and reset', async () => {
    await typeBehind(page, '"sagemaker:BatchGetMetrics"', '\n   "sagemaker:DeleteNotebookInstance",');
    await expect(byHand(page)).toContainText('Manual edits: 1 edited');
    await expect(page.locator('.policy-editor')).toContainText('✎ edited');
    const after = await copiedPolicy(page, 'Data scientist');
    expect(JSON.stringify(after)).toContain('DeleteNotebookInstance');
    await page.reload();
    await expect(byHand(page)).toContainText('Manual edits: 1 edited');
    await byHand(page).getByText('Manual edits: 1 edited').click();
    await byHand(page).getByRole('button', { name: 'Show generated statement ConsoleDescribe' }).click();
    await expect(byHand(page).locator('ins')).toContainText('DeleteNotebookInstance');
    await useUp(byHand(page).getByRole('button', { name: 'Reset ConsoleDescribe' }));
    await expect(byHand(page)).toHaveCount(0);
    expect(await copiedPolicy(page, 'Data scientist')).toEqual(before);
  });
});

test('while the text is no policy the last valid one holds; a choice that changes an edited statement is decided three-way', async ({
  page,
}) => {
  await scientist(page);
  const before = await copiedPolicy(page, 'Data scientist');
  await typeBehind(page, '"sagemaker:BatchGetMetrics"', ' "sagemaker:CreateNotebookInstance"');
  const problem = page.getByRole('status').filter({ hasText: 'Revert to last valid' });
  await expect(problem).toContainText('a comma is missing');
  expect(await copiedPolicy(page, 'Data scientist')).toEqual(before);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const exported = page.getByRole('dialog', { name: 'Export' });
  await expect(exported).toContainText('The text you’re typing in Data scientist isn’t a valid policy yet.');
  await exported.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('textbox', { name: 'Account ID' }).fill('444455556666');
  await expect(problem).toBeVisible();
  await expect(page.locator('.policy-editor')).toContainText('CreateNotebookInstance');
  await page.reload();
  await expect(problem).toContainText('a comma is missing');
  await expect(page.locator('.policy-editor')).toContainText('CreateNotebookInstance');
  await problem.getByRole('button', { name: 'Revert to last valid' }).click();
  await expect(problem).toHaveCount(0);
  await expect(page.locator('.policy-editor')).not.toContainText('CreateNotebookInstance');
  expect(JSON.stringify(await copiedPolicy(page, 'Data scientist'))).toContain('444455556666');
  await test.step('a choice that changes an edited statement is shown three-way and decided', async () => {
    await typeBehind(page, '"sagemaker:BatchGetMetrics"', '\n   "sagemaker:DeleteNotebookInstance",');
    await expect(byHand(page)).toContainText('1 edited');
    await stepHead(page, 'Resources').click();
    await page.getByRole('textbox', { name: 'Account ID' }).fill('555566667777');
    await expect(byHand(page)).toContainText('1 to review');
    for (const version of ['Generated when it was edited', 'Generated now', 'Your version']) {
      await expect(byHand(page).getByRole('group', { name: version, exact: true })).toBeVisible();
    }
    await expect(byHand(page).getByRole('group', { name: 'Generated now' })).toContainText('555566667777');
    await useUp(byHand(page).getByRole('button', { name: 'Keep your version ConsoleDescribe' }));
    await expect(byHand(page)).not.toContainText('to review');
    await expect(page.locator('.policy-editor')).toContainText('DeleteNotebookInstance');
  });
});
