import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runTests } from '../accessTests/runTests.ts';
import { compose } from '../compose/compose.ts';
import { deliver } from '../compose/deliver.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { withRoleInstances } from '../draft/roleInstances.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { commonPersonas } from '../library/personas/index.ts';
import { enforcePreset } from './enforce.ts';
import { readPreset } from './readPreset.ts';
import { rulesetOf } from './rulesetOf.ts';

/** The presets that an organization can begin with, as they are published beside the page. */
const folder = new URL('../../../public/presets/', import.meta.url);
const names = readdirSync(folder).filter(
  (name) => name.endsWith('.json') && !['index.json', 'preset.schema.json'].includes(name),
);

it('there is one for each kind of organization that the documentation names', () => {
  const docs = readFileSync(new URL('../../../docs/presets.md', import.meta.url), 'utf8');
  for (const name of names) expect(docs).toContain(`presets/${name}`);
  expect(names.length).toBeGreaterThan(3);
});

describe.each(names)('%s', (name) => {
  const reading = readPreset(name, readFileSync(new URL(name, folder), 'utf8'));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  const { preset } = reading;
  const base = rulesetOf(preset);
  const personas = [...commonPersonas.map(({ id }) => id), ...(preset.personas ?? []).map(({ id }) => id)];
  const draft = fillExamples(enforcePreset(createDraft({ personas }, base), base), base);
  const ruleset = withRoleInstances(base, draft);

  it('has every test of its roles pass', () => {
    const results = runTests(draft, compose(draft, ruleset), ruleset);
    const failing = results.filter(({ state }) => state === 'fails' || state === 'unknown');
    expect(failing.map(({ owner, proof }) => `${JSON.stringify(owner)} ${proof.id}`)).toEqual([]);
    expect(results.filter(({ state }) => state === 'holds').length).toBeGreaterThan(50);
  });

  it('has every guarantee proven', () => {
    const results = runGuarantees({ draft, documents: deliver(draft, ruleset).documents, ruleset });
    const ofPreset = results.filter(({ owner }) => owner.kind === 'preset');
    expect(ofPreset).toHaveLength(preset.guarantees?.length ?? 0);
    expect(
      results.flatMap(({ id, answer }) => (answer.state === 'proven' ? [] : [`${id}: ${answer.state}`])),
    ).toEqual([]);
  });

  it('delivers what it requires, in policies that fit', () => {
    const { documents } = deliver(draft, ruleset);
    expect(draft.limits.chosen.map(({ guardrail }) => guardrail)).toEqual(
      expect.arrayContaining((preset.requiredGuardrails ?? []).map(({ guardrail }) => guardrail)),
    );
    expect(documents.length).toBeGreaterThan(personas.length);
  });
});
