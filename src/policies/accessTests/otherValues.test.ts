import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Persona } from '../library/personas/persona.ts';
import { findActivity } from '../library/ruleset.ts';
import type { ActivityChoice } from '../model/draft.ts';
import { runTests } from './runTests.ts';

/** What fails of a role with these activities. */
function failuresOf(persona: string, chosen: readonly ActivityChoice[]): readonly string[] {
  const draft = fillExamples(
    createDraft({ personas: [persona], activities: { [persona]: chosen } }, builtIn),
    builtIn,
  );
  const documents = compose(draft, builtIn);
  const failed = runTests(draft, documents, builtIn).flatMap(({ state, proof }) =>
    state === 'fails' ? [proof.id] : [],
  );
  const violated = runGuarantees({ draft, documents, ruleset: builtIn }).flatMap(({ id, answer }) =>
    answer.state === 'proven' ? [] : [id],
  );
  return [...failed, ...violated];
}

const optionsOf = ({ activity }: ActivityChoice) => findActivity(activity, builtIn)?.options ?? [];

const chosenOf = ({ activities }: Persona): readonly ActivityChoice[] =>
  activities.map(({ activity }) => ({ ...chooseActivity(activity, builtIn), stance: 'hardened' }));

/** The choice with the n-th value after the default of each option. */
const turned = (choice: ActivityChoice, nth: number): ActivityChoice => ({
  ...choice,
  options: Object.fromEntries(
    optionsOf(choice).map(({ id, choices, default: usual }) => {
      const at = choices.findIndex(({ value }) => value === usual);
      return [id, choices[(at + nth) % choices.length]?.value ?? usual];
    }),
  ),
});

/** The choice with each value that it doesn’t start with, one at a time: another value would hide what this one does. */
const changed = (choice: ActivityChoice): readonly ActivityChoice[] =>
  optionsOf(choice).flatMap(({ id, choices, default: usual, stances }) =>
    choices
      .filter(({ value }) => stances.includes('hardened') && value !== (choice.options[id] ?? usual))
      .map(({ value }) => ({ ...choice, options: { ...choice.options, [id]: value } })),
  );

it.each(builtIn.personas)(
  '$id with all of its activities passes its tests and keeps its guarantees, whatever the values of options',
  (persona) => {
    for (const nth of [1, 2]) {
      const all = chosenOf(persona).map((choice) => turned(choice, nth));
      expect([nth, ...failuresOf(persona.id, all)]).toEqual([nth]);
    }
  },
);

it.each(builtIn.personas)(
  '$id passes and keeps them with one activity, and each value of its options',
  ({ id, ...persona }) => {
    const failed = chosenOf({ id, ...persona }).flatMap((choice) =>
      [choice, ...changed(choice)].flatMap((one) =>
        failuresOf(id, [one]).map((failure) => `${one.activity} ${JSON.stringify(one.options)}: ${failure}`),
      ),
    );
    expect(failed).toEqual([]);
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
