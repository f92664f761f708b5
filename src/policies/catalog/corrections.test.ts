import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from './catalog.ts';
import {
  arnAskedOn,
  corrections,
  keysBeside,
  renamedKey,
  typesBeside,
  typesOfService,
} from './corrections.ts';
import { factsOf, matchedActions, splitAction } from './lookup.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

describe('corrections of the reference', () => {
  it.each(corrections.map((one) => [one.action, one] as const))('%s has a source and a day', (_, one) => {
    expect(one.source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(one.read).toMatch(/^20\d\d-\d\d-\d\d$/);
  });

  it('are still needed: the reference does not have them', () => {
    for (const { action } of corrections) {
      const [facts] = matchedActions(catalog, action) ?? [];
      if (!facts) throw new Error(action);
      if (arnAskedOn(action)) expect(facts.resourceTypes).toEqual([]);
      for (const { name } of typesBeside(action))
        expect(facts.resourceTypes.map((type) => type.name)).not.toContain(name);
      for (const key of keysBeside(action)) {
        expect(facts.conditionKeys).not.toContain(key);
        const service = catalog.service(splitAction(action)[0]);
        expect(service && factsOf(service).key(key.toLowerCase())).toBeDefined();
      }
    }
  });

  it('are found whatever the case of the action', () => {
    expect(arnAskedOn('S3:listallmybuckets')).toBe('arn:aws:s3:::*');
    expect(arnAskedOn('s3:GetObject')).toBeUndefined();
    expect(typesOfService('cloudformation').map(({ name }) => name)).toEqual(['transform']);
    expect(typesOfService('s3')).toEqual([]);
  });

  it('names the present key of one that was renamed, which the reference has', () => {
    const service = catalog.service('sagemaker');
    for (const key of ['sagemaker:volumekmskey', 'sagemaker:outputkmskey']) {
      const present = renamedKey(key)?.key ?? '';
      expect(service && factsOf(service).key(present.toLowerCase())).toBeDefined();
    }
    expect(renamedKey('sagemaker:volumekmskeyarn')).toBeUndefined();
  });
});
