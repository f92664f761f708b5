import { describe, expect, it } from 'vitest';
import type { Activity, StatementTemplate } from './activities/activity.ts';
import { activities } from './activities/index.ts';
import { activityReasons, reasonsFor } from './activities/reasons/index.ts';
import { guardrails } from './guardrails/index.ts';
import { exampleValues } from '../compose/exampleValues.ts';
import { byFamily, personaFamilies } from './personas/families.ts';
import { personas } from './personas/index.ts';
import { builtIn } from './builtIn.ts';
import { findVariable, variableOfPlaceholder } from './ruleset.ts';
import { variables } from './variables/index.ts';
import { kindOf } from './variables/kinds.ts';

const unique = (values: readonly string[]) =>
  expect(new Set(values).size, values.join(' ')).toBe(values.length);
const templatesOf = ({ published = [], hardened = [] }: Activity): readonly StatementTemplate[] => [
  ...published,
  ...hardened,
];

describe('the registries', () => {
  it('have unique ids, marks and placeholders', () => {
    unique(personas.map(({ id }) => id));
    unique(personas.map(({ mark }) => mark));
    unique(activities.map(({ id }) => id));
    unique(variables.map(({ id }) => id));
    unique(variables.flatMap(({ placeholders }) => placeholders));
    unique(activities.flatMap(({ hardened = [] }) => hardened.map(({ Sid }) => Sid)));
  });

  it('have reasons only of activities', () => {
    const ids = new Set(activities.map(({ id }) => id));
    expect(Object.keys(activityReasons).filter((id) => !ids.has(id))).toEqual([]);
  });

  it('name activities, options, and values in quotation marks as they are called', () => {
    const titles = new Set([
      ...variables.map(({ label }) => label),
      ...personas.map(({ title }) => title),
      ...[...activities, ...guardrails].flatMap(({ title, options }) => [
        title,
        ...options.flatMap(({ label, choices }) => [label, ...choices.map((choice) => choice.label)]),
      ]),
    ]);
    const texts = JSON.stringify([activities, activityReasons, guardrails, personas]);
    const named = [...texts.matchAll(/“([A-Z][^“”]* [^“”]*)”/g)].map(([, name = '']) => name);
    expect(named.length).toBeGreaterThan(20);
    // Names of AWS, and what services answer.
    const others = ['Access Required AWS Services', 'Access denied', 'Not found', 'Permissions boundary'];
    expect([...new Set(named)].filter((name) => !titles.has(name) && !others.includes(name))).toEqual([]);
  });

  it('offer every activity to some persona, and only activities that exist', () => {
    const offered = new Set(
      personas.flatMap((persona) => persona.activities.map(({ activity }) => activity)),
    );
    expect([...offered].sort()).toEqual(activities.map(({ id }) => id).sort());
  });

  it('have the five personas of the guide, then the MLOps engineer and the image build, then those of some teams', () => {
    expect(personas.flatMap(({ id, specialized }) => (specialized ? [] : [id]))).toEqual([
      'dataScientist',
      'notebookRole',
      'trainingRole',
      'hostingRole',
      'vpcEndpoint',
      'mlopsEngineer',
      'imageBuildRole',
    ]);
    expect(personas.findIndex(({ specialized }) => specialized)).toBe(7);
  });

  it('have a family for each persona, and a persona in each family', () => {
    const families = byFamily(personas);
    expect(families.map(({ family }) => family)).toEqual(personaFamilies);
    expect(families.flatMap(({ members }) => members)).toHaveLength(personas.length);
  });

  it('have a family of their own for the personas of an organization', () => {
    expect(byFamily([{}, { family: 'unknown' }])).toMatchObject([
      { family: { title: 'From your organization' }, members: [{}, {}] },
    ]);
  });
});

