import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOf, type OneOrMany, type Statement } from '../../language/policy.ts';
import type { Source } from '../../model/composedDocument.ts';
import { mergeAttributed, mergeStatements } from './mergeStatements.ts';
import { runs, runsAsking } from '../../testing/effort.ts';

const asRegExp = new Map<string, RegExp>();

/** IAM's `*` and `?` over a whole text, by regular expression: nothing of the engine's own matching. */
function matches(pattern: string, text: string, flags = ''): boolean {
  const key = `${flags} ${pattern}`;
  const source = () =>
    pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
  const known = asRegExp.get(key) ?? new RegExp(`^${source()}$`, `s${flags}`);
  asRegExp.set(key, known);
  return known.test(text);
}

/** An ARN compares field by field; anything else as a whole. */
function matchesResource(pattern: string, resource: string): boolean {
  const [one, other] = [pattern.split(':'), resource.split(':')];
  if (pattern === '*') return true;
  if (one.length < 6 || other.length < 6) return matches(pattern, resource);
  const join = (fields: string[]) => [...fields.slice(0, 5), fields.slice(5).join(':')];
  const wanted = join(other);
  return join(one).every((field, index) => matches(field, wanted[index] ?? ''));
}

const actions = ['s3:GetObject', 's3:GetObjectTagging', 's3:PutObject', 'kms:Decrypt', 'S3:getobject'];
const resources = [
  'arn:aws:s3:::b/x',
  'arn:aws:s3:::b/x/y',
  'arn:aws:s3:::b',
  'arn:aws:kms:eu-west-1:1:key/k',
  'arn:aws:kms:eu-west-1:2:key/k',
  'other',
];
const actionPatterns = [...actions, 's3:*', 's3:Get*', '*', 's3:GetObject?agging', 'kms:D*'];
const resourcePatterns = [
  ...resources,
  '*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::b/*',
  'arn:aws:kms:*:1:key/*',
  'arn:*:kms:*:*:*',
  'arn:aws:s3:::b/?',
  'oth*',
];
const conditions: readonly Statement['Condition'][] = [
  undefined,
  { StringEquals: { 'aws:PrincipalTag/a': 'x' } },
  { StringEquals: { 'aws:PrincipalTag/a': ['x', 'y'] } },
  { StringEquals: { 'aws:PrincipalTag/a': ['y', 'x'] } },
  { Bool: { 'aws:SecureTransport': 'false' } },
];

const oneOrMany = (from: readonly string[]): fc.Arbitrary<OneOrMany> =>
  fc.oneof(fc.constantFrom(...from), fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: 4 }));

const statement: fc.Arbitrary<Statement> = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    principal: fc.constantFrom(undefined, '*' as const, { AWS: '1' }),
    action: oneOrMany(actionPatterns),
    resource: oneOrMany(resourcePatterns),
    notAction: fc.boolean(),
    notResource: fc.boolean(),
    condition: fc.constantFrom(...conditions),
    sid: fc.constantFrom(undefined, 'Same', 'With-dash', ''),
  })
  .map(({ Effect, principal, action, resource, notAction, notResource, condition, sid }) => ({
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect,
    ...(principal === undefined ? {} : { Principal: principal }),
    ...(notAction ? { NotAction: action } : { Action: action }),
    ...(notResource ? { NotResource: resource } : { Resource: resource }),
    ...(condition === undefined ? {} : { Condition: condition }),
  }));

const sourceOf = (row: number): Source => ({ kind: 'ceiling', template: `Statement${row}` });

/** Mostly plain statements, as composing makes them. */
const plain = statement.filter(({ Action, Resource }) => Action !== undefined && Resource !== undefined);
const statements = fc.array(fc.oneof({ weight: 4, arbitrary: plain }, { weight: 1, arbitrary: statement }), {
  maxLength: 8,
});

const sortedBlock = (condition: Statement['Condition']): string =>
  JSON.stringify(
    Object.entries(condition ?? {}).map(([operator, keys]) => [
      operator,
      Object.entries(keys).map(([key, values]) => [key, [...listOf(values)].sort()]),
    ]),
  );

function grants(one: Statement, action: string, resource: string): boolean {
  const hasAction = (list: OneOrMany | undefined) =>
    listOf(list).some((pattern) => matches(pattern, action, 'i'));
  const hasResource = (list: OneOrMany | undefined) =>
    listOf(list).some((pattern) => matchesResource(pattern, resource));
  const actionFits = one.NotAction === undefined ? hasAction(one.Action) : !hasAction(one.NotAction);
  const resourceFits =
    one.NotResource === undefined ? hasResource(one.Resource) : !hasResource(one.NotResource);
  return actionFits && resourceFits;
}

