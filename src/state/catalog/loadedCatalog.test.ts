import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readCatalogFile } from '../../policies/testing/testCatalog.ts';
import { catalogWith } from './loadedCatalog.ts';

beforeAll(() => {
  vi.stubGlobal('fetch', async (address: string) => {
    const name = address.split('/').at(-1) ?? '';
    return Response.json(await readCatalogFile(name.endsWith('.json') ? name : `${name}.json`));
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
