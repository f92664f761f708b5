import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import { noLimits } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { personas } from '../library/personas/index.ts';
import { comparePermissions } from './compare.ts';

const catalog = await loadCatalog(async (name) =>
  JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
);
const ids = personas.map(({ id }) => id);
const everything = compose(
  fillExamples(
    createDraft(
      {
        personas: ids,
        activities: Object.fromEntries(
          personas.map(({ id, activities }) => [
            id,
            activities.map(({ activity }) => chooseActivity(activity, builtIn)),
          ]),
        ),
        limits: {
          ...noLimits,
          chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })),
          exemption: true,
        },
      },
      builtIn,
    ),
    builtIn,
  ),
  builtIn,
);
const usual = compose(fillExamples(createDraft({ personas: ids }, builtIn), builtIn), builtIn);
const policyOf = (documents: typeof usual, id: string) =>
  documents.filter((document) => document.id === id).map(({ policy }) => policy);

describe('the largest wizard output, budget 50 ms', () => {
  bench('all documents, against the recommendation', () => {
    for (const { id } of everything)
      comparePermissions(policyOf(usual, id), policyOf(everything, id), catalog);
  });
  bench('all documents, against nothing', () => {
    for (const { id } of everything) comparePermissions([], policyOf(everything, id), catalog);
  });
  bench('all documents, nothing changed', () => {
    for (const { policy } of everything) comparePermissions([policy], [policy], catalog);
  });
});
