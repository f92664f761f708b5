import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PAGE_VERSION } from './version.ts';

it('is that of the package', () => {
  const file = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  expect(JSON.parse(file)).toMatchObject({ version: PAGE_VERSION });
});
