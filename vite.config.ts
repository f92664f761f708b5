import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type Plugin, type Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { gatherLicenses } from './scripts/licenses.mjs';
import { writeServiceWorker } from './scripts/precache.mjs';

/** A plugin that rewrites files of libraries fails the build when one of them is not there any more, or has nothing to rewrite. */
function rewriting(
  name: string,
  rewrites: readonly (readonly [file: RegExp, rewrite: (code: string) => string])[],
): Plugin {
  const waiting = new Set(rewrites.map(([file]) => file));
  return {
    name,
    transform: {
      filter: { id: rewrites.map(([file]) => file) },
      handler(code, id) {
        const [file, rewrite] = rewrites.find(([file]) => file.test(id)) ?? [];
        if (!file || !rewrite) return null;
        const rewritten = rewrite(code);
        if (rewritten !== code) waiting.delete(file);
        return { code: rewritten, map: null };
      },
    },
    buildEnd(error) {
      if (!error && waiting.size > 0 && this.environment.mode === 'build')
        this.error(`${name}: nothing to rewrite in ${[...waiting].map(String).join(', ')}`);
    },
  };
}

/**
 * Monaco's worker start-up imports every editor feature for its side effects. Which features there are is decided in
 * src/components/monaco/monaco.ts, so these imports go.
 */
const chosenMonacoFeatures = (): Plugin =>
  rewriting('chosen-monaco-features', [
    [
      /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/,
      (code) => code.replaceAll(/^import '[^']+';$/gm, ''),
    ],
  ]);

/** Monaco writes style sheets in a way that the page's policy forbids: its style elements are the page's. */
const styleElementsOfThePage = (): Plugin => {
  const rewrite = (code: string): string => {
    const rewritten = code.replaceAll("document.createElement('style')", 'styleElement()');
    return rewritten === code
      ? code
      : `import { styleElement } from '/src/components/monaco/styleElement.ts';\n${rewritten}`;
  };
  return rewriting('style-elements-of-the-page', [
    [/monaco-editor\/esm\/vs\/base\/browser\/domStylesheets\.js$/, rewrite],
    [/monaco-editor\/esm\/vs\/base\/browser\/ui\/contextview\/contextview\.js$/, rewrite],
  ]);
};

const emptyClass = (exported: string) => (): string => `export class ${exported} {}`;
const emptyDefault = (): string => 'export default class {}';

/**
 * Parts that libraries name and this page never opens. Of Monaco: a list to pick commands from, a diff of many files, and lines
 * drawn by the graphics card. Of MUI: the ripple, which the theme turns off, the circle of a button that loads, of which there
 * is none, and an inline script for the color scheme, which the page's policy forbids: `public/scheme.js` does that. Nothing
 * calls them; a class without members keeps the import whole.
 */
const withoutWhatIsNeverOpened = (): Plugin =>
  rewriting('without-what-is-never-opened', [
    [
      /monaco-editor\/esm\/vs\/platform\/quickinput\/browser\/quickInputController\.js$/,
      emptyClass('QuickInputController'),
    ],
    [
      /monaco-editor\/esm\/vs\/editor\/browser\/widget\/multiDiffEditor\/multiDiffEditorWidget\.js$/,
      emptyClass('MultiDiffEditorWidget'),
    ],
    [/monaco-editor\/esm\/vs\/editor\/browser\/gpu\/viewGpuContext\.js$/, emptyClass('ViewGpuContext')],
    [
      /monaco-editor\/esm\/vs\/editor\/browser\/viewParts\/viewLinesGpu\/viewLinesGpu\.js$/,
      emptyClass('ViewLinesGpu'),
    ],
    [
      /monaco-editor\/esm\/vs\/editor\/browser\/viewParts\/rulersGpu\/rulersGpu\.js$/,
      emptyClass('RulersGpu'),
    ],
    [/@mui\/material\/ButtonBase\/TouchRipple\.mjs$/, emptyDefault],
    [/@mui\/material\/CircularProgress\/index\.mjs$/, emptyDefault],
    [
      /@mui\/system\/InitColorSchemeScript\/InitColorSchemeScript\.mjs$/,
      (code) =>
        `${code.match(/^export const .*;$/gm)?.join('\n')}\nexport const buildInitColorSchemeScript = () => null;\nexport default () => null;`,
    ],
  ]);

