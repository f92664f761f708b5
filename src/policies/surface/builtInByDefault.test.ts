import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as engine from '../index.ts';
import type { Draft, Ruleset } from '../index.ts';

/** A tool without a preset leaves the ruleset out; one with a preset gives it last. */

const reading = engine.readPreset(
  'example.json',
  readFileSync(new URL('../../../public/presets/example.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const { preset } = reading;
const acme = engine.rulesetOf(preset);

const chosen: Partial<Draft> = { personas: ['dataScientist', 'notebookRole', 'acmeModelReviewer'] };
const draft = engine.fillExamples(engine.createDraft(chosen, acme), 'all', acme);
const documents = engine.compose(draft, acme);
const stored = {
  version: 3,
  name: 'x',
  layout: 'perPersona',
  personas: chosen.personas,
  activities: {},
  variables: {},
};
const limits = { limits: draft.limits, trust: {}, sizing: draft.sizing };
const noMatching = () => undefined;

/** What functions give of a ruleset, or without one. */
const calls: Readonly<Record<string, (...ruleset: readonly [] | readonly [Ruleset]) => unknown>> = {
  findPersona: (...ruleset) => engine.findPersona('acmeModelReviewer', ...ruleset),
  findActivity: (...ruleset) => engine.findActivity('acmeReadLake', ...ruleset),
  findVariable: (...ruleset) => engine.findVariable('acmeLake', ...ruleset),
  createDraft: (...ruleset) => engine.createDraft(chosen, ...ruleset),
  fillExamples: (...ruleset) => engine.fillExamples({ ...draft, variables: {} }, 'all', ...ruleset),
  compose: (...ruleset) => engine.compose(draft, ...ruleset),
  generate: (...ruleset) => engine.generate(draft, ...ruleset),
  combinedView: (...ruleset) => engine.combinedView(draft, ...ruleset),
  deliver: (...ruleset) => engine.deliver(draft, ...ruleset),
  'deliver, with what patterns stand for before it': (...ruleset) =>
    engine.deliver(draft, noMatching, ...ruleset),
  draftProblems: (...ruleset) => engine.draftProblems({ ...draft, variables: {} }, ...ruleset),
  variablesInUse: (...ruleset) => engine.variablesInUse(draft, ...ruleset),
  isVariablePlaceholder: (...ruleset) => engine.isVariablePlaceholder('<ACME_LAKE_BUCKET>', ...ruleset),
  endpointChecklist: (...ruleset) => engine.endpointChecklist(draft, ...ruleset),
  readDraft: (...ruleset) => engine.readDraft({ ...stored, ...limits }, ...ruleset),
  runTests: (...ruleset) => engine.runTests(draft, documents, ...ruleset).map(({ proof }) => proof.title),
  exporters: (...ruleset) => {
    const [rules] = ruleset;
    const set = {
      name: 'x',
      documents,
      attach: 'managed',
      versions: { page: '1', data: 'of today' },
    } as const;
    return engine.findExporter('json')?.write(rules ? { ...set, ruleset: rules } : set);
  },
};

it.each(Object.keys(calls))('%s takes the built-in library where no ruleset is given', (name) => {
  const call = calls[name]!;
  expect(call()).toEqual(call(engine.builtIn));
  expect(call(acme)).not.toEqual(call());
});
