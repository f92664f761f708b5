import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { catalogWith } from './loadedCatalog.ts';

const folder = mkdtempSync(join(tmpdir(), 'catalog-'));

beforeAll(() => {
  writeCatalog(folder);
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    const file = join(folder, name.endsWith('.json') ? name : `${name}.json`);
    return new Response(readFileSync(file), { headers: { 'content-type': 'application/json' } });
  });
});

afterAll(() => vi.unstubAllGlobals());

it('is another value when the data of another service has come, so that what was computed is computed anew', async () => {
  const first = await catalogWith(['s3']);
  expect(first.state('s3')).toBe('loaded');
  expect(first.state('kms')).toBe('notLoaded');
  const second = await catalogWith(['s3', 'kms']);
  expect(second.state('kms')).toBe('loaded');
  expect(second).not.toBe(first);
});
