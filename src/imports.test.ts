import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

/** Holds the order of imports that `docs/architecture.md` draws. Packages are held by the lint rules. */

const src = dirname(fileURLToPath(import.meta.url));

/** The folders of the engine: each imports only folders above it. */
const engine = [
  'language',
  'catalog',
  'simulate',
  'exact',
  'model',
  'size',
  'library',
  'handEdits',
  'draft',
  'compose',
  'values',
  'checks',
  'fixes',
  'complete',
  'accessTests',
  'guarantees',
  'access',
  'presets',
  'exports',
  'import',
  'activityLog',
  'activityCover',
  'managedPolicies',
  'share',
  'recognize',
  'report',
  'surface',
];

/** The layers of the page: each imports only layers above it. Within `components` a feature imports no other feature. */
const layers = ['policies', 'state', 'components', 'page'];

/** What every feature may use. */
const shared = ['common', 'monaco'];

interface Module {
  readonly file: string;
  readonly imports: readonly string[];
  /** Those that are there when the page runs: not of types alone. */
  readonly values: readonly string[];
}

const IMPORT = /(?:from\s+|import\s+|import\()'(\.{1,2}\/[^'?]+)(?:\?\w+)?'/g;

const TYPES = /^(?:import|export) type [^;]*;/gm;

const importsIn = (file: string, text: string): readonly string[] =>
  [...text.matchAll(IMPORT)].map(([, to = '']) => join(dirname(file), to));

const moduleOf = (file: string, text: string): Module => ({
  file,
  imports: importsIn(file, text),
  values: importsIn(file, text.replaceAll(TYPES, '')),
});

const modules = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.(test|bench)\.tsx?$|\/testing\//.test(file))
  .map((file) => moduleOf(file, readFileSync(join(src, file), 'utf8')));

const part = (file: string, depth: number): string => file.split('/')[depth] ?? '';

/** Why a module must not import a file; nothing where it may. */
function mistake(from: string, to: string): string | undefined {
  const [layer, other] = [part(from, 0), part(to, 0)];
  if (layer === 'serviceWorker')
    return other === 'serviceWorker' ? undefined : 'the worker knows nothing of the page';
  // main alone.
  if (!layers.includes(layer)) return undefined;
  if (layers.indexOf(other) === -1 || layers.indexOf(other) > layers.indexOf(layer))
    return `${layer} is above ${other}`;
  if (layer === 'policies' && other === 'policies') return mistakeInEngine(part(from, 1), part(to, 1));
  if (layer === 'components' && other === 'components') return mistakeInPage(part(from, 1), part(to, 1));
  return undefined;
}

function mistakeInEngine(folder: string, other: string): string | undefined {
  if (folder === 'index.ts' || folder === other) return undefined;
  const isAbove = engine.includes(other) && engine.indexOf(other) < engine.indexOf(folder);
  return isAbove ? undefined : `${other} is not above ${folder}`;
}

function mistakeInPage(feature: string, other: string): string | undefined {
  return feature === other || shared.includes(other)
    ? undefined
    : `${feature} is another feature than ${other}`;
}

const mistakes = (found: readonly Module[]): readonly string[] =>
  found.flatMap(({ file, imports }) =>
    imports.flatMap((to) => {
      const why = mistake(file, to);
      return why === undefined ? [] : [`${file} imports ${to}: ${why}`];
    }),
  );

/** Files that import each other, as one way round each; types count. */
function circles(found: readonly Module[]): readonly string[] {
  const next = new Map(found.map(({ file, imports }) => [file, imports]));
  const done = new Set<string>();
  const rings: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    const at = way.indexOf(file);
    if (at !== -1) rings.push([...way.slice(at), file].join(' → '));
    if (at !== -1 || done.has(file)) return;
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
    done.add(file);
  };
  for (const { file } of found) visit(file, []);
  return rings;
}

/** Variables of a module that can be set anew: the formatter puts them, and only them, at the start of a line. */
const sharedVariables = (file: string, text: string): readonly string[] =>
  [...text.matchAll(/^(?:export )?(?:let|var) (\w+)/gm)].map(([, name]) => `${file}: ${name}`);

