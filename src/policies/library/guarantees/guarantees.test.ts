import { describe, expect, it } from 'vitest';
import { compareExact } from '../../exact/compareExact.ts';
import { coversAction } from '../../language/subsumes.ts';
import { placeholderNames } from '../../language/placeholder.ts';
import { builtIn } from '../builtIn.ts';
import { variableOfPlaceholder } from '../ruleset.ts';
import { testCatalog } from '../../testing/testCatalog.ts';
import { exampleValues } from '../../compose/exampleValues.ts';
import { readVariables } from '../../compose/variableReadings.ts';
import { createDraft } from '../../draft/createDraft.ts';
import { widestPolicyOf } from '../../guarantees/widestPolicy.ts';
import { placedSubjects } from '../../guarantees/placedSubjects.ts';
import { isStorableGuarantee } from '../../share/readGuarantees.ts';
import { readyQuestions } from './readyQuestions.ts';
import { guardrailGuarantees, personaGuarantees } from './index.ts';
import type { Guarantee } from './guarantee.ts';

const all: readonly Guarantee[] = [
  ...new Set([...Object.values(personaGuarantees), ...Object.values(guardrailGuarantees)].flat()),
];

it('at least 60 ship, for every persona and every guardrail', () => {
  expect(all.length).toBeGreaterThanOrEqual(60);
  expect(builtIn.personas.filter(({ id }) => (personaGuarantees[id] ?? []).length < 5)).toEqual([]);
  expect(Object.keys(guardrailGuarantees).length).toBe(29);
});

it('each has an id, a sentence and a source of its own kind', () => {
  for (const field of ['id', 'sentence'] as const)
    expect(new Set(all.map((one) => one[field])).size).toBe(all.length);
  expect(all.filter(({ sentence }) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  expect(all.filter(({ source }) => !/^https:\/\/[\w.-]+\/\S+$/.test(source))).toEqual([]);
});

it('placeholders are those of variables', () => {
  const names = placeholderNames(JSON.stringify(all));
  expect(names.filter((name) => !variableOfPlaceholder(name, builtIn))).toEqual([]);
});

it('actions are known to AWS, or those of a service', async () => {
  const catalog = await testCatalog();
  const actions = [...new Set(all.flatMap((one) => one.actions))].filter(
    (action) => !/^(\*|[\w-]+:\*)$/.test(action),
  );
  const unknown = actions.filter((action) => catalog.actions(action).state === 'unknown');
  expect(unknown).toEqual([]);
});

/** Whether two sets of actions can be the same: each pattern of one is covered by the other. */
const sameActions = (one: Guarantee, other: Guarantee) =>
  [
    [one, other],
    [other, one],
  ].every(([narrow, wide]) =>
    narrow!.actions.every((action) => wide!.actions.some((pattern) => coversAction(pattern, action))),
  );

const policyOf = ({ policy }: Guarantee) => JSON.stringify(policy);

/** With values in place: two placeholders can stand for the same value. */
const readings = readVariables(
  createDraft(
    { variables: Object.fromEntries(builtIn.variables.map((one) => [one.id, exampleValues(one, 'aws')])) },
    builtIn,
  ),
  builtIn,
);
const placed = (guarantee: Guarantee) => {
  const [subject] = placedSubjects(guarantee, { readings, activities: new Set() });
  return widestPolicyOf(subject!);
};

it('no two are equivalent', () => {
  const pairs = all.flatMap((one, index) =>
    all
      .slice(index + 1)
      .filter((other) => policyOf(one) === policyOf(other) && sameActions(one, other))
      .map((other) => [one, other] as const),
  );
  expect(pairs.length).toBeGreaterThan(5);
  const same = pairs.filter(([one, other]) => {
    const { newAccess, removedAccess } = compareExact([placed(one)], [placed(other)]);
    return newAccess.kind !== 'some' && removedAccess.kind !== 'some';
  });
  expect(same.map(([one, other]) => `${one.id} ${other.id}`)).toEqual([]);
});

describe('AWS’s reference policies', () => {
  it('each has its own id and label, a source, and a sentence', () => {
    for (const field of ['id', 'label', 'title'] as const)
      expect(new Set(readyQuestions.map((one) => one[field])).size).toBe(readyQuestions.length);
    expect(
      readyQuestions.filter(({ source }) => !source.startsWith('https://github.com/aws-samples/iam-')),
    ).toEqual([]);
    expect(
      readyQuestions.filter((one) => !isStorableGuarantee({ ...one, id: 'guarantee-1', persona: '' })),
    ).toEqual([]);
  });

  it('name actions that AWS has, and that can be about the resource', async () => {
    const catalog = await testCatalog();
    const wrong = readyQuestions.flatMap(({ id, actions, resources }) =>
      actions
        .filter((action) => {
          const found = catalog.actions(action);
          if (found.state !== 'known') return true;
          return (
            resources.length > 0 && found.actions.some(({ resourceTypes }) => resourceTypes.length === 0)
          );
        })
        .map((action) => `${id} ${action}`),
    );
    expect(wrong).toEqual([]);
  });
});
