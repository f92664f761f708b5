import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/policies/catalog/catalog.ts';
import { managedPolicies } from '../../src/policies/catalog/testing/managedPolicies.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { everyChoice, everyPersona } from './everyChoice.ts';
import { compareLayers } from '../../src/policies/exact/layers/compareLayers.ts';
import { comparePermissions } from '../../src/policies/exact/compare.ts';

const catalog = await loadCatalog(async (name) =>
  JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
);
const everything = compose(everyChoice(), builtIn);
const usual = compose(everyPersona(), builtIn);
const policyOf = (documents: typeof usual, id: string) =>
  documents.filter((document) => document.id === id).map(({ policy }) => policy);

describe('the largest wizard output, budget 50 ms', () => {
  bench('all documents, against the recommendation', () => {
    for (const { id } of everything)
      comparePermissions(policyOf(usual, id), policyOf(everything, id), catalog);
  });
  bench('all documents, against the recommendation, for the first time', () => {
    const unused = { ...catalog };
    for (const { id } of everything)
      comparePermissions(policyOf(usual, id), policyOf(everything, id), unused);
  });
  bench('all documents, against nothing', () => {
    for (const { id } of everything) comparePermissions([], policyOf(everything, id), catalog);
  });
  bench('all documents, nothing changed', () => {
    for (const { policy } of everything) comparePermissions([policy], [policy], catalog);
  });
});

/** Some of AWS's managed policies, each beside the next one. */
const managed = managedPolicies().filter((_, index) => index % 80 < 2);
const pairs = managed.flatMap(({ text }, index) => {
  const next = managed[index + 1];
  return index % 2 === 0 && next ? [[JSON.parse(text), JSON.parse(next.text)] as const] : [];
});

describe(`${pairs.length} pairs of managed policies, budget 3 ms each`, () => {
  bench('their permissions', () => {
    for (const [before, after] of pairs) comparePermissions([before], [after], catalog);
  });
  bench('all layers', () => {
    for (const [before, after] of pairs) compareLayers({ identity: [before] }, { identity: [after] });
  });
});

describe('all layers of the recommendation, budget 50 ms', () => {
  const documents = usual.filter(({ kind }) => kind === 'identity').map(({ policy }) => policy);
  const boundary = usual.filter(({ kind }) => kind === 'permissions-boundary').map(({ policy }) => policy);
  const limits = boundary.length > 0 ? { permissionsBoundary: boundary } : {};
  bench('each role beside itself without its last statement', () => {
    for (const policy of documents) {
      const less = { ...policy, Statement: policy.Statement.slice(0, -1) };
      compareLayers({ identity: [less], ...limits }, { identity: [policy], ...limits }, { catalog });
    }
  });
});
