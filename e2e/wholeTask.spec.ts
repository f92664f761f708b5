import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { choosePersona, copiedPolicy, editorText, fillExamples, next, persona } from './page.ts';

test('from personas to correct JSON, with no violation and no foreign request', async ({ page, baseURL }) => {
  const violations: string[] = [];
  const foreign: string[] = [];
  const origin = new URL(baseURL ?? '').origin;
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedType|TrustedHTML/i.test(message.text()))
      violations.push(message.text());
  });
  page.on('pageerror', (error) => violations.push(error.message));
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && !['blob:', 'data:'].includes(url.protocol)) foreign.push(request.url());
  });
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`Content Security Policy ${event.blockedURI}`),
    );
  });

  await page.goto('');
  await expect(page.getByText('Preview: Data scientist. Nothing is chosen yet.')).toBeVisible();
  for (const title of [
    'Data scientist',
    'Notebook execution role',
    'Training',
    'Model hosting role',
    'VPC endpoint',
    'MLOps engineer',
    'Image build role',
  ]) {
    await choosePersona(page, title);
  }
  await expect(page.getByRole('tab', { name: /Permissions \(\d\)/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Trust (6)' })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Endpoint: s3' })).toBeVisible();
  expect(await editorText(page)).toContain('"Version": "2012-10-17"');

  await next(page);
  await expect(page.getByText('Step 2 of 6')).toBeVisible();
  await next(page);
  await fillExamples(page);
  await expect(page.getByText('No placeholders left')).toBeVisible();
  await next(page);
  await page.getByRole('checkbox', { name: /Only in a VPC/ }).check();
  await next(page);
  await expect(page.getByRole('figure', { name: 'Who passes which role' })).toContainText(
    'Model hosting role',
  );
  await next(page);
  await expect(page.getByText('Every value is filled in and well-formed.')).toBeVisible();

  await page.getByRole('tab', { name: 'Changes' }).click();
  await expect(page.getByRole('region', { name: 'Changes of access' })).toContainText(/narrows \d+/);
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();

  const merged = await copiedPolicy(page, 'Merged policy 1');
  expect(merged.Statement.length).toBeGreaterThan(10);
  expect(JSON.stringify(merged)).not.toContain('<');
  const endpoint = await copiedPolicy(page, 'Endpoint: s3');
  expect(JSON.stringify(endpoint)).toContain('"Principal":"*"');

  expect(violations).toEqual([]);
  expect(foreign).toEqual([]);
});

test('all documents as one archive, named by persona and kind', async ({ page }) => {
  await page.goto('');
  await fillExamples(page);
  await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download all as ZIP' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('ml-platform.zip');
  const files = unzipSync(await readFile(await download.path()));
  expect(Object.keys(files)).toEqual([
    'ml-platform.ds+nb+tr+ho+ml+ib.identity-policy-1.json',
    'ml-platform.ds+nb+tr+ho+ml+ib.identity-policy-2.json',
    'ml-platform.ds+nb+tr+ho+ml+ib.identity-policy-3.json',
    'ml-platform.data-scientist.trust-policy.json',
    'ml-platform.notebook-execution-role.trust-policy.json',
    'ml-platform.training-tuning-and-processing-job-role.trust-policy.json',
    'ml-platform.model-hosting-role.trust-policy.json',
    'ml-platform.mlops-engineer.trust-policy.json',
    'ml-platform.image-build-role.trust-policy.json',
    'ml-platform.vpc-endpoint-s3.endpoint-policy.json',
  ]);
  for (const bytes of Object.values(files)) {
    expect(JSON.parse(new TextDecoder().decode(bytes))).toHaveProperty('Version', '2012-10-17');
  }
});

test('one policy per persona', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Model hosting role');
  await page.getByRole('button', { name: /^6 Review/i }).click();
  await page.getByRole('radio', { name: /One policy per persona/ }).check();
  await expect(page.getByRole('tab', { name: 'Permissions (2)' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Document' }).getByRole('option')).toHaveText([
    'Data scientist',
    'Model hosting role',
  ]);
});

test('undo and redo go through every choice', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'VPC endpoint');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(persona(page, 'Data scientist')).not.toBeChecked();
  await page.keyboard.press('Control+Shift+z');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(persona(page, 'VPC endpoint')).toBeChecked();
});

test('the caret lights its choice, and a choice its lines', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await next(page);
  await page
    .getByRole('checkbox', { name: /Open notebooks|notebook/i })
    .first()
    .focus();
  await expect(page.locator('.policy-traced').first()).toBeVisible();
  await page.locator('.policy-editor .view-line', { hasText: 'sagemaker:List*' }).click();
  await expect(page.locator('[data-traced="true"]', { hasText: 'Read the SageMaker console' })).toBeVisible();
  await page.getByRole('button', { name: 'Show reasons' }).click();
  await expect(page.getByRole('region', { name: 'Reasons' })).toContainText('matches');
});

test('Changes compares with the guide, the last change, and a pinned point', async ({ page }) => {
  await page.goto('');
  await choosePersona(page, 'VPC endpoint');
  await page.getByRole('tab', { name: 'Changes' }).click();
  await page.getByRole('button', { name: 'Pin this point' }).click();
  const summary = page.getByRole('region', { name: 'Changes of access' });
  await expect(summary).toContainText('No differences.');
  await page.getByRole('button', { name: /^3 Where/i }).click();
  await page.getByLabel('Region').fill('eu-central-1');
  await expect(page.getByRole('combobox', { name: 'Since' })).toHaveValue(/^pin:/);
  await page.getByRole('combobox', { name: 'Since' }).selectOption('previous');
  await expect(page.getByRole('combobox', { name: 'Since' })).toHaveValue('previous');
  await page.getByRole('button', { name: 'Show inline' }).click();
  await expect(page.getByRole('button', { name: 'Show side by side' })).toBeVisible();
});
