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
  const [index, printing] = await Promise.all([import('../index.ts'), import('../language/print.ts')]);
  return { ...index, ...printing };
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
    rulesetOf({ ...preset, lockedValues: { ownerTagKey: { values: ['team'], ...why } } }),
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
  const made = [draft, engine.fillExamples(draft, 'all', ruleset)].map((one) => {
    const { documents } = engine.deliver(one, ruleset);
    const texts = documents.map(({ policy }) => engine.printPolicy(policy).text);
    const asked = [engine.draftProblems(one, ruleset), engine.rolePasses(one, ruleset)];
    return [one, documents, texts, asked, engine.endpointChecklist(one, ruleset)];
  });
  return JSON.stringify(made);
}

/** The tests of the personas and how they end. */
const testedOf = (engine: Engine, partial: Partial<Draft>, ruleset: Ruleset): string => {
  const filled = engine.fillExamples(engine.createDraft(partial, ruleset), 'all', ruleset);
  const results = engine.runProofs(filled, engine.compose(filled, ruleset), ruleset);
  return JSON.stringify(results.map(({ proof, owner, state }) => [proof.title, owner, state]));
};

/** Every name after every other, and after itself. */
const everyOrder = names.flatMap((first) => names.flatMap((second) => [first, second]));

/** Ruleset and draft → what an engine makes of them that has seen no other ruleset. */
const alone = new Map<string, string>();

let one: Engine;

beforeAll(async () => {
  for (const name of names) {
    const fresh = await engine();
    const ruleset = rulesets[name]!(fresh, exampleOf(fresh));
    for (const [title, partial] of drafts) alone.set(`${name} ${title}`, madeOf(fresh, partial, ruleset));
  }
  one = await engine();
});

describe.each(drafts)('a draft of %s', (title, partial) => {
  it('gives under each ruleset its own result, whichever was used before', () => {
    const preset = exampleOf(one);
    const made = new Map(names.map((name) => [name, rulesets[name]!(one, preset)]));
    for (const name of everyOrder)
      expect(madeOf(one, partial, made.get(name)!), name).toBe(alone.get(`${name} ${title}`));
  });

  it('can be previewed under a preset, after which nothing is in force', () => {
    const before = testedOf(one, partial, one.builtIn);
    const preview = one.rulesetOf(exampleOf(one));
    expect(madeOf(one, partial, preview)).toBe(alone.get(`preset ${title}`));
    testedOf(one, partial, preview);
    expect(testedOf(one, partial, one.builtIn)).toBe(before);
    expect(JSON.stringify(one.compose(one.createDraft(partial)))).toBe(
      JSON.stringify(one.compose(one.createDraft(partial, one.builtIn), one.builtIn)),
    );
    expect(madeOf(one, partial, one.builtIn)).toBe(alone.get(`builtIn ${title}`));
    expect(one.findPersona('acmeModelReviewer')).toBeUndefined();
    expect(one.personas).toBe(one.builtIn.personas);
  });
});

it('each ruleset of the table gives another result', () => {
  const preset = exampleOf(one);
  const results = names.map((name) =>
    madeOf(one, { personas: ['dataScientist', 'acmeModelReviewer'] }, rulesets[name]!(one, preset)),
  );
  expect(new Set(results).size).toBe(names.length);
});

it('a ruleset is plain data, which a worker can be given', () => {
  for (const name of names) {
    const ruleset = rulesets[name]!(one, exampleOf(one));
    expect(structuredClone(ruleset)).toEqual(ruleset);
  }
});
