import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/**
 * A name of a module is none that the language has everywhere, nor, outside the engine, one of the browser: whoever reads
 * `history()` or `Text` would take it for the browser's. Names of packages are the packages' own.
 */

const src = dirname(fileURLToPath(import.meta.url));

/** TypeScript's own lists of what there is everywhere. */
const libraries = join(src, '../node_modules/@typescript');

const declared = (name: RegExp): readonly string[] =>
  readdirSync(libraries, { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file))
    .flatMap((file) => [
      ...readFileSync(join(libraries, file), 'utf8').matchAll(/^declare (?:var|function) (\w+)/gm),
    ])
    .flatMap(([, found = '']) => found);

const everywhere = new Set(declared(/lib\.es[\w.]*\.d\.ts$/));
const inBrowsers = new Set([...everywhere, ...declared(/lib\.dom\.d\.ts$/)]);

const DECLARATION =
  /^(?:export )?(?:default )?(?:async )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
const IMPORT = /^import (?:type )?(?:(\w+),? ?)?(?:\{([^}]*)\} )?from '\./gm;

const importedNames = (text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].flatMap(([, whole = '', parts = '']) => [
    whole,
    ...parts.split(',').map((part) => part.trim().split(' ').at(-1) ?? ''),
  ]);

/** Names of a module that are also names of a global. */
const shadows = (file: string, text: string): readonly string[] => {
  const globals = file.startsWith('policies/') ? everywhere : inBrowsers;
  const names = [...[...text.matchAll(DECLARATION)].map(([, name = '']) => name), ...importedNames(text)];
  return names.filter((name) => globals.has(name)).map((name) => `${file}: ${name}`);
};

it('no module has a name of its own for something that is there everywhere', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(test|bench|d)\.tsx?$|\/testing\//.test(file),
  );
  expect(files.flatMap((file) => shadows(file, readFileSync(join(src, file), 'utf8')))).toEqual([]);
  expect(files.length).toBeGreaterThan(1000);
});

it.each([
  ['state/a.ts', 'export const history = () => 1;', ['history']],
  ['components/a.tsx', 'interface Range {\n  min: number;\n}', ['Range']],
  ['page/a.ts', 'async function open(): Promise<void> {}', ['open']],
  ['components/a.ts', "import { type Text, words } from '../report.ts';", ['Text']],
  ['components/a.ts', "import {\n  a as print,\n  b,\n} from './b.ts';", ['print']],
  ['policies/a/a.ts', 'const escape = (text: string) => text;', ['escape']],
  // The engine knows no browser; names of packages are theirs.
  ['policies/a/a.ts', 'export interface Comment {}', []],
  ['components/a.ts', "import type { KeyboardEvent } from 'react';", []],
  ['components/a.ts', 'function f() {\n  const open = 1;\n}', []],
])('finds in %s, %s', (file, text, names) => {
  expect(shadows(file, text)).toEqual(names.map((name) => `${file}: ${name}`));
});
