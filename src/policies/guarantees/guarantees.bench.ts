import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench, describe } from 'vitest';
import { loadCatalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import { fillValues } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { noLimits } from '../model/draft.ts';
import { runGuarantees } from './runGuarantees.ts';

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
