import { describe, expect, it } from 'vitest';
import { runProofs, runScenarios } from '../../policies/accessTests/runProofs.ts';
import { compose } from '../../policies/compose/compose.ts';
import { fillExamples } from '../../policies/compose/exampleValues.ts';
import { createDraft } from '../../policies/draft/createDraft.ts';
import type { Preset } from '../../policies/library/preset.ts';
import { builtIn } from '../../policies/library/ruleset.ts';
import { rulesetOf } from '../../policies/presets/rulesetOf.ts';
import { answerer } from './answerer.ts';

/** What the worker answers is what the engine answers. Questions and answers are copied, as between threads. */

const ask = answerer();
const ids = builtIn.personas.map(({ id }) => id);
const turn = () => Promise.resolve();
const filled = (layout: 'merged' | 'perPersona', ruleset = builtIn) => {
  const draft = fillExamples(createDraft({ personas: ids, layout }, ruleset), ruleset);
  return { draft, documents: compose(draft, ruleset) };
};

describe('tests', () => {
  it.each(['merged', 'perPersona'] as const)('are those of the engine: %s', async (layout) => {
    const of = filled(layout);
    const question = { place: 'tests', kind: 'tests', tests: of, scenarios: of, preset: null } as const;
    const answer = structuredClone(await ask(structuredClone(question), turn));
    expect(answer).toEqual({
      kind: 'tests',
      results: runProofs(of.draft, of.documents, builtIn),
      tasks: runScenarios(of.draft, of.documents, builtIn),
    });
  });

  it('are run under the rules of the preset that comes with the question', async () => {
    const own = {
      id: 'own',
      title: 'Deletes a bucket',
      action: 's3:DeleteBucket',
      resource: '*',
      context: {},
    };
    const preset: Preset = {
      version: 1,
      title: 'Rules',
      proofs: { dataScientist: [{ ...own, expect: 'denied' }] },
    };
    const ruleset = rulesetOf(preset);
    const of = filled('perPersona', ruleset);
    for (const rules of [ruleset, builtIn, ruleset]) {
      const question = {
        place: 'tests',
        kind: 'tests',
        tests: of,
        scenarios: of,
        preset: rules.preset,
      } as const;
      const { results } = await ask(structuredClone(question), turn);
      expect(results).toEqual(runProofs(of.draft, of.documents, rules));
      expect(results.some(({ proof }) => proof.id === 'own')).toBe(rules === ruleset);
    }
  });

  it('end where a turn does not come back', async () => {
    const of = filled('perPersona');
    const question = { place: 'tests', kind: 'tests', tests: of, scenarios: of, preset: null } as const;
    let turns = 0;
    const given = () => {
      turns += 1;
      return Promise.reject(new Error('replaced'));
    };
    await expect(ask(question, given)).rejects.toThrow('replaced');
    expect(turns).toBe(1);
  });
});
