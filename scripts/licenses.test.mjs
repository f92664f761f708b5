import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { licenseOfPackage, licensesOfModule, licensesText } from './licenses.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'licenses-'));

afterAll(() => rmSync(folder, { recursive: true }));

/** A package below a folder of packages, and a module in it. */
function packageOf(name, { license, files = {} }) {
  const own = join(folder, 'node_modules', name);
  mkdirSync(join(own, 'lib'), { recursive: true });
  writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version: '1.2.3', license }));
  // Folders of a package say what kind of modules they hold, and are no packages.
  writeFileSync(join(own, 'lib', 'package.json'), '{"type":"module"}');
  writeFileSync(join(own, 'lib', 'index.js'), 'export {};');
  for (const [file, text] of Object.entries(files)) writeFileSync(join(own, file), text);
  return join(own, 'lib', 'index.js');
}

describe('the license of a package', () => {
  it.each([
    ['LICENSE', ['LICENSE']],
    ['Licence.md', ['Licence.md']],
    ['license.txt and notices', ['LICENSE.txt', 'NOTICE', 'ThirdPartyNotices.txt']],
    ['COPYING', ['COPYING']],
  ])('comes with every text: %s', (_, files) => {
    const name = `@scope/${files.join('-').toLowerCase()}`;
    const texts = Object.fromEntries(files.map((file) => [file, `Text of ${file}`]));
    const file = packageOf(name, { license: 'MIT', files: { ...texts, 'README.md': 'No license' } });
    expect(licensesOfModule(`${file}?worker&url`)).toEqual([
      { name: `${name} 1.2.3`, license: 'MIT', texts: files.map((one) => `Text of ${one}`) },
    ]);
  });

  it.each([
    ['no text', { license: 'MIT' }, 'no license text'],
    ['an empty text', { license: 'MIT', files: { LICENSE: '' } }, 'no license text'],
    ['no license', { files: { LICENSE: 'Text' } }, 'not among the permissive ones'],
    ['another license', { license: 'AGPL-3.0', files: { LICENSE: 'Text' } }, 'not among the permissive ones'],
  ])('with %s ends the build', (name, given, message) => {
    const file = packageOf(name.replaceAll(' ', '-'), given);
    expect(() => licensesOfModule(file)).toThrow(message);
  });

  it('is there for each package that the page is made with', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const name of Object.keys(dependencies))
      expect(licenseOfPackage(join(root, 'node_modules', name)).texts.join('').length).toBeGreaterThan(200);
  });
});

describe('the text beside the page', () => {
  const ids = [
    join(root, 'src/main.tsx'),
    join(root, 'src/policies/language/characters/unicode.ts'),
    join(root, 'node_modules/react/index.js'),
    join(root, 'node_modules/react/jsx-runtime.js'),
    join(root, 'node_modules/@fontsource/ibm-plex-sans/latin-400.css'),
    join(root, 'node_modules/monaco-editor/esm/vs/base/browser/dompurify/dompurify.js'),
    '\0rolldown/runtime.js',
    '\0vite/preload-helper.js',
  ];
  const text = licensesText(ids);

  it.each([
    ['react', /^react \d/gm],
    ['the fonts', /SIL OPEN FONT LICENSE/g],
    ['Monaco with its notices', /THIRD-PARTY SOFTWARE NOTICES AND INFORMATION/g],
    ['what Monaco holds', /^DOMPurify \d.*\nLicense: Apache-2.0/gm],
    ['the Unicode data', /^Unicode Character Database and confusables$/gm],
    ['the data that no bundle has', /^@cloud-copilot\/iam-data /gm],
    ['the bundler', /^rolldown \d/gm],
    ['what loads parts', /^vite \d/gm],
  ])('has %s once', (_, part) => {
    expect(text.match(part)).toHaveLength(1);
  });

  it('has nothing of what the bundlers hold themselves', () => {
    expect(text.length).toBeLessThan(200_000);
  });
});
