import { describe, expect, it } from 'vitest';
import type { StatementTemplate } from '../activities/activity.ts';
import type { Repair } from '../activities/activityReasons.ts';
import { activities } from '../activities/index.ts';
import { reasonsFor } from '../activities/reasons/index.ts';
import { listOf, type OneOrMany } from '../../language/policy.ts';
import { builtIn } from '../builtIn.ts';
import { findPersona, findVariable } from '../ruleset.ts';
import { type GuideSample, guideSamples } from './guideSamples.ts';

interface Plain {
  Sid: string;
  Effect: string;
  Principal?: string;
  Action: string[];
  Resource: string[];
  Condition: Record<string, Record<string, string[]>>;
}

const repairs = activities.flatMap((activity) => reasonsFor(activity).repairs);

const statementsPerPolicy = [1, 1, 1, 1, 2, 4, 2, 6, 7, 1];

const references = guideSamples.flatMap(({ policy }) =>
  Array.from({ length: statementsPerPolicy[policy - 1] ?? 0 }, (_, index) => ({
    policy,
    statement: index + 1,
  })),
);

const isText = (repair: Repair) =>
  repair.element === 'syntax' || (repair.element === 'Sid' && repair.before !== '');

function repairsOf(policy: number, statement?: number): readonly Repair[] {
  return repairs.filter(
    ({ guide }) => guide.policy === policy && (statement === undefined || guide.statement === statement),
  );
}

function replaceOnce(text: string, repair: Repair): string {
  expect(text.split(repair.before), repair.before).toHaveLength(2);
  return text.replace(repair.before, () => repair.after);
}

function repairText(sample: GuideSample): string {
  return repairsOf(sample.policy).filter(isText).reduce(replaceOnce, sample.text);
}

const sorted = (values: OneOrMany) => [...listOf(values)].sort();

function plain(statement: Record<string, any>): Plain {
  const { Sid = '', Effect, Principal, Action, Resource, Condition = {}, ...rest } = statement;
  expect(rest).toEqual({});
  const keys = (block: Record<string, OneOrMany>) =>
    Object.fromEntries(Object.entries(block).map(([key, values]) => [key, sorted(values)]));
  return {
    Sid,
    Effect,
    ...(Principal === undefined ? {} : { Principal }),
    Action: sorted(Action),
    Resource: sorted(Resource),
    Condition: Object.fromEntries(
      Object.entries<Record<string, OneOrMany>>(Condition).map(([operator, block]) => [
        operator,
        keys(block),
      ]),
    ),
  };
}

/** One statement of the guide becomes one, or two where a repair splits it. */
function repairStatement(statement: Plain, repair: Repair): readonly Plain[] {
  const { before, after } = repair;
  switch (repair.element) {
    case 'syntax':
      return [statement];
    case 'Sid':
      if (before !== '') return [statement];
      expect(statement.Sid).toBe('');
      return [{ ...statement, Sid: after }];
    case 'Resource':
      if (before !== '') expect(statement.Resource).toContain(before);
      expect(statement.Resource).not.toContain(after);
      return [
        {
          ...statement,
          Resource: sorted([...statement.Resource.filter((entry) => entry !== before), after]),
        },
      ];
    case 'Statement': {
      const action: string = JSON.parse(before);
      expect(statement.Action).toContain(action);
      const rest = { ...statement, Action: statement.Action.filter((entry) => entry !== action) };
      return [rest, plain(JSON.parse(after))];
    }
    case 'Action':
      throw new Error('no repair of the guide changes an action');
  }
}

function repaired(policy: number, statement: number): readonly Plain[] {
  const sample = guideSamples[policy - 1]!;
  const parsed = JSON.parse(repairText(sample)).Statement[statement - 1];
  return repairsOf(policy, statement).reduce<readonly Plain[]>(
    ([first, ...others], repair) => [...repairStatement(first!, repair), ...others],
    [plain(parsed)],
  );
}

