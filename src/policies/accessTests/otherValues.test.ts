import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { builtIn } from '../library/builtIn.ts';
import { findActivity } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';
import { runTests } from './runTests.ts';

/** A role with every activity that its persona offers, with the n-th value after the default of each option. */
function everythingOf(persona: string, nth: number): Draft {
  const chosen = (builtIn.personaById.get(persona)?.activities ?? []).map(({ activity }) => {
    const options = (findActivity(activity, builtIn)?.options ?? []).map(
      ({ id, choices, default: usual }) => {
        const at = choices.findIndex(({ value }) => value === usual);
        return [id, choices[(at + nth) % choices.length]?.value ?? usual] as const;
      },
    );
    return {
      ...chooseActivity(activity, builtIn),
      stance: 'hardened' as const,
      options: Object.fromEntries(options),
    };
  });
  return fillExamples(
    createDraft({ personas: [persona], activities: { [persona]: chosen } }, builtIn),
    builtIn,
  );
}

it.each(['dataScientist', 'studioUser', 'notebookRole', 'hyperPodAdmin', 'mlopsEngineer', 'platformAdmin'])(
  '%s with all of its activities passes its tests and keeps its guarantees, whatever the values of options',
  (persona) => {
    for (const nth of [0, 1, 2]) {
      const draft = everythingOf(persona, nth);
      const documents = compose(draft, builtIn);
      const failed = runTests(draft, documents, builtIn).flatMap(({ state, proof }) =>
        state === 'fails' ? [proof.id] : [],
      );
      const violated = runGuarantees({ draft, documents, ruleset: builtIn }).flatMap(({ id, answer }) =>
        answer.state === 'proven' ? [] : [id],
      );
      expect([nth, ...failed, ...violated]).toEqual([nth]);
    }
  },
);

it('a guarantee about the owner of a profile is left out where the role opens others, or its own without a tag', () => {
  for (const [open, asked] of [
    ['off', true],
    ['own', false],
    ['domain', false],
  ] as const) {
    const activities = {
      dataScientist: [
        chooseActivity('studioAccessByOwner', builtIn),
        { ...chooseActivity('runStudioApps', builtIn), options: { open } },
      ],
    };
    const draft = fillExamples(createDraft({ personas: ['dataScientist'], activities }, builtIn), builtIn);
    const results = runGuarantees({ draft, documents: compose(draft, builtIn), ruleset: builtIn });
    expect(results.flatMap(({ id, answer }) => (answer.state === 'proven' ? [] : [id]))).toEqual([]);
    expect(results.some(({ id }) => id === 'own-studio')).toBe(asked);
  }
});

it('deploying with invoking included invokes only what has the name prefix', () => {
  const activities = {
    notebookRole: [
      { ...chooseActivity('deployModels', builtIn), stance: 'hardened' as const, options: { manage: 'on' } },
    ],
  };
  const draft = fillExamples(createDraft({ personas: ['notebookRole'], activities }, builtIn), builtIn);
  const results = runGuarantees({ draft, documents: compose(draft, builtIn), ruleset: builtIn });
  expect(results.flatMap(({ id, answer }) => (answer.state === 'proven' ? [] : [id]))).toEqual([]);
  expect(results.map(({ id }) => id)).toContain('inference-by-name');
});
