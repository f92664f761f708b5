import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activityReasons } from '../library/activities/reasons/index.ts';
import { notCovered } from '../library/guardrails/notCovered/index.ts';
import * as engine from '../index.ts';

const reading = engine.readPreset(
  'example.json',
  readFileSync(new URL('../../../public/presets/example.json', import.meta.url), 'utf8'),
);
if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
const acme = engine.rulesetOf(reading.preset);

/** Text of every reason that tools see with an activity. */
const textsOf = (activity: Partial<engine.Activity>): readonly string[] => [
  ...(activity.repairs ?? []).map(({ text }) => text),
  ...(activity.differences ?? []).map(({ text }) => text),
  ...(activity.notes ?? []).map(({ text }) => text),
  ...[...(activity.published ?? []), ...(activity.hardened ?? [])].flatMap(
    ({ companion }) => companion?.text ?? [],
  ),
];

describe('tools see every reason with its activity', () => {
  it.each([
    ['activities', engine.activities],
    ['the built-in ruleset', engine.builtIn.activities],
    ['the ruleset of a preset', acme.activities],
  ])('in %s', (_, activities) => {
    for (const [id, reasons] of Object.entries(activityReasons)) {
      const activity = activities.find((one) => one.id === id);
      const seen = new Set(activity && textsOf(activity));
      const texts = [reasons.differences, reasons.companions, reasons.repairs, reasons.notes]
        .flatMap((list): readonly engine.Reason[] => list ?? [])
        .map(({ text }) => text);
      if (activity) expect([id, texts.filter((text) => !seen.has(text))]).toEqual([id, []]);
    }
    expect(activities.filter((activity) => textsOf(activity).length > 0).length).toBeGreaterThan(80);
  });

  it('and of a preset’s own', () => {
    const own = (reading.preset.activities ?? []).flatMap((activity) => textsOf(activity));
    const seen = new Set(acme.activities.flatMap(textsOf));
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((text) => !seen.has(text))).toEqual([]);
  });

  it('and what each guardrail doesn’t hold for', () => {
    expect(Object.keys(notCovered).toSorted()).toEqual(engine.guardrails.map(({ id }) => id).toSorted());
    expect(engine.guardrails.filter((one) => one.notCovered !== notCovered[one.id])).toEqual([]);
  });
});

it('the same activities compose the same policies with and without their reasons', () => {
  const draft = engine.fillExamples(engine.createDraft({ personas: ['notebookRole', 'trainingRole'] }));
  expect(engine.compose(draft, engine.builtIn)).toEqual(engine.compose(draft));
});