/**
 * Access as a set: for every effect, principal, action and resource, the conditions under which it holds. Where it holds
 * without a condition, further conditions change nothing.
 */
function access(list: readonly Statement[]): ReadonlyMap<string, readonly string[]> {
  const cells = new Map<string, Set<string>>();
  for (const one of list) {
    for (const action of actions) {
      for (const resource of resources) {
        if (!grants(one, action, resource)) continue;
        const cell = `${one.Effect} ${JSON.stringify(one.Principal)} ${action.toLowerCase()} ${resource}`;
        cells.set(cell, (cells.get(cell) ?? new Set()).add(sortedBlock(one.Condition)));
      }
    }
  }
  const free = sortedBlock(undefined);
  return new Map(
    [...cells]
      .map(([cell, found]) => [cell, found.has(free) ? [free] : [...found].sort()] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

describe('mergeStatements', () => {
  it('keeps access exactly', () => {
    fc.assert(
      fc.property(statements, (list) => {
        expect(access(mergeStatements(list))).toEqual(access(list));
      }),
      { numRuns: runsAsking('merge', actions.length * resources.length) },
    );
  });

  it('never has more statements, and merging again changes nothing', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const merged = mergeStatements(list);
        expect(merged.length).toBeLessThanOrEqual(list.length);
        expect(mergeStatements(merged)).toEqual(merged);
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives the same access whatever the order', () => {
    fc.assert(
      fc.property(statements, (list) => {
        expect(access(mergeStatements(list.toReversed()))).toEqual(access(mergeStatements(list)));
      }),
    );
  });

  it('gives Sids that are unique, of letters and digits', () => {
    fc.assert(
      fc.property(statements, (list) => {
        const sids = mergeStatements(list).map(({ Sid }) => Sid);
        expect(new Set(sids).size).toBe(sids.length);
        for (const sid of sids) expect(sid).toMatch(/^[0-9A-Za-z]+$/);
      }),
    );
  });

  it('keeps for every action each choice that asks for it, or for one that it covers', () => {
    fc.assert(
      fc.property(statements, fc.boolean(), (list, areRepeated) => {
        const asked = (areRepeated ? [...list, ...list] : list).map((one, row) => ({
          statement: one,
          name: { template: 'Same', row },
          sources: [sourceOf(row)],
        }));
        const merged = mergeAttributed(asked);
        for (const { statement: one, sources } of asked) {
          if (one.Action === undefined) continue;
          for (const action of listOf(one.Action)) {
            const holders = merged.filter(
              ({ statement: { Effect }, provenance }) =>
                Effect === one.Effect &&
                Object.entries(provenance.actions).some(
                  ([wide, from]) =>
                    matches(wide, action, 'i') && sources.every((source) => from.includes(source)),
                ),
            );
            expect(holders, action).not.toEqual([]);
          }
        }
        for (const { statement: one, provenance } of merged)
          if (one.Action !== undefined)
            expect(new Set(Object.values(provenance.actions).flat())).toEqual(new Set(provenance.sources));
      }),
    );
  });

  const allow = (Action: OneOrMany, Resource: OneOrMany, rest: Partial<Statement> = {}): Statement => ({
    Effect: 'Allow',
    Action,
    Resource,
    ...rest,
  });
  const only = { StringEquals: { 'aws:PrincipalTag/a': 'x' } };

  it.each([
    { name: 'joins actions on the same resource', list: [allow('a:B', 'r'), allow('a:C', 'r')], count: 1 },
    { name: 'joins resources of the same actions', list: [allow('a:B', 'r'), allow('a:B', 's')], count: 1 },
    { name: 'does not cross actions and resources', list: [allow('a:B', 'r'), allow('a:C', 's')], count: 2 },
    {
      name: 'drops what a wildcard covers',
      list: [allow('s3:*', '*'), allow('s3:GetObject', 'r')],
      count: 1,
    },
    {
      name: 'drops a conditioned grant that holds freely',
      list: [allow('a:B', 'r'), allow('a:B', 'r', { Condition: only })],
      count: 1,
    },
    {
      name: 'keeps a free grant beside a conditioned one',
      list: [allow('a:*', 'r', { Condition: only }), allow('a:B', 'r')],
      count: 2,
    },
    {
      name: 'keeps effects apart',
      list: [allow('a:B', 'r'), allow('a:B', 'r', { Effect: 'Deny' })],
      count: 2,
    },
    {
      name: 'keeps principals apart',
      list: [allow('a:B', 'r'), allow('a:B', 'r', { Principal: '*' })],
      count: 2,
    },
    {
      name: 'takes a policy variable as unknown text',
      list: [allow('a:B', 'arn:aws:s3:::b/${aws:userid}'), allow('a:B', 'arn:aws:s3:::b/?')],
      count: 1,
    },
  ])('$name', ({ list, count }) => {
    expect(mergeStatements(list)).toHaveLength(count);
  });

  it('does not let ? cover a policy variable or a placeholder', () => {
    const list = [
      allow('a:B', 'arn:aws:s3:::b/${aws:userid}'),
      allow('a:B', ['arn:aws:s3:::b/?', 'arn:aws:s3:::b/<P>']),
    ];
    expect(mergeStatements(list)[0]?.Resource).toHaveLength(3);
  });

  it.each([
    ['a wildcard of its own list', allow('a:B', ['arn:aws:s3:::b/*', 'arn:aws:s3:::b/x'])],
    ['everything', allow('a:B', ['*', 'arn:aws:s3:::b/x'])],
  ])('drops a resource that is covered by %s', (_, one) => {
    expect(mergeStatements([one])[0]?.Resource).toBe(listOf(one.Resource)[0]);
  });

  it('drops an action that a wildcard of its own list covers, in whatever letters', () => {
    expect(mergeStatements([allow(['S3:Get*', 's3:getobject', 's3:PutObject'], 'r')])[0]?.Action).toEqual([
      'S3:Get*',
      's3:PutObject',
    ]);
  });

  const trusted: Statement = { Effect: 'Allow', Principal: { Service: 'a.amazonaws.com' }, Action: 'sts:A' };
  it.each<[string, Statement, Partial<Statement>]>([
    ['no Resource', trusted, { Action: 'sts:B' }],
    ['NotAction', { Effect: 'Deny', NotAction: 'a:B', Resource: 'r' }, { NotAction: 'a:C' }],
    ['NotResource', { Effect: 'Deny', Action: 'a:B', NotResource: 'r' }, { Action: 'a:C' }],
    ['NotPrincipal', { ...allow('a:B', 'r'), NotPrincipal: { AWS: '1' } }, { Action: 'a:C' }],
  ])('leaves statements with %s as they are, without repeats', (_, one, change) => {
    const other = { ...one, ...change };
    const merged = mergeStatements([one, other, one]).map(({ Sid: _sid, ...rest }) => rest);
    expect(merged).toEqual([one, other]);
  });

  it('keeps the order in which statements come', () => {
    const list = [
      allow('a:B', 'r', { Condition: only }),
      { Effect: 'Deny', NotAction: 'a:C', Resource: 'r' } as const,
      allow('a:D', 's'),
      allow('a:E', 't', { Condition: only }),
    ];
    const named = list.map((statement, index) => ({ ...statement, Sid: `S${index}` }));
    expect(mergeStatements(named).map(({ Sid }) => Sid)).toEqual(['S0', 'S1', 'S2', 'S3']);
  });

  const ofServices = Array.from({ length: 12 }, (_, index) => `service${index}:Get`);
  it.each([
    [
      'what looks up a bucket',
      ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketTagging'],
      'AllowGetBucketS3',
    ],
    ['what also reads its objects', ['s3:GetBucketAcl', 's3:GetObject', 's3:ListBucket'], 'AllowGetListS3'],
    ['more services than a name has room for', ofServices, 'AllowGet'],
  ])('names a statement of many by its verbs and services: %s', (_, asked, sid) => {
    const list = asked.map((action, index) => allow(action, 'r', { Sid: `S${index}` }));
    expect(mergeStatements(list)).toMatchObject([{ Sid: sid }]);
  });

  it.each([
    ['EcrPullLogin', 'EcrLogin'],
    ['EcrPullLoginExempt', 'EcrLoginExempt'],
    ['EcrPullLoginGuarded', 'EcrLoginGuarded'],
    ['EcrPullLoginGuardedExempt', 'EcrLoginGuardedExempt'],
    ['Exempt', 'Exempt'],
  ])('has one name for what several templates grant: %s', (template, sid) => {
    expect(mergeStatements([allow('a:B', 'r', { Sid: template })])).toMatchObject([{ Sid: sid }]);
  });
});
