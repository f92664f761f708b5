import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { buildNodeEngine } from '../scripts/nodeEngine.mjs';
import { root } from '../scripts/setup.mjs';
import { test } from './openPage.ts';
import { choosePersona } from './page.ts';

/** What a command says of a file: its exit code and the counts of its last line. */
const run = (folder: string, command: string, file: string) =>
  new Promise<{ readonly code: number; readonly line: string }>((resolve) => {
    execFile(process.execPath, [join(folder, 'bin/policy-builder.mjs'), command, file], (error, stdout) => {
      const line = stdout.trimEnd().split('\n').at(-1) ?? '';
      resolve({
        code: typeof error?.code === 'number' ? error.code : 0,
        line: line.replace(`${file}: `, ''),
      });
    });
  });

test('the command line says of a saved draft what the page says', { tag: '@all' }, async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'command-line-'));
  await Promise.all([
    cp(`${root}bin`, join(folder, 'bin'), { recursive: true }),
    symlink(`${root}public`, join(folder, 'public')),
    buildNodeEngine(join(folder, 'dist-node')),
  ]);
  await page.goto('#new');
  await choosePersona(page, 'Data scientist');
  await choosePersona(page, 'Training');
  await choosePersona(page, 'Notebook');
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('dialog').getByRole('button', { name: 'Save as file' }).click(),
  ]);
  const file = join(folder, 'draft.json');
  await download.saveAs(file);
  await page.keyboard.press('Escape');
  const status = page.getByRole('contentinfo');
  await test.step('findings', async () => {
    const { code, line } = await run(folder, 'validate', file);
    const [policies, findings] = line.split(', ');
    expect(code).toBe(1);
    await expect(status.getByRole('button', { name: `${findings}, in ${policies}` })).toBeVisible();
  });
  await test.step('tests and scenarios', async () => {
    const { code, line } = await run(folder, 'test', file);
    expect(code).toBe(1);
    await expect(status.getByRole('button', { name: /^Tests:/ })).toContainText(line.split(' (')[0] ?? '');
  });
  await test.step('guarantees', async () => {
    const { code, line } = await run(folder, 'prove', file);
    expect(code).toBe(3);
    await status.getByRole('button', { name: /^Tests:/ }).click();
    await expect(page.getByRole('region', { name: 'Guarantees' })).toContainText(line);
  });
  await rm(folder, { recursive: true });
});
