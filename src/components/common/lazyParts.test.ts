import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const src = fileURLToPath(new URL('../..', import.meta.url));

const countOf = (source: string, element: string): number => source.split(`<${element}`).length - 1;

it('a part that doesn’t load takes nothing else with it: each has a boundary of its own', () => {
  const loading = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .map((file) => ({ file, source: readFileSync(join(src, file), 'utf8') }))
    .filter(({ source }) => countOf(source, 'Suspense') > 0);
  expect(loading.length).toBeGreaterThan(10);
  const unbound = loading.filter(
    ({ source }) => countOf(source, 'Suspense') > countOf(source, 'LazyBoundary'),
  );
  expect(unbound.map(({ file }) => file)).toEqual([]);
});
