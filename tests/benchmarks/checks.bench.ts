import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/policies/catalog/catalog.ts';
import { managedPolicies } from '../../src/policies/catalog/testing/managedPolicies.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { createDraft } from '../../src/policies/draft/createDraft.ts';
import { fillExamples } from '../../src/policies/compose/exampleValues.ts';
import { personas } from '../../src/policies/library/personas/index.ts';
import { printPolicy } from '../../src/policies/language/print.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { checkPolicy } from '../../src/policies/checks/checkPolicy.ts';

const managed = managedPolicies()
  .map(({ text }) => text)
  .sort((one, other) => one.length - other.length);
const median = managed[managed.length >> 1] ?? '';
const composed = compose(
  fillExamples(createDraft({ personas: personas.map(({ id }) => id) }, builtIn), builtIn),
  builtIn,
)
  .filter(({ kind }) => kind === 'identity')
  .map(({ policy }) => printPolicy(policy).text);
const catalog = await loadCatalog(async (name) =>
  JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
);

const checkAll = (texts: readonly string[]) => {
  for (const text of texts) checkPolicy(text, 'identity', { catalog });
};

describe('checkPolicy', () => {
  bench(`the managed policy of median length, ${median.length} characters`, () => checkAll([median]));
  bench(`all ${managed.length} managed policies`, () => checkAll(managed), { warmupIterations: 3 });
  bench(`the documents of all personas, ${composed.join('').length} characters`, () => checkAll(composed));
});
