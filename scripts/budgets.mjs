import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { PERSONA_SERVICES } from './personaServices.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const manifest = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8'));
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
const catalog = ['index', ...PERSONA_SERVICES].map((name) => `catalog/${name}.json`);

const budgets = [
  { what: 'initial JS and CSS', files: [...initial], limit: 200 },
  { what: 'Monaco, loaded later, workers apart', files: [...monaco], limit: 850 },
  { what: 'catalog of the personas’ services', files: catalog, limit: 40 },
];

const kilobytes = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length / 1000;

let failed = false;
for (const { what, files, limit } of budgets) {
  const missing = files.filter((file) => !existsSync(dist + file));
  const size = files
    .filter((file) => existsSync(dist + file))
    .reduce((sum, file) => sum + kilobytes(file), 0);
  const good = missing.length === 0 && files.length > 0 && size > 1 && size <= limit;
  failed ||= !good;
  console.log(
    `${good ? 'ok  ' : 'OVER'} ${size.toFixed(1).padStart(7)} of ${limit} kB gzip, ${files.length} files: ${what}`,
  );
  for (const file of missing) console.log(`     missing: ${file}`);
}
process.exit(failed ? 1 : 0);
