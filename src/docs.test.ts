import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** Holds what the pages about the code say of its files. */

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const files = ['src', 'scripts', 'bin', 'e2e', 'tests'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => !file.includes('node_modules'))
    .map((file) => `/${folder}/${file}`),
);

/** Files and folders that a text names, as `checks/index.ts` or `checks/`. */
const namedIn = (text: string): readonly string[] =>
  [...text.matchAll(/`((?:[\w.-]+\/)*[\w.-]+\.(?:tsx?|mjs|json)|(?:[\w-]+\/)+)`/g)].map(
    ([, name = '']) => name,
  );

const isThere = (name: string): boolean =>
  files.some((file) => file.endsWith(`/${name}`) || `${file}/`.endsWith(`/${name}`));

/** At the root, or of an organization. */
const elsewhere: ReadonlySet<string> = new Set(['tsconfig.json', 'file.json', 'docs/reference/']);

it.each(['docs/architecture.md', 'src/policies/README.md'])('%s names files that are there', (page) => {
  const named = namedIn(readFileSync(join(root, page), 'utf8'));
  expect(named.filter((name) => !elsewhere.has(name) && !isThere(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});

it('would catch a file and a folder that are gone', () => {
  expect(namedIn('`a/gone.ts`, `gone/` and `not a file`').map(isThere)).toEqual([false, false]);
});
