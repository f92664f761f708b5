import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { writeCatalog } from './catalog.mjs';
import { buildNodeEngine } from './nodeEngine.mjs';
import { root } from './setup.mjs';

const folder = mkdtempSync(join(tmpdir(), 'node-engine-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the example of docs/engine.md runs in Node and prints what the page says', async () => {
  const [, example = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(`${root}docs/engine.md`, 'utf8')) ?? [];
  await buildNodeEngine(join(folder, 'dist-node'));
  writeCatalog(join(folder, 'public/catalog'));
  writeFileSync(join(folder, 'example.mjs'), example);
  const { stdout, stderr } = spawnSync(process.execPath, ['example.mjs'], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => /^(?:identity|trust) /.test(line))).toHaveLength(2);
  expect(lines.some((line) => line.startsWith('INVALID_ACTION '))).toBe(true);
  expect(lines.at(-1)).toBe('implicitDeny');
});
