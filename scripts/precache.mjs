import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files.mjs';
import { ADDED_SERVICES, PERSONA_SERVICES } from './personaServices.mjs';

const personaData = new Set([
  'index.json',
  ...[...PERSONA_SERVICES, ...ADDED_SERVICES].flatMap((name) => [`${name}.json`, `${name}.text.json`]),
]);

/**
 * What a built page needs to work without a network, by folder. Whatever is elsewhere is kept when it is fetched, or
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

/**
 * The files of a built page that are kept from the first visit on, each with the digest that the browser holds it against:
 * neither a sign-in page of the network nor half a redeploy is ever taken for the page. Addresses below `assets/` name
 * their content and need no revision.
 */
export function precacheOf(files) {
  return kept.flatMap(({ folder, keeps }) =>
    files
      .names(folder)
      .filter(keeps)
      .map((name) => {
        const url = folder === '' ? name : `${folder}/${name}`;
        const hash = digest(files.read(url));
        return { url, revision: folder === 'assets' ? null : hash, integrity: `sha256-${hash}` };
      }),
  );
}

/** One name for all service data of a build: data kept under another name is of another build. */
function catalogVersion(files) {
  const hash = createHash('sha256');
  for (const name of files.names('catalog')) hash.update(name).update(files.read(`catalog/${name}`));
  return hash.digest('hex').slice(0, 12);
}

/** The worker of these files: what it keeps of them on the first line, then its code. */
const workerOf = (files, code) =>
  `self.built=${JSON.stringify({ precache: precacheOf(files), catalog: catalogVersion(files) })};\n${code}`;

/** Writes `sw.js` beside the built page. */
export function writeServiceWorker(dist, code) {
  writeFileSync(join(dist, 'sw.js'), workerOf(filesOf(dist), code));
}

/** The `sw.js` of these files once some of them have changed. */
export function renewedWorker(files) {
  const text = files.read('sw.js').toString();
  return workerOf(files, text.slice(text.indexOf('\n') + 1));
}