/** The development server injects inline scripts and styles, which the page's own policy forbids. */
function noPolicyWhileDeveloping(): Plugin {
  return {
    name: 'no-policy-while-developing',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace(/<meta[^>]*http-equiv="Content-Security-Policy"[^>]*>/, ''),
  };
}

/** Parts of MUI that the start reaches through lists of everything, and does not use. */
const notAtStart =
  /@mui\/(material\/(SvgIcon|Autocomplete|FormControl|FormControlLabel|InputBase|Checkbox|FilledInput|OutlinedInput|utils\/mergeSlotProps)|utils\/(useControlled|createChainedFunction|isEventHandler|getActiveElement))\b/;

/** Modules that the page needs before anything else, filled once the graph is known. */
const atStart = new Set<string>();

/**
 * What is fetched soon after the first view, in this order: each group with all that it needs and no group before it has. One
 * file each instead of seventy small ones, which compress worse and cost a phone's thread a task each.
 */
const soon: readonly {
  readonly name: string;
  readonly parts: readonly string[];
  readonly ids: Set<string>;
}[] = [
  { name: 'composing', parts: ['/state/derived/composingPart.ts'], ids: new Set() },
  {
    name: 'frame',
    parts: ['StatusBar', 'PhoneFoot', 'Announcer'].map((name) => `/components/frame/${name}.tsx`),
    ids: new Set(),
  },
  {
    name: 'evidence',
    parts: ['/state/checks/startChecks.ts', '/state/accessTests/startTests.ts'],
    ids: new Set(),
  },
  {
    name: 'intake',
    parts: ['/state/recognize/pasteOutside.ts', '/page/keepFocus.ts', '/state/storage/fileDrop.ts'],
    ids: new Set(),
  },
  {
    name: 'steps',
    parts: ['What', 'Where', 'Limits', 'Trust', 'Review'].map((name) => `/components/wizard/${name}Step.tsx`),
    ids: new Set(),
  },
];

/** Parts that are loaded later share modules with these. In one chunk each they compress better than in twenty. */
function startInOneChunk(): Plugin {
  return {
    name: 'start-in-one-chunk',
    apply: 'build',
    buildEnd() {
      const taken = new Set<string>();
      const visit = (id: string, found: Set<string>) => {
        if (taken.has(id)) return;
        taken.add(id);
        found.add(id);
        for (const imported of this.getModuleInfo(id)?.importedIds ?? []) visit(imported, found);
      };
      const ids = [...this.getModuleIds()];
      for (const id of ids) if (this.getModuleInfo(id)?.isEntry) visit(id, atStart);
      for (const { parts, ids: found } of soon)
        for (const id of ids) if (parts.some((part) => id.endsWith(part))) visit(id, found);
    },
  };
}

/** How large each module is in each file, for the report on budgets: which grew. */
function moduleSizes(): Plugin {
  return {
    name: 'module-sizes',
    apply: 'build',
    generateBundle(_, bundle) {
      const below = `${this.environment.config.root}/`;
      const sizesOf = ({ modules }: Rolldown.OutputChunk) =>
        Object.fromEntries(
          Object.entries(modules).map(([id, { renderedLength }]) => [id.replace(below, ''), renderedLength]),
        );
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const sizes = Object.fromEntries(chunks.map((chunk) => [chunk.fileName, sizesOf(chunk)]));
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(sizes) });
    },
  };
}

/** Of the page, its workers and its service worker. */
const licenses = gatherLicenses();

