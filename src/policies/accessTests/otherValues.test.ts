import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import type { GuaranteeResult } from '../guarantees/guaranteeResult.ts';
import { runGuarantees } from '../guarantees/runGuarantees.ts';
import { testsOfPersona } from '../library/accessTests/index.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Guarantee } from '../library/guarantees/guarantee.ts';
import { guaranteesOfPersona } from '../library/guarantees/index.ts';
import type { Persona } from '../library/personas/persona.ts';
import { findActivity } from '../library/ruleset.ts';
import type { ActivityChoice } from '../model/draft.ts';
import { runPersonaTest } from './runTest.ts';
import { runTests } from './runTests.ts';
import { testContext } from './testContext.ts';
import type { TestResult } from './testResult.ts';

function setOf(persona: string, chosen: readonly ActivityChoice[]) {
  const activities = { [persona]: chosen };
  const draft = fillExamples(createDraft({ personas: [persona], activities }, builtIn), builtIn);
  return { draft, documents: compose(draft, builtIn), ruleset: builtIn };
}

const failedOf = (results: readonly TestResult[]): readonly string[] =>
  results.flatMap(({ state, proof }) => (state === 'fails' ? [proof.id] : []));

const violatedOf = (results: readonly GuaranteeResult[]): readonly string[] =>
  results.flatMap(({ id, answer }) => (answer.state === 'proven' ? [] : [id]));

/** What fails of a role with these activities. */
function failuresOf(persona: string, chosen: readonly ActivityChoice[]): readonly string[] {
  const set = setOf(persona, chosen);
  return [...failedOf(runTests(set.draft, set.documents, builtIn)), ...violatedOf(runGuarantees(set))];
}

const isConditional = ({ when, besides, without, exceptWith }: Guarantee): boolean =>
  (when ?? besides ?? without ?? exceptWith) !== undefined;

/**
 * As above for one activity. Fewer statements allow less: what is asked whatever is selected has its answer with all activities, so
 * that only what depends on a choice is asked, and what the activity must allow.
 */
function failuresOfOne(persona: string, choice: ActivityChoice): readonly string[] {
  const set = setOf(persona, [choice]);
  const context = testContext(set.draft, set.documents, builtIn);
  const results = testsOfPersona(persona, builtIn)
    .filter(({ activity, when, besides }) => activity === choice.activity || (when ?? besides) !== undefined)
    .map((proof) => runPersonaTest({ owner: { kind: 'persona', persona }, proof }, context));
  const only = new Set(
    guaranteesOfPersona(persona)
      .filter(isConditional)
      .map(({ id }) => id),
  );
  return [...failedOf(results), ...violatedOf(runGuarantees({ ...set, only }))];
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
        failuresOfOne(id, one).map((failure) => `${one.activity} ${JSON.stringify(one.options)}: ${failure}`),
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
