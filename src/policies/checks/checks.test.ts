import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCatalog } from '../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../catalog/catalog.ts';
import type { Example } from './check.ts';
import { checkPolicy } from './checkPolicy.ts';
import { rules } from './index.ts';
import { notCheckedRule } from './readText.ts';

let catalog: Catalog;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  writeCatalog(folder);
  catalog = await loadCatalog(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
});

const textOf = ({ policy }: Example) =>
  typeof policy === 'string' ? policy : JSON.stringify(policy, undefined, 2);

const codesOf = (example: Example) =>
  checkPolicy(textOf(example), example.type ?? 'identity', {
    catalog,
    ...(example.resourceType === undefined ? {} : { resourceType: example.resourceType }),
  }).map(({ code }) => code);

describe('every rule', () => {
  const executed = rules.filter((rule) => rule !== notCheckedRule);

  it.each(executed.map((rule) => [rule.code, rule] as const))(
    '%s is raised by its example and not by the other',
    (code, rule) => {
      expect(codesOf(rule.raises)).toContain(code);
      expect(codesOf(rule.passes)).not.toContain(code);
    },
  );

  it.each(executed.map((rule) => [rule.code, rule] as const))(
    '%s passes an example without any error',
    (_, rule) => {
      const { policy, type = 'identity' } = rule.passes;
      const found = checkPolicy(JSON.stringify(policy), type, { catalog });
      expect(found.filter((finding) => finding.type === 'ERROR')).toEqual([]);
    },
  );

  it('has a code of its own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('fills every gap of its sentence', () => {
    for (const { raises, code, says } of executed) {
      const found = checkPolicy(textOf(raises), raises.type ?? 'identity', {
        catalog,
        ...(raises.resourceType === undefined ? {} : { resourceType: raises.resourceType }),
      }).find((finding) => finding.code === code);
      for (const [, gap = ''] of says.matchAll(/\{([a-z]+)\}/g))
        expect(found?.values, code).toHaveProperty(gap);
    }
  });
});