describe.each(activities.map((activity) => ({ id: activity.id, activity })))('$id', ({ activity }) => {
  it('has templates whose Sids, options and variables exist', () => {
    expect(templatesOf(activity).length).toBeGreaterThan(0);
    for (const template of templatesOf(activity)) {
      expect(template.Sid).toMatch(/^[0-9A-Za-z]+$/);
      expect(template.Action.length).toBeGreaterThan(0);
      // The policy of a repository names no resource: it is about its repository.
      if (activity.attachedTo?.type === 'repository') expect(template.Resource).toBeUndefined();
      else expect(template.Resource?.length).toBeGreaterThan(0);
      for (const [option, value] of Object.entries(template.when ?? {})) {
        const choices = activity.options
          .find(({ id }) => id === option)
          ?.choices.map((choice) => choice.value);
        expect(choices).toContain(value);
      }
      if (template.forEach) expect(findVariable(template.forEach, builtIn)).toBeDefined();
      for (const [, name = ''] of JSON.stringify(template).matchAll(/<([A-Za-z_]+)>/g)) {
        expect(variableOfPlaceholder(name, builtIn), name).toBeDefined();
      }
    }
  });

  it('has options whose default is one of the choices', () => {
    for (const option of activity.options) {
      expect(option.choices.map(({ value }) => value)).toContain(option.default);
      expect(option.stances.length).toBeGreaterThan(0);
    }
  });

  it('gives a reason and a source for whatever differs', () => {
    const { repairs, differences, companions, notes } = reasonsFor(activity);
    for (const { text, source } of [...repairs, ...differences, ...companions, ...notes]) {
      expect(text.length).toBeGreaterThan(20);
      expect(source).toMatch(/^https:\/\//);
    }
    const sids = (activity.hardened ?? []).map(({ Sid }) => Sid);
    for (const sid of differences.flatMap(({ statements }) => statements)) expect(sids).toContain(sid);
    const all = templatesOf(activity).map(({ Sid }) => Sid);
    for (const { statements } of companions) {
      expect(statements.length).toBeGreaterThan(0);
      for (const sid of statements) expect(all).toContain(sid);
    }
  });

  it('has a reason with a source, whether AWS publishes a form of it or not', () => {
    const { repairs, differences, companions, notes } = reasonsFor(activity);
    expect([...repairs, ...differences, ...companions, ...notes]).not.toEqual([]);
  });

  it('explains every hardened statement, where it has a published form to differ from', () => {
    if (!activity.published || !activity.hardened) return;
    const { differences, companions } = reasonsFor(activity);
    const explained = new Set([...differences, ...companions].flatMap(({ statements }) => statements));
    const silent = activity.hardened.filter(
      (template) => !explained.has(template.Sid) && !isPublished(template, activity.published ?? []),
    );
    expect(silent.map(({ Sid }) => Sid)).toEqual([]);
  });
});

/** Hardened statements that say what the guide says need no reason. */
function isPublished(template: StatementTemplate, published: readonly StatementTemplate[]): boolean {
  const content = ({ Effect, Action, Resource, Condition }: StatementTemplate) =>
    JSON.stringify([Effect, [...Action].sort(), [...(Resource ?? [])].sort(), Condition]);
  return published.some((other) => content(other) === content(template));
}

describe.each(variables.map((variable) => ({ id: variable.id, variable })))(
  'variable $id',
  ({ variable }) => {
    it.each(['aws', 'aws-cn', 'aws-us-gov', 'aws-eusc'])('accepts its own example in %s', (partition) => {
      for (const value of exampleValues(variable, partition)) {
        if (variable.kind === 'partition') continue;
        expect(kindOf(variable.kind).read(value, { partition })).toMatchObject({ ok: true });
      }
    });

    it('has as many parts as placeholders, and a rule in words', () => {
      const { read, rule } = kindOf(variable.kind);
      const reading = read(variable.example[0], { partition: 'aws' });
      expect(reading.ok && reading.parts.length).toBe(variable.placeholders.length);
      expect(rule.length).toBeGreaterThan(15);
      for (const hostile of [
        '<script>alert(1)</script>',
        '", "Effect": "Allow',
        '${aws:userid}',
        '*',
        '<ACCOUNT_ID>',
      ]) {
        if (variable.kind !== 'partition')
          expect(read(hostile, { partition: 'aws' }).ok, hostile).toBe(false);
      }
    });
  },
);
