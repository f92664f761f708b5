import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../../src/policies/catalog/catalog.ts';
import { compose } from '../../src/policies/compose/compose.ts';
import { fillValues } from '../../src/policies/compose/exampleValues.ts';
import { createDraft } from '../../src/policies/draft/createDraft.ts';
import { builtIn } from '../../src/policies/library/builtIn.ts';
import { guardrails } from '../../src/policies/library/guardrails/index.ts';
import { noLimits } from '../../src/policies/model/draft.ts';
import { runGuarantees } from '../../src/policies/guarantees/runGuarantees.ts';

const catalog = await loadCatalog(async (name) =>
  JSON.parse(readFileSync(join('public/catalog', name), 'utf8')),
);
const everyGuardrail = { ...noLimits, chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })) };

const settingOf = (personas: readonly string[], limits = noLimits) => {
  const draft = fillValues(createDraft({ personas, layout: 'perPersona', limits }, builtIn), builtIn);
  return { draft, documents: compose(draft, builtIn), ruleset: builtIn, catalog };
};

/** All guarantees of a persona's set are to take 50 ms at most. */
describe('guarantees', () => {
  for (const { id } of builtIn.personas) {
    const alone = settingOf([id]);
    const guarded = settingOf([id], everyGuardrail);
    bench(id, () => void runGuarantees(alone));
    bench(`${id} with every guardrail`, () => void runGuarantees(guarded));
  }
  const everyone = settingOf(
    builtIn.personas.map(({ id }) => id),
    everyGuardrail,
  );
  bench('every persona with every guardrail', () => void runGuarantees(everyone));
});
