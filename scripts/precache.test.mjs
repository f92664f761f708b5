import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { activities } from '../src/policies/library/activities/index.ts';
import { guardrails } from '../src/policies/library/guardrails/index.ts';
import { personas } from '../src/policies/library/personas/index.ts';
import { trustForms } from '../src/policies/library/trust/index.ts';
import { filesOf } from './files.mjs';
import { ADDED_SERVICES, PERSONA_SERVICES } from './personaServices.mjs';
import { precacheOf, renewedWorker, writeServiceWorker } from './precache.mjs';

const files = {
  'index.html': true,
  'scheme.js': true,
  'favicon.svg': true,
  'manifest.json': true,
  'licenses.txt': true,
  'icons/icon-192.png': true,
  'assets/index-1a.js': true,
  'assets/index-1a.css': true,
  'assets/editor.worker-1a.js': true,
  'assets/plex-1a.woff2': true,
  'assets/codicon-1a.ttf': true,
  'assets/plex-1a.woff': false,
  'catalog/index.json': true,
  ...Object.fromEntries(
    [...PERSONA_SERVICES, ...ADDED_SERVICES].map((name) => [`catalog/${name}.json`, true]),
  ),
  'catalog/sagemaker.text.json': true,
  'catalog/bedrock.json': false,
  'presets/acme.json': false,
  '.vite/manifest.json': false,
  'sw.js': false,
};

let dist = '';

beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), 'precache-'));
  for (const name of Object.keys(files)) {
    mkdirSync(join(dist, dirname(name)), { recursive: true });
    writeFileSync(join(dist, name), `content of ${name}`);
  }
});

afterAll(() => rmSync(dist, { recursive: true }));

const renew = () => writeFileSync(join(dist, 'sw.js'), renewedWorker(filesOf(dist)));

const builtOf = () => {
  const [line = ''] = readFileSync(join(dist, 'sw.js'), 'utf8').split('\n');
  return JSON.parse(line.slice('self.built='.length, -1));
};

/** A service that AWS discontinued has no data. */
const WITHOUT_DATA = new Set(['aws', 'elastic-inference']);

/** Activities that some persona starts with. */
const selected = new Set(
  personas.flatMap((one) => one.activities.flatMap((entry) => (entry.selected ? [entry.activity] : []))),
);

const templatesOf = (some) =>
  some.flatMap(({ published = [], hardened = [] }) => [...published, ...hardened]);

function servicesOf(templates) {
  const names = templates.flatMap(({ Action, Condition = {} }) => [
    ...Action,
    ...Object.values(Condition).flatMap(Object.keys),
  ]);
  const services = new Set(names.flatMap((name) => /^([a-z0-9-]+):/.exec(name)?.[1] ?? []));
  return [...services]
    .filter((service) => !WITHOUT_DATA.has(service))
    .toSorted((one, other) => one.localeCompare(other));
}

it('is the data of every service that the policies of a persona or a guardrail can name', () => {
  const templates = [
    ...templatesOf(activities.filter(({ id }) => selected.has(id))),
    ...guardrails.flatMap(({ deny, allow }) => [...deny, ...allow]),
    ...trustForms.flatMap(({ statements }) => statements),
  ];
  expect(servicesOf(templates)).toEqual(PERSONA_SERVICES);
  const others = servicesOf(templatesOf(activities)).filter((service) => !PERSONA_SERVICES.includes(service));
  expect(others).toEqual(ADDED_SERVICES);
});

describe('what is kept of a built page', () => {
  it.each(Object.entries(files))('%s: %s', (name, isKept) => {
    expect(precacheOf(filesOf(dist)).some(({ url }) => url === name)).toBe(isKept);
  });

  it('carries the digest of the content; only names without one have a revision', () => {
    for (const { url, revision, integrity } of precacheOf(filesOf(dist))) {
      const hash = createHash('sha256').update(`content of ${url}`).digest('base64');
      expect(integrity).toBe(`sha256-${hash}`);
      expect(revision).toBe(url.startsWith('assets/') ? null : hash);
    }
  });

  it('is on the first line of the worker, which is another one as soon as a file is', () => {
    writeServiceWorker(dist, 'work();\n// more\n');
    const before = builtOf();
    expect(before.precache).toEqual(precacheOf(filesOf(dist)));
    writeFileSync(join(dist, 'scheme.js'), 'other');
    writeFileSync(join(dist, 'catalog/bedrock.json'), 'other');
    renew();
    const after = builtOf();
    expect(after.precache).not.toEqual(before.precache);
    expect(after.catalog).not.toBe(before.catalog);
    expect(readFileSync(join(dist, 'sw.js'), 'utf8')).toMatch(/\nwork\(\);\n\/\/ more\n$/);
  });

  it('does not change when a preset does', () => {
    writeServiceWorker(dist, '');
    const before = readFileSync(join(dist, 'sw.js'), 'utf8');
    writeFileSync(join(dist, 'presets/acme.json'), 'edited on the server');
    renew();
    expect(readFileSync(join(dist, 'sw.js'), 'utf8')).toBe(before);
  });
});
