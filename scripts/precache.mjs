import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PERSONA_SERVICES } from './personaServices.mjs';

const personaData = new Set([
  'index.json',
  ...PERSONA_SERVICES.flatMap((name) => [`${name}.json`, `${name}.text.json`]),
]);

/**
 * What a built page needs to work without a network, by folder. Whatever stands elsewhere is kept when it is fetched, or
 * not at all: browsers that have service workers read woff2, so the woff files beside them are never asked for.
 */
const kept = [
  {
    folder: '',
    keeps: (name) =>
      ['index.html', 'scheme.js', 'favicon.svg', 'manifest.json', 'licenses.txt'].includes(name),
  },
  { folder: 'icons', keeps: (name) => name.endsWith('.png') },
  { folder: 'assets', keeps: (name) => !name.endsWith('.woff') },
  { folder: 'catalog', keeps: (name) => personaData.has(name) },
];

const digest = (content) => createHash('sha256').update(content).digest('base64');

function namesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .toSorted();
}

/**
 * The files of a built page that are kept from the first visit on, each with the digest that the browser holds it against:
 * neither a sign-in page of the network nor half a redeploy is ever taken for the page. Addresses below `assets/` name
 * their content and need no revision.
 */
export function precacheOf(dist) {
  return kept.flatMap(({ folder, keeps }) =>
    namesIn(join(dist, folder))
      .filter(keeps)
      .map((name) => {
        const hash = digest(readFileSync(join(dist, folder, name)));
        const url = folder === '' ? name : `${folder}/${name}`;
        return { url, revision: folder === 'assets' ? null : hash, integrity: `sha256-${hash}` };
      }),
  );
}

/** One name for all service data of a build: data kept under another name is of another build. */
function catalogVersion(dist) {
  const hash = createHash('sha256');
  for (const name of namesIn(join(dist, 'catalog')))
    hash.update(name).update(readFileSync(join(dist, 'catalog', name)));
  return hash.digest('hex').slice(0, 12);
}

const firstLine = (dist) =>
  `self.built=${JSON.stringify({ precache: precacheOf(dist), catalog: catalogVersion(dist) })};`;

/** Writes `sw.js` beside the page: what it keeps on the first line, then the worker's code. */
export function writeServiceWorker(dist, code) {
  writeFileSync(join(dist, 'sw.js'), `${firstLine(dist)}\n${code}`);
}

/** The same after files of a built page have changed. */
export function renewServiceWorker(dist) {
  const text = readFileSync(join(dist, 'sw.js'), 'utf8');
  writeServiceWorker(dist, text.slice(text.indexOf('\n') + 1));
}