/** The service worker is one plain script beside the page: it has no other to fetch, and it lists the finished files. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async writeBundle({ dir = 'dist' }) {
      const built = await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [licenses.plugin()],
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          write: false,
          target: 'es2023',
          rolldownOptions: { input: 'src/serviceWorker/serviceWorker.ts', output: { format: 'iife' } },
        },
      });
      const [chunk] = 'output' in built ? built.output : [];
      if (chunk?.type !== 'chunk') this.error('The service worker was not built.');
      writeFileSync(join(dir, 'licenses.txt'), licenses.text());
      writeServiceWorker(dir, chunk.code);
    },
  };
}

const ofMonaco = /\/(monaco-editor|@monaco-editor|components\/monaco)\//;

const chunkName = (chunk: { readonly name: string; readonly moduleIds: readonly string[] }): string =>
  chunk.moduleIds.some((id) => ofMonaco.test(id)) && !chunk.name.startsWith('monaco')
    ? 'assets/monaco-[name]-[hash].js'
    : 'assets/[name]-[hash].js';

/** Fonts stay files: the page's policy has no `font-src data:`. */
const isNoFont = (file: string): boolean | undefined => (/\.(woff2?|ttf)$/.test(file) ? false : undefined);

/**
 * The seed of a run's properties, which the run says at its start. `npm test` has the same answer for the same files;
 * `npm run test:all` draws another seed each time. This file is read once for each of its projects.
 */
process.env['PROPERTY_SEED'] ??= String(
  process.env['EXHAUSTIVE'] === '1' ? Math.trunc(Math.random() * 2 ** 31) : 20_261_128,
);
const factor = Number(process.env['PROPERTY_FACTOR'] ?? 1);

/** Tests that put a global or a module in its place, or look at the page's stores: nothing of that may reach another file. */
const withOwnGlobals = [
  'src/serviceWorker/serviceWorker.test.ts',
  'src/components/frame/noticeWords.test.ts',
  'src/components/monaco/lineEdits.test.ts',
  'src/components/wizard/resourcesStep.test.tsx',
  'src/state/**/*.test.ts',
];

export default defineConfig({
  base: './',
  plugins: [
    react(),
    chosenMonacoFeatures(),
    styleElementsOfThePage(),
    withoutWhatIsNeverOpened(),
    startInOneChunk(),
    noPolicyWhileDeveloping(),
    licenses.plugin(),
    moduleSizes(),
    serviceWorker(),
  ],
  worker: { format: 'es', plugins: () => [licenses.plugin()] },
  build: {
    target: 'es2023',
    manifest: true,
    sourcemap: false,
    modulePreload: {
      polyfill: false,
      // The start has loaded the bundler's own part already.
      resolveDependencies: (_, files) => files.filter((file) => !file.includes('rolldown-runtime')),
    },
    assetsInlineLimit: isNoFont,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      output: {
        chunkFileNames: chunkName,
        codeSplitting: {
          groups: [
            { name: 'start', test: (id) => atStart.has(id) && !notAtStart.test(id) },
            ...soon.map(({ name, ids }) => ({ name, test: (id: string) => ids.has(id) })),
          ],
        },
      },
    },
  },
  test: {
    globalSetup: 'src/policies/testing/prepareRun.ts',
    setupFiles: 'src/policies/testing/properties.ts',
    pool: 'threads',
    // Otherwise one core is left to whoever edits meanwhile.
    maxWorkers: '100%',
    // A busy machine is no failure: this ends only what hangs.
    testTimeout: 120_000 * factor,
    hookTimeout: 120_000 * factor,
    projects: [
      // Files share modules, so that they are loaded once. A test that puts a preset in force takes it back.
      {
        extends: true,
        test: {
          name: 'sharing modules',
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/reference/*.test.ts',
            'scripts/**/*.test.{ts,mjs}',
            'bin/**/*.test.mjs',
          ],
          exclude: withOwnGlobals,
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'with globals of their own',
          include: withOwnGlobals,
          // The worker's parts look for the globals of a worker, which its test puts there.
          server: { deps: { inline: [/^workbox-/, /\/workbox-/] } },
        },
      },
    ],
  },
});
