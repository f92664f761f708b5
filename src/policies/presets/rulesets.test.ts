import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Preset } from '../library/preset.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { Draft } from '../model/draft.ts';

/**
 * Rulesets are values: any number of them can be used side by side, and none changes what another gives. What each gives alone
 * is asked of an engine that was loaded anew and has seen no other.
 */

const engine = async () => {
  vi.resetModules();
  return {
    ...(await import('../library/ruleset.ts')),
    ...(await import('../library/builtIn.ts')),
    ...(await import('./rulesetOf.ts')),
    ...(await import('./readPreset.ts')),
    ...(await import('../draft/createDraft.ts')),
    ...(await import('../compose/exampleValues.ts')),
    ...(await import('../compose/deliver.ts')),
    ...(await import('../compose/variablesInUse.ts')),
    ...(await import('../compose/rolePassing.ts')),
    ...(await import('../compose/endpointChecklist.ts')),
    ...(await import('../accessTests/runTests.ts')),
    ...(await import('../activityCover/matchActivities/matchActivities.ts')),
    ...(await import('../language/print.ts')),
  };
};

type Engine = Awaited<ReturnType<typeof engine>>;

const example = readFileSync(new URL('../../../public/presets/example.json', import.meta.url), 'utf8');

function exampleOf({ readPreset }: Engine): Preset {
  const reading = readPreset('example.json', example);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.preset;
}

const why = { owner: 'Security', reason: 'Because.' };

/** Rulesets that share activities, with variables that others do not have or have with other values. */
const rulesets: Readonly<Record<string, (engine: Engine, preset: Preset) => Ruleset>> = {
  builtIn: ({ builtIn }) => builtIn,
  preset: ({ rulesetOf }, preset) => rulesetOf(preset),
  otherValues: ({ rulesetOf }, preset) =>
    rulesetOf({ ...preset, allowedValues: { ownerTagKey: { values: [{ value: 'team' }], ...why } } }),
  withoutVariables: ({ rulesetOf }, { variables: _left, ...preset }) => rulesetOf(preset),
  hidden: ({ rulesetOf }) =>
    rulesetOf({ version: 1, title: 'Hidden', hiddenActivities: [{ activity: 'consoleReadAccess', ...why }] }),
};

const names = Object.keys(rulesets);

const drafts: readonly (readonly [string, Partial<Draft>])[] = [
  ['a data scientist', { personas: ['dataScientist'] }],
  ['everyone', { personas: ['dataScientist', 'notebookRole', 'trainingRole', 'acmeModelReviewer'] }],
  ['one role for everything', { personas: ['notebookRole', 'acmeModelReviewer'], layout: 'merged' }],
];

/** What the engine makes of a draft under a ruleset, as text. */
function madeOf(engine: Engine, partial: Partial<Draft>, ruleset: Ruleset): string {
  const draft = engine.createDraft(partial, ruleset);
  const made = [draft, engine.fillExamples(draft, ruleset)].map((one) => {
    const { documents } = engine.deliver(one, ruleset);
    const texts = documents.map(({ policy }) => engine.printPolicy(policy).text);
    const asked = [engine.draftProblems(one, ruleset), engine.rolePasses(one, ruleset)];
    return [one, documents, texts, asked, engine.endpointChecklist(one, ruleset)];
  });
  return JSON.stringify(made);
}

/** The tests of the personas and how they end. */
const testedOf = (engine: Engine, partial: Partial<Draft>, ruleset: Ruleset): string => {
  const filled = engine.fillExamples(engine.createDraft(partial, ruleset), ruleset);
  const results = engine.runTests(filled, engine.deliver(filled, ruleset).documents, ruleset);
  return JSON.stringify(results.map(({ proof, owner, state }) => [proof.title, owner, state]));
};

/** Every name after every other, and after itself. */
const everyOrder = (all: readonly string[]) =>
  all.flatMap((first) => all.flatMap((second) => [first, second]));

/** Ruleset and draft → what an engine makes of them that has seen no other ruleset. */
const alone = new Map<string, string>();

let one: Engine;
let other: Engine;

beforeAll(async () => {
  for (const name of names) {
    const fresh = await engine();
    const ruleset = rulesets[name]!(fresh, exampleOf(fresh));
    for (const [title, partial] of drafts) alone.set(`${name} ${title}`, madeOf(fresh, partial, ruleset));
  }
  one = await engine();
  other = await engine();
});

describe.each(drafts)('a draft of %s', (title, partial) => {
  it.each([
    ['first', () => one, names],
    ['last', () => other, names.toReversed()],
  ] as const)('gives under each ruleset its own result, the built-in library %s', (_, used, order) => {
    const preset = exampleOf(used());
    const made = new Map(names.map((name) => [name, rulesets[name]!(used(), preset)]));
    for (const name of everyOrder(order))
      expect(madeOf(used(), partial, made.get(name)!), name).toBe(alone.get(`${name} ${title}`));
  });

  it('can be previewed under a preset, after which nothing is in force', () => {
    const before = testedOf(one, partial, one.builtIn);
    const preview = one.rulesetOf(exampleOf(one));
    expect(madeOf(one, partial, preview)).toBe(alone.get(`preset ${title}`));
    testedOf(one, partial, preview);
    expect(testedOf(one, partial, one.builtIn)).toBe(before);
    expect(madeOf(one, partial, one.builtIn)).toBe(alone.get(`builtIn ${title}`));
    expect(one.findPersona('acmeModelReviewer', one.builtIn)).toBeUndefined();
  });
});

it('each ruleset of the table gives another result', () => {
  const preset = exampleOf(one);
  const results = names.map((name) =>
    madeOf(one, { personas: ['dataScientist', 'acmeModelReviewer'] }, rulesets[name]!(one, preset)),
  );
  expect(new Set(results).size).toBe(names.length);
});

it('a policy is recognized as what the ruleset has, whichever was used before', () => {
  const preset = one.rulesetOf(exampleOf(one));
  const draft = one.fillExamples(one.createDraft({ personas: ['acmeModelReviewer'] }, preset), preset);
  const { documents } = one.deliver(draft, preset);
  const recognized = (ruleset: Ruleset) =>
    documents.flatMap(({ policy, kind }) =>
      one.matchActivities(policy, kind, ruleset).offers.map(({ choice }) => choice),
    );
  for (const _ of ['before', 'after']) {
    expect(recognized(one.builtIn)).not.toContain('acmeReadLake');
    expect(recognized(preset)).toContain('acmeReadLake');
  }
});

it('a ruleset is plain data, which a worker can be given', () => {
  for (const name of names) {
    const ruleset = rulesets[name]!(one, exampleOf(one));
    expect(structuredClone(ruleset)).toEqual(ruleset);
  }
});