function withGuideValues(template: StatementTemplate): Plain {
  const { Sid, Effect, Principal, Action, Resource, Condition } = template;
  const text = JSON.stringify({ Sid, Effect, Principal, Action, Resource, Condition });
  const literal = ['ownerTagKey', 'principalTagKey', 'ecrTagKey', 'ecrTagValue', 'partition'].reduce(
    (done, id) => {
      const variable = findVariable(id, builtIn)!;
      return done.replaceAll(`<${variable.placeholders[0]}>`, variable.default![0]!);
    },
    text,
  );
  return plain(JSON.parse(literal));
}

function published(policy: number, statement: number): readonly (readonly Plain[])[] {
  return activities
    .map(({ published: templates = [] }) =>
      templates
        .filter(({ guide = [] }) =>
          guide.some((entry) => entry.policy === policy && entry.statement === statement),
        )
        .map(withGuideValues),
    )
    .filter((templates) => templates.length > 0);
}

describe('the published statements are the guide’s, but for the listed repairs', () => {
  it('counts 26 statements in ten policies', () => {
    expect(guideSamples.map(({ policy }) => policy)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const counts = guideSamples.map((sample) => JSON.parse(repairText(sample)).Statement.length);
    expect(counts).toEqual(statementsPerPolicy);
    expect(references).toHaveLength(26);
  });

  it.each(references)('policy $policy, statement $statement', ({ policy, statement }) => {
    const found = published(policy, statement);
    expect(found).toHaveLength(1);
    expect(found[0]).toEqual(repaired(policy, statement));
  });

  it('refers to statements that exist', () => {
    const known = new Set(references.map(({ policy, statement }) => `${policy}.${statement}`));
    const used = [
      ...activities.flatMap(({ published: one = [], hardened: two = [] }) =>
        [...one, ...two].flatMap(({ guide = [] }) => guide),
      ),
      ...repairs.map(({ guide }) => guide),
    ];
    expect(used.filter(({ policy, statement }) => !known.has(`${policy}.${statement}`))).toEqual([]);
  });

  it('is carried by the hardened form as well, except for the retired service', () => {
    const carried = new Set(
      activities.flatMap(({ hardened = [] }) =>
        hardened.flatMap(({ guide = [] }) => guide.map(({ policy, statement }) => `${policy}.${statement}`)),
      ),
    );
    const missing = references
      .map(({ policy, statement }) => `${policy}.${statement}`)
      .filter((id) => !carried.has(id));
    expect(missing).toEqual(['9.7']);
  });

  it('is given by the chapter to a persona that exists', () => {
    for (const { policy, persona } of guideSamples) {
      const ids = findPersona(persona, builtIn)?.activities.map(({ activity }) => activity);
      const holders = activities.filter(({ published: templates = [] }) =>
        templates.some(({ guide = [] }) => guide.some((entry) => entry.policy === policy)),
      );
      expect(holders.length).toBeGreaterThan(0);
      for (const { id } of holders) expect(ids).toContain(id);
    }
  });
});

describe('the samples are as broken as the repairs say', () => {
  const isJson = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };

  it('policies 4 and 9 are not JSON', () => {
    expect(guideSamples.filter(({ text }) => !isJson(text)).map(({ policy }) => policy)).toEqual([4, 9]);
  });

  it.each(repairs.filter(({ element }) => element === 'syntax'))(
    'policy $guide.policy needs $before',
    (repair) => {
      const sample = guideSamples[repair.guide.policy - 1]!;
      const others = repairsOf(repair.guide.policy).filter((other) => isText(other) && other !== repair);
      const text = others.reduce(replaceOnce, sample.text);
      expect(isJson(text)).toBe(false);
      expect(isJson(replaceOnce(text, repair))).toBe(true);
    },
  );

  it('policy 10 has its Sid beside the version', () => {
    expect(Object.keys(JSON.parse(guideSamples[9]!.text))).toEqual(['Version', 'Sid', 'Statement']);
  });

  it('exactly two statements have no Sid', () => {
    const without = guideSamples.flatMap((sample) =>
      JSON.parse(repairText(sample)).Statement.flatMap((statement: { Sid?: string }, index: number) =>
        statement.Sid === undefined ? [`${sample.policy}.${index + 1}`] : [],
      ),
    );
    expect(without).toEqual(['8.4', '8.6']);
  });
});
