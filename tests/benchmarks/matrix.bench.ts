import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/policies/catalog/catalog.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { createDraft } from '../../src/policies/draft/createDraft.ts';
import { fillExamples } from '../../src/policies/compose/exampleValues.ts';
import { personas } from '../../src/policies/library/personas/index.ts';
import { runTests } from '../../src/policies/accessTests/runTests.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { accessMatrix } from '../../src/policies/access/matrix.ts';
import { matrixContexts } from '../../src/policies/access/matrixContexts.ts';

const catalog = await loadCatalog(
  async (name) => JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
  { services: 'onDemand' },
);
await catalog.load('sagemaker');
const drafts = (['merged', 'perPersona'] as const).map((layout) => {
  const draft = fillExamples(
    createDraft({ personas: personas.map(({ id }) => id), layout }, builtIn),
    builtIn,
  );
  return { layout, draft, documents: compose(draft, builtIn) };
});

describe('after every change, budget 50 ms', () => {
  for (const { layout, draft, documents } of drafts) {
    for (const context of matrixContexts) {
      bench(`access matrix, ${layout}, ${context.id}`, () => {
        accessMatrix(draft, documents, catalog, context, builtIn);
      });
    }
    bench(`all proofs, ${layout}`, () => {
      runTests(draft, documents, builtIn);
    });
  }
});