describe('the import graph', () => {
  it('follows the order of the architecture', () => {
    expect(mistakes(modules)).toEqual([]);
  });

  it('is drawn in that order', () => {
    const page = readFileSync(join(src, '../docs/architecture.md'), 'utf8');
    expect([...page.matchAll(/^ {2}(\w+)\/ /gm)].map(([, folder]) => folder)).toEqual(engine);
  });

  it('has no circle', () => {
    expect(circles(modules)).toEqual([]);
  });

  it('uses a name for one file', () => {
    const names = modules
      .map(({ file }) => basename(file).replace(/\.tsx?$/, ''))
      .filter((name) => name !== 'index');
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('was read from the sources at all', () => {
    expect(modules.flatMap(({ imports }) => imports).length).toBeGreaterThan(3000);
  });

  it.each([
    ['policies/compose/compose.ts', "import { useStore } from '../../state/store.ts';"],
    ['policies/simulate/evaluate.ts', "import type { Draft } from '../model/draft.ts';"],
    ['policies/checks/check.ts', "import { x } from '../newFolder/x.ts';"],
    ['state/store.ts', "import { App } from '../page/App.tsx';"],
    ['state/store.ts', "import { Icon } from '../components/common/Icon.tsx';"],
    ['components/wizard/Wizard.tsx', "const x = import('../policy/PolicyView.tsx');"],
    ['components/common/Icon.tsx', "import { Wizard } from '../wizard/Wizard.tsx';"],
    ['serviceWorker/serviceWorker.ts', "import { store } from '../state/store.ts';"],
  ])('would catch %s with %s', (file, text) => {
    expect(mistakes([moduleOf(file, text)])).toHaveLength(1);
  });

  it('would catch a circle of types', () => {
    const two = [
      moduleOf('policies/model/a.ts', "import type { B } from './b.ts';"),
      moduleOf('policies/model/b.ts', "import type { A } from './a.ts';"),
    ];
    expect(circles(two)).toEqual(['policies/model/a.ts → policies/model/b.ts → policies/model/a.ts']);
  });

  it('leads to the lists of the built-in library only through a ruleset', () => {
    const lists = ['personas', 'activities', 'variables'].map((list) => `policies/library/${list}/index.ts`);
    const users = modules.filter(({ imports }) => imports.some((to) => lists.includes(to)));
    expect(users.map(({ file }) => file).toSorted()).toEqual([
      'policies/index.ts',
      'policies/library/builtIn.ts',
      'policies/library/startingRuleset.ts',
    ]);
  });

  it('leads to the built-in library by its name only where no preset counts', () => {
    const users = modules.filter(({ imports }) => imports.includes('policies/library/builtIn.ts'));
    expect(users.map(({ file }) => file).toSorted()).toEqual([
      // Titles of activities that the preset hides.
      'components/frame/presetSections.ts',
      // The workers of the page have no preset.
      'policies/checks/actions.ts',
      // What a preset is made from and held against.
      'policies/presets/rulesetOf.ts',
      'policies/presets/validate/activities.ts',
      'policies/presets/validate/personas.ts',
      'policies/presets/validate/presetLibrary.ts',
      'policies/presets/validate/variables.ts',
      'policies/surface/documentedLibrary.ts',
      // The ruleset of a question without a preset.
      'state/activity/activityWorker.ts',
      'state/derived/library.ts',
      'state/evidence/answerer.ts',
      'state/import/importWorker.ts',
      'state/preset/changeLines.ts',
    ]);
  });

  it('leads to functions that may be called without a ruleset only from outside', () => {
    const users = modules.filter(({ imports }) => imports.some((to) => part(to, 1) === 'surface'));
    expect(users.map(({ file }) => file).filter((file) => part(file, 1) !== 'surface')).toEqual([
      'policies/index.ts',
    ]);
  });

  it('has one place that knows the editor', () => {
    const users = modules
      .map(({ file }) => file)
      .filter((file) => /'(@monaco-editor|monaco-editor)\//.test(readFileSync(join(src, file), 'utf8')));
    expect(users.filter((file) => !file.startsWith('components/monaco/'))).toEqual([]);
    expect(users.length).toBeGreaterThan(3);
  });
});

/** What takes longer than a frame: it decides requests, compares access, checks texts, or composes another set. */
const computing = [
  'policies/access/matrix.ts',
  'policies/access/placement/placementEffect.ts',
  'policies/access/reach/reachOf.ts',
  'policies/accessTests/runTest.ts',
  'policies/checks/checkPolicy.ts',
  'policies/exact/accessEffect.ts',
  'policies/exact/compare.ts',
  'policies/exact/comparedPolicies.ts',
  'policies/fixes/index.ts',
  'policies/presets/previewPreset.ts',
  'policies/simulate/evaluate.ts',
  'policies/simulate/prepare.ts',
];

/** The way by which the page comes to a module that it must leave to its workers; nothing where there is none. */
function waysTo(found: readonly Module[], goals: readonly string[]): readonly string[] {
  const next = new Map(found.map(({ file, values }) => [file, values]));
  const seen = new Set<string>();
  const ways: string[] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (seen.has(file)) return;
    seen.add(file);
    if (goals.includes(file)) ways.push([...way, file].join(' → '));
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
  };
  visit('main.tsx', []);
  return ways;
}

describe('the page’s thread', () => {
  it('computes nothing that its workers compute, also not in parts that load later', () => {
    expect(waysTo(modules, computing)).toEqual([]);
  });

  it('has workers that reach all of it', () => {
    const workers = ['state/checks/checksWorker.ts', 'state/evidence/evidenceWorker.ts'];
    const main = { file: 'main.tsx', imports: workers, values: workers };
    const found = modules.map((one) => (one.file === 'main.tsx' ? main : one));
    const reached = waysTo(found, computing).map((way) => way.split(' → ').at(-1) ?? '');
    expect(reached.toSorted()).toEqual(computing);
  });

  it.each([
    ['page/App.tsx', "import { simulate } from '../policies/simulate/simulate.ts';"],
    ['page/App.tsx', "const late = import('../policies/exact/compare.ts');"],
    ['page/App.tsx', "export { prepare } from '../policies/simulate/prepare.ts';"],
  ])('would be caught at it: %s with %s', (file, text) => {
    const found = modules.map((one) => (one.file === file ? moduleOf(file, text) : one));
    expect(waysTo(found, computing).length).toBeGreaterThan(0);
  });

  it('may know the types', () => {
    const text = "import type { Prepared } from '../policies/simulate/prepare.ts';";
    const found = modules.map((one) => (one.file === 'page/App.tsx' ? moduleOf('page/App.tsx', text) : one));
    expect(waysTo(found, computing)).toEqual([]);
  });
});

describe('the engine’s tree', () => {
  const files = modules.map(({ file }) => file).filter((file) => file.startsWith('policies/'));

  it('has the folders of the order, with nothing loose but index.ts', () => {
    const found = new Set(files.map((file) => part(file, 1)));
    expect([...found].toSorted()).toEqual([...engine, 'index.ts'].toSorted());
  });

  it('has no variable that a whole module shares', () => {
    const found = files.flatMap((file) => sharedVariables(file, readFileSync(join(src, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    ['let rules = noRules;', 'rules'],
    ['export let personas = ourPersonas;', 'personas'],
    ['var timer;', 'timer'],
  ])('would catch %s', (text, name) => {
    expect(sharedVariables('policies/a.ts', `const a = 1;\n${text}\n`)).toEqual([`policies/a.ts: ${name}`]);
  });
});

/** Where a module changes what every object of the page has, its libraries' too. */
const patches = (file: string, text: string): readonly string[] =>
  [
    ...text.matchAll(
      /defineProperty\(\s*[\w.]+\.prototype|\.prototype\.\w+\s*=[^=]|assign\(\s*[\w.]+\.prototype/g,
    ),
  ].map(([patch]) => `${file}: ${patch}`);

describe('the objects of the browser', () => {
  it('stay as they are', () => {
    const found = modules.flatMap(({ file }) => patches(file, readFileSync(join(src, file), 'utf8')));
    expect(found).toEqual([]);
  });

  it.each([
    "Object.defineProperty(HTMLStyleElement.prototype, 'textContent', {});",
    'Storage.prototype.setItem = () => undefined;',
    'Object.assign(Array.prototype, { first });',
  ])('would be missed: %s', (text) => {
    expect(patches('a.ts', text)).toHaveLength(1);
  });
});
