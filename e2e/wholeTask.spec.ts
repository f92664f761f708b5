import { readFile } from 'node:fs/promises';
import { expect, test as onNewPage } from '@playwright/test';
import { unzipSync } from 'fflate';
import { test } from './openPage.ts';
import {
  choosePersona,
  copiedPolicy,
  copiedText,
  editorText,
  fillExamples,
  next,
  oneRole,
  onPhone,
  persona,
  policies,
  saveSnapshot,
  shownPolicy,
  showPart,
  stepHead,
} from './page.ts';

onNewPage(
  'from personas to correct JSON, with no violation and no foreign request',
  async ({ page, baseURL }) => {
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
    await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
    for (const title of [
      'Data scientist',
      'Notebook and Studio execution role',
      'Training',
      'Inference execution role',
      'VPC endpoint',
      'MLOps engineer',
      'Image build role',
    ]) {
      await choosePersona(page, title);
    }
    const list = await policies(page);
    await expect(list.getByRole('option').first()).toHaveAccessibleName(/^All roles \(combined\)/);
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
    await expect(list.getByRole('option', { name: /^Permissions policy/ })).toHaveCount(6);
    await expect(list.getByRole('option', { name: 'Trust policy' })).toHaveCount(6);
    await expect(list.getByRole('option', { name: 'Endpoint: s3' })).toBeVisible();
    await expect.poll(() => editorText(page)).toContain('"Version": "2012-10-17"');

    await next(page);
    await expect(page.getByText('Step 2 of 6')).toBeVisible();
    await next(page);
    await fillExamples(page);
    await expect(page.getByText('No missing values')).toBeVisible();
    await test.step('all documents as one archive, named by persona and kind', async () => {
      await page.getByRole('banner').getByRole('button', { name: 'Export' }).click();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download all as ZIP' }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toBe('ml-platform.zip');
      const files = unzipSync(await readFile(await download.path()));
      expect(Object.keys(files)).toEqual([
        'ml-platform.data-scientist.identity-policy.json',
        'ml-platform.notebook-and-studio-execution-role.identity-policy.json',
        'ml-platform.training-and-processing-execution-role.identity-policy.json',
        'ml-platform.inference-execution-role.identity-policy.json',
        'ml-platform.mlops-engineer.identity-policy.json',
        'ml-platform.image-build-role.identity-policy.json',
        'ml-platform.data-scientist.trust-policy.json',
        'ml-platform.notebook-and-studio-execution-role.trust-policy.json',
        'ml-platform.training-and-processing-execution-role.trust-policy.json',
        'ml-platform.inference-execution-role.trust-policy.json',
        'ml-platform.mlops-engineer.trust-policy.json',
        'ml-platform.image-build-role.trust-policy.json',
        'ml-platform.vpc-endpoint-s3.endpoint-policy.json',
      ]);
      for (const bytes of Object.values(files)) {
        expect(JSON.parse(new TextDecoder().decode(bytes))).toHaveProperty('Version', '2012-10-17');
      }
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
    });
    await next(page);
    await page.getByRole('checkbox', { name: /Require a VPC/ }).check();
    await next(page);
    await expect(page.getByRole('figure', { name: 'Roles that can be passed' })).toContainText(
      'Inference execution role',
    );
    await next(page);
    await expect(page.getByText('All values are valid.')).toBeVisible();

    await page.getByRole('tab', { name: 'Compare' }).click();
    const changes = page.getByRole('region', { name: 'Access changes' });
    await expect(changes).toContainText(/\d+ actions? loses? access/);
    // The combined view: each role is compared with itself.
    await expect(changes).toContainText(
      /New access: (at least )?\d+ kinds of request in \d+ of \d+ policies/,
    );
    await changes
      .getByText(/▲ \d+ new/)
      .first()
      .click();
    await expect(changes.getByRole('button', { name: /^Simulate / }).first()).toBeVisible();
    await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();

    const notebook = await copiedPolicy(page, 'Notebook and Studio execution role');
    expect(notebook.Statement.length).toBeGreaterThan(10);
    expect(JSON.stringify(notebook)).not.toContain('<');
    const endpoint = await copiedPolicy(page, 'Endpoint: s3');
    expect(JSON.stringify(endpoint)).toContain('"Principal":"*"');

    expect(violations).toEqual([]);
    expect(foreign).toEqual([]);
  },
);

