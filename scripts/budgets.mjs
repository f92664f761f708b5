import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { ADDED_SERVICES, PERSONA_SERVICES } from './personaServices.mjs';

/**
 * Sizes of what visitors load, against their limits. What is over its limit comes with the modules that grew since
 * `node scripts/budgets.mjs --record` was run last, which is part of every change that is meant to make the page larger.
 */

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = `${root}dist/`;
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
const modules = JSON.parse(readFileSync(`${dist}.vite/modules.json`, 'utf8'));
const COMPOSING = 'src/state/derived/composingPart.ts';
const entry = Object.values(manifest).find((chunk) => chunk.isEntry);

/** A chunk with everything that it imports at once, its style sheets included. */
function closure(chunk, files = new Set()) {
  if (!chunk || files.has(chunk.file)) return files;
  files.add(chunk.file);
  for (const sheet of chunk.css ?? []) files.add(sheet);
  for (const name of chunk.imports ?? []) closure(manifest[name], files);
  return files;
}

const initial = closure(entry);
const isMonaco = (chunk) => chunk.file.includes('/monaco-');
const chunks = Object.values(manifest);
/** What other parts that are loaded later need as well does not come for Monaco's sake. */
const elsewhere = new Set(
  chunks.filter((chunk) => !isMonaco(chunk) && chunk.isDynamicEntry).flatMap((chunk) => [...closure(chunk)]),
);
const monaco = new Set(
  chunks
    .filter(isMonaco)
    .flatMap((chunk) => [...closure(chunk)])
    .filter((file) => !initial.has(file) && !elsewhere.has(file)),
);
/** What the first selection needs of the page; the first view does not wait for it. */
const composing = [...closure(chunks.find(({ file }) => modules[file]?.[COMPOSING]))].filter(
  (file) => !initial.has(file),
);
const catalog = ['index', ...PERSONA_SERVICES].map((name) => `catalog/${name}.json`);
const added = ADDED_SERVICES.map((name) => `catalog/${name}.json`);

// From docs/architecture.md.
const budgets = [
  { what: 'initial JS and CSS', files: [...initial], limit: 145 },
  { what: 'library and composing, loaded after the first view', files: composing, limit: 88 },
  { what: 'Monaco, loaded later, workers apart', files: [...monaco], limit: 870 },
  { what: 'catalog of the personas’ services', files: catalog, limit: 56 },
  { what: 'catalog of services that only additions name', files: added, limit: 14 },
];

const RECORD = `${root}scripts/moduleSizes.json`;

/** One of ours by its path, one of a library by its package. */
function nameOf(id) {
  const [, inner] = /node_modules\/(?!.*node_modules)((?:@[^/]+\/)?[^/]+)/.exec(id) ?? [];
  return inner ?? id.replaceAll('\0', '');
}

/** Name → bytes before they are minified and compressed. */
function sizesOf(files) {
  const sizes = {};
  for (const [id, size] of files.flatMap((file) => Object.entries(modules[file] ?? {})))
    sizes[nameOf(id)] = (sizes[nameOf(id)] ?? 0) + size;
  return Object.fromEntries(Object.entries(sizes).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** The modules that grew most, the largest growth first. */
function growth(now, before) {
  return Object.entries(now)
    .map(([name, size]) => ({ name, by: size - (before[name] ?? 0) }))
    .filter(({ by }) => by > 0)
    .toSorted((one, other) => other.by - one.by)
    .slice(0, 10);
}

const measured = Object.fromEntries(budgets.map(({ what, files }) => [what, sizesOf(files)]));
if (process.argv.includes('--record')) writeFileSync(RECORD, `${JSON.stringify(measured, null, 2)}\n`);
const recorded = JSON.parse(readFileSync(RECORD, 'utf8'));

const kilobytes = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length / 1000;

let failed = false;
for (const { what, files, limit } of budgets) {
  const missing = files.filter((file) => !existsSync(dist + file));
  const size = files
    .filter((file) => existsSync(dist + file))
    .reduce((sum, file) => sum + kilobytes(file), 0);
  const good = missing.length === 0 && files.length > 0 && size > 1 && size <= limit;
  failed ||= !good;
  const over = size > limit ? `, ${(size - limit).toFixed(1)} kB too many` : '';
  console.log(
    `${good ? 'ok  ' : 'OVER'} ${size.toFixed(1).padStart(7)} of ${limit} kB gzip${over}, ${files.length} files: ${what}`,
  );
  if (!good)
    for (const { name, by } of growth(measured[what], recorded[what]))
      console.log(`     +${by} bytes: ${name}`);
  for (const file of missing) console.log(`     missing: ${file}`);
}
process.exit(failed ? 1 : 0);