test('the caret lights its choice, and a choice its lines; Changes compares with any point', async ({
  page,
}) => {
  await page.goto('');
  await choosePersona(page, 'Data scientist');
  await next(page);
  await page
    .getByRole('checkbox', { name: /Open notebooks|notebook/i })
    .first()
    .focus();
  await expect(page.locator('.policy-traced').first()).toBeVisible();
  await test.step('the pointer lights the lines of a choice, also of one that is only considered', async () => {
    await page.getByRole('checkbox', { name: /View the SageMaker console/ }).hover();
    const list = page.locator('.policy-editor .view-line', { hasText: '"sagemaker:List*"' });
    const lit = async () => {
      const [lines, line] = [await page.locator('.policy-traced').all(), await list.boundingBox()];
      const boxes = await Promise.all(lines.map((one) => one.boundingBox()));
      return boxes.some((box) => box !== null && Math.abs(box.y - (line?.y ?? -1)) < 2);
    };
    await expect.poll(lit).toBe(true);
    await page
      .getByText(/: 0 of [1-9]/)
      .first()
      .click();
    await page.getByRole('form', { name: 'Build' }).getByRole('checkbox', { checked: false }).first().hover();
    await expect(page.getByText(/^Preview with “/)).toBeVisible();
    await expect(page.locator('.policy-traced').first()).toBeVisible();
    await page.getByRole('banner').hover();
  });
  await page.locator('.policy-editor .view-line', { hasText: 'sagemaker:List*' }).click();
  await expect(page.locator('[data-traced="true"]', { hasText: 'View the SageMaker console' })).toBeVisible();
  await page.getByRole('button', { name: 'Show explanation' }).click();
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('matches');
  await test.step('Changes compares with the guide, the last change, and a snapshot', async () => {
    await page.getByRole('tab', { name: 'Compare' }).click();
    await saveSnapshot(page, 'Snapshot 1');
    const summary = page.getByRole('region', { name: 'Access changes' });
    await expect(summary).toContainText('No differences.');
    await page.getByRole('button', { name: /^3 Resources/i }).click();
    await page.getByLabel('Region').fill('eu-central-1');
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue(/^snapshot:/);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('previous');
    await expect(page.getByRole('combobox', { name: 'Compare with' })).toHaveValue('previous');
    await page.getByRole('button', { name: 'Show inline' }).click();
    await expect(page.getByRole('button', { name: 'Show side by side' })).toBeVisible();
  });
});

test.describe('at the width of a phone', () => {
  test.use({ viewport: onPhone });

  test('each persona has a role of its own, and all of them are shown first; one role for everything is a choice, and can be left again', async ({
    page,
  }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await stepHead(page, 'Review').click();
    await expect(page.getByRole('radio', { name: /One role for all personas/ })).toHaveCount(0);
    await stepHead(page, 'Personas').click();
    await choosePersona(page, 'Inference execution role');
    await showPart(page, 'Policy');
    await expect(shownPolicy(page)).toHaveText('All roles (combined)');
    const bar = page.getByRole('region', { name: 'About: All roles (combined)' });
    await expect(bar).toContainText('It isn’t deployed');
    const tools = page.getByRole('region', { name: 'Policy text' });
    const copied = await copiedText(tools.getByRole('button', { name: 'Copy All roles (combined)' }));
    for (const action of ['sagemaker:List*', 's3:GetObject'])
      expect(JSON.stringify(JSON.parse(copied))).toContain(action);
    const downloading = page.waitForEvent('download');
    await tools.getByRole('button', { name: 'More tools' }).click();
    await tools.getByRole('button', { name: 'Download' }).click();
    expect((await downloading).suggestedFilename()).toBe('ml-platform.combined-view.json');
    await expect(page.getByRole('region', { name: 'Findings' })).toContainText(/in 4 policies/);
    await expect((await policies(page)).getByRole('group')).toHaveText([
      /Data scientist.*Permissions policy.*Trust policy/,
      /Inference execution role.*Permissions policy.*Trust policy/,
    ]);
    await page.keyboard.press('Escape');
    await test.step('one role for everything', async () => {
      await showPart(page, 'Build');
      await oneRole(page);
      const said = page.getByRole('status').filter({ hasText: 'One role for all personas' });
      await expect(said).not.toContainText(/One role for all personas.*(added|removed)/);
      const one = page.getByRole('region', { name: 'About: One role for everything' });
      await showPart(page, 'Policy');
      await expect(one).toContainText('One role with the permissions of all 2 personas');
      await expect((await policies(page)).getByRole('option', { name: 'Trust policy' })).toHaveCount(1);
      await page.keyboard.press('Escape');
      await page.reload();
      await showPart(page, 'Policy');
      await expect(one).toContainText('Not least privilege');
      await one.getByRole('button', { name: 'Use one policy per role' }).click();
      await expect(shownPolicy(page)).toHaveText('All roles (combined)');
    });
  });

  test('undo and redo go through every choice', async ({ page }) => {
    await page.goto('');
    await choosePersona(page, 'Data scientist');
    await choosePersona(page, 'VPC endpoint');
    await page.getByRole('banner').getByRole('button', { name: 'Undo' }).click();
    await expect(persona(page, 'VPC endpoint')).not.toBeChecked();
    await page.keyboard.press('Control+z');
    await expect(persona(page, 'Data scientist')).not.toBeChecked();
    await page.keyboard.press('Control+Shift+z');
    await page.getByRole('banner').getByRole('button', { name: 'Redo' }).click();
    await expect(persona(page, 'VPC endpoint')).toBeChecked();
  });
});
