import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { operatorNames } from '../language/conditionOperator.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { globMatcher } from '../language/glob.ts';
import type { Decision } from '../simulate/decision.ts';
import { prepare } from '../simulate/prepare.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { runs, runsAsking } from '../testing/effort.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import type { PermissionChange } from './change.ts';
import { comparePermissions } from './compare.ts';
import { coversScope } from './scope.ts';
import { compareLayers } from './layers/compareLayers.ts';
import { smallPolicy } from './testing/smallPolicies.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

const doc = documentWith({ Effect: 'Allow', Resource: '*' });
const compare = (before: PolicyDocument, after: PolicyDocument) =>
  comparePermissions([before], [after], catalog);
const brief = ({ kind, service, accessLevel, actions }: PermissionChange) =>
  `${kind} ${service} ${accessLevel} ${actions.length > 3 ? actions.length : actions.join(',')}`;

const get = { Action: 's3:GetObject', Resource: 'arn:aws:s3:::data/*' };
const SHORT = 'arn:aws:s3:*:data/*';
const vpc = (...values: readonly string[]) => ({ StringEquals: { 'aws:SourceVpc': values } });

const rows: readonly (readonly [
  name: string,
  before: PolicyDocument,
  after: PolicyDocument,
  changes: readonly string[],
])[] = [
  ['nothing', doc(get), doc(get), []],
  [
    'another Sid, another order',
    doc({ ...get, Sid: 'A' }, { Action: 'iam:GetRole' }),
    doc({ Action: 'iam:GetRole' }, { ...get, Sid: 'B' }),
    [],
  ],
  [
    'statements merged',
    doc(get, { ...get, Action: 's3:PutObject' }),
    doc({ ...get, Action: ['s3:GetObject', 's3:PutObject'] }),
    [],
  ],
  [
    'resources split',
    doc({ ...get, Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] }),
    doc({ ...get, Resource: 'arn:aws:s3:::b' }, { ...get, Resource: 'arn:aws:s3:::a' }),
    [],
  ],
  ['an action covered by a wildcard', doc({ Action: ['s3:*', 's3:GetObject'] }), doc({ Action: 's3:*' }), []],
  [
    'a resource covered by another',
    doc({ ...get, Resource: ['arn:aws:s3:::data/*', 'arn:aws:s3:::data/x/*'] }),
    doc(get),
    [],
  ],
  [
    'the case of actions and keys',
    doc({ ...get, Action: 'S3:getobject', Condition: { StringEquals: { 'AWS:SourceVpc': 'v' } } }),
    doc({ ...get, Condition: { StringEquals: { 'aws:SourceVpc': ['v'] } } }),
    [],
  ],
  [
    'an action more',
    doc(get),
    doc(get, { ...get, Action: 's3:PutObject' }),
    ['widens s3 Write s3:PutObject'],
  ],
  ['an action fewer', doc(get, { Action: 'iam:PassRole' }), doc(get), ['narrows iam Write iam:PassRole']],
  ['an action that nobody knows', doc(), doc({ Action: 'new:Thing' }), ['widens new unknown new:Thing']],
  [
    'a resource wider',
    doc(get),
    doc({ ...get, Resource: 'arn:aws:s3:::*' }),
    ['widens s3 Read s3:GetObject'],
  ],
  ['a resource narrower', doc({ ...get, Resource: '*' }), doc(get), ['narrows s3 Read s3:GetObject']],
  [
    'another resource',
    doc(get),
    doc({ ...get, Resource: 'arn:aws:s3:::other/*' }),
    ['widens s3 Read s3:GetObject', 'narrows s3 Read s3:GetObject'],
  ],
  ['a condition more', doc(get), doc({ ...get, Condition: vpc('a') }), ['conditions s3 Read s3:GetObject']],
  ['a condition fewer', doc({ ...get, Condition: vpc('a') }), doc(get), ['widens s3 Read s3:GetObject']],
  [
    'a value more',
    doc({ ...get, Condition: vpc('a') }),
    doc({ ...get, Condition: vpc('a', 'b') }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    'a value fewer',
    doc({ ...get, Condition: vpc('a', 'b') }),
    doc({ ...get, Condition: vpc('a') }),
    ['conditions s3 Read s3:GetObject'],
  ],
  [
    'another value',
    doc({ ...get, Condition: vpc('a') }),
    doc({ ...get, Condition: vpc('b') }),
    ['conditions s3 Read s3:GetObject'],
  ],
  ['a Deny more', doc(get), doc(get, { ...get, Effect: 'Deny' }), ['narrows s3 Read s3:GetObject']],
  ['a Deny fewer', doc(get, { ...get, Effect: 'Deny' }), doc(get), ['widens s3 Read s3:GetObject']],
  [
    'a Deny under more conditions',
    doc({ ...get, Effect: 'Deny' }),
    doc({ ...get, Effect: 'Deny', Condition: vpc('a') }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    'an Allow under a Deny',
    doc({ Action: 's3:GetObject', Effect: 'Deny' }),
    doc({ Action: 's3:GetObject', Effect: 'Deny' }, get),
    [],
  ],
  [
    'a wildcard',
    doc(get),
    doc(get, { Action: 'sagemaker:Delete*Cluster*' }),
    [
      'widens sagemaker Write sagemaker:DeleteCluster,sagemaker:DeleteClusterSchedulerConfig',
      'notCompared sagemaker unknown sagemaker:Delete*Cluster*',
    ],
  ],
  [
    'a pattern over services',
    doc(),
    doc({ Action: 's3*:GetObject' }),
    ['notCompared * unknown s3*:GetObject'],
  ],
  [
    'a pattern of a service that nobody knows',
    doc(),
    doc({ Action: 'new:Get*' }),
    ['notCompared new unknown new:Get*'],
  ],
  [
    'a statement that IAM refuses',
    doc(get),
    doc(get, { Action: 's3:Get*', Condition: { StringEqual: { k: 'v' } } }),
    ['notCompared * unknown '],
  ],
  [
    'a pattern on two resources split',
    doc({ Action: 's3:Get*', Resource: ['arn:aws:s3:::a', 'arn:aws:s3:::b'] }),
    doc({ Action: 's3:Get*', Resource: 'arn:aws:s3:::a' }, { Action: 's3:Get*', Resource: 'arn:aws:s3:::b' }),
    [],
  ],
  ['a pattern within a wider one', doc({ Action: ['s3:*', 's3:Get*'] }), doc({ Action: 's3:*' }), []],
  [
    'a Deny taken away beside one of all but a pattern',
    doc(
      { Action: '*' },
      { Effect: 'Deny', Action: undefined, NotAction: 's3*:*' },
      { Effect: 'Deny', Action: '*' },
    ),
    doc({ Action: '*' }, { Effect: 'Deny', Action: undefined, NotAction: 's3*:*' }),
    ['notCompared * unknown s3*:*'],
  ],
  [
    'an Allow of everything beside a Deny of all but patterns',
    doc({ Effect: 'Deny', Action: undefined, NotAction: ['*:Describe*', '*:Get*'] }),
    doc({ Effect: 'Deny', Action: undefined, NotAction: ['*:Describe*', '*:Get*'] }, { Action: '*' }),
    ['notCompared * unknown *:Describe*,*:Get*'],
  ],
  [
    'operators that do the same',
    doc({ ...get, Condition: { ArnEquals: { k: 'arn:aws:s3:::a' }, Bool: { b: 'TRUE' } } }),
    doc({ ...get, Condition: { ArnLike: { k: 'arn:aws:s3:::a' }, Bool: { b: 'true' } } }),
    [],
  ],
  [
    'a variable as a text and as a pattern without wildcards',
    doc({ ...get, Condition: { StringLike: { k: '${aws:username}' } } }),
    doc({ ...get, Condition: { StringEquals: { k: '${aws:username}' } } }),
    [],
  ],
  [
    'a text on fewer resources in place of a pattern without wildcards',
    doc({ ...get, Resource: '*', Condition: { StringLike: { k: '${aws:username}' } } }),
    doc({ ...get, Resource: 'arn:aws:s3:::a/*', Condition: { StringEquals: { k: '${aws:username}' } } }),
    ['narrows s3 Read s3:GetObject'],
  ],
  [
    'a pattern in place of a text, and of one that is a wildcard to it',
    doc({ ...get, Condition: { StringEquals: { k: 'team-*' } } }),
    doc({ ...get, Condition: { StringLike: { k: 'team-*' } } }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    'texts that are excepted in place of patterns without wildcards',
    doc({ ...get, Condition: { StringNotLike: { k: '${aws:username}' } } }),
    doc({ ...get, Condition: { StringNotEquals: { k: '${aws:username}' } } }),
    [],
  ],
  [
    'a value that a pattern covers',
    doc({ ...get, Condition: { StringLike: { k: 'team-a-*' } } }),
    doc({ ...get, Condition: { StringLike: { k: 'team-*' } } }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    'an account by its number',
    doc({ ...get, Principal: { AWS: '111122223333' } }),
    doc({ ...get, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
    [],
  ],
  [
    'principals left out, in another order',
    doc({ ...get, NotPrincipal: { AWS: ['111122223333', '444455556666'] } }),
    doc({ ...get, NotPrincipal: { AWS: ['444455556666', '111122223333'] } }),
    [],
  ],
  [
    'the same difference of statements that differ otherwise',
    doc({ ...get, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a' }),
    doc(
      { ...get, Action: 's3:GetObject', Resource: 'arn:aws:s3:::a' },
      { Effect: 'Deny', Action: ['s3:GetObject', 's3:GetObjectAcl'] },
    ),
    ['narrows s3 Read s3:GetObject', 'narrows s3 Read s3:GetObjectAcl'],
  ],
  [
    'a resource that is completed',
    doc(get),
    doc(get, { ...get, Resource: 'arn:aws:s3' }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    '… and covers another',
    doc({ ...get, Resource: ['arn:aws:s3:*', 'arn:aws:s3:::data/*'] }),
    doc({ ...get, Resource: 'arn:aws:s3:*' }),
    [],
  ],
  [
    'a Deny whose reading decides',
    doc(get),
    doc(get, { ...get, Effect: 'Deny', Resource: SHORT }),
    ['notCompared s3 Read s3:GetObject'],
  ],
  [
    'an Allow whose reading decides',
    doc(get),
    doc(get, { ...get, Resource: SHORT }),
    ['notCompared s3 Read s3:GetObject'],
  ],
  [
    'all six fields in its place',
    doc({ ...get, Resource: SHORT }),
    doc({ ...get, Resource: 'arn:aws:s3:*:*:data/*' }),
    ['widens s3 Read s3:GetObject', 'notCompared s3 Read s3:GetObject'],
  ],
  [
    'NotResource whose reading decides',
    doc({ ...get, Resource: undefined, NotResource: SHORT }),
    doc(),
    ['notCompared s3 Read s3:GetObject'],
  ],
  [
    'the same pattern of two readings on both sides',
    doc(get, { ...get, Action: 's3:PutObject', Resource: SHORT }),
    doc({ ...get, Action: 's3:PutObject', Resource: [SHORT, SHORT] }, get),
    [],
  ],
  [
    'a condition split by its values',
    doc({ ...get, Condition: vpc('a', 'b') }),
    doc({ ...get, Condition: vpc('a') }, { ...get, Condition: vpc('b') }),
    [],
  ],
  [
    'a statement split by whether a key is present',
    doc(get),
    doc(
      { ...get, Condition: { Null: { 'aws:SourceVpc': 'true' } } },
      { ...get, Condition: { Null: { 'aws:SourceVpc': 'false' } } },
    ),
    [],
  ],
  [
    'a range of addresses in two halves',
    doc({ ...get, Condition: { IpAddress: { 'aws:SourceIp': '203.0.112.0/23' } } }),
    doc({ ...get, Condition: { IpAddress: { 'aws:SourceIp': ['203.0.112.0/24', '203.0.113.0/24'] } } }),
    [],
  ],
  ['an Allow on what is no ARN', doc(), doc({ ...get, Resource: 'data/*' }), []],
  [
    'an Allow whose conditions contradict each other',
    doc(get),
    doc(get, {
      Action: 's3:PutObject',
      Condition: { Null: { 'aws:SourceVpc': 'true' }, StringEquals: { 'aws:SourceVpc': 'a' } },
    }),
    [],
  ],
  [
    'an exception in place of a Deny',
    doc({ Action: 's3:GetObject' }, { ...get, Effect: 'Deny' }),
    doc({ Action: 's3:GetObject', Resource: undefined, NotResource: get.Resource }),
    ['widens s3 Read s3:GetObject'],
  ],
  [
    'a resource whose whole ARN is missing',
    doc(get),
    doc(get, { Action: 'iam:PassRole', Resource: '<ROLE_ARN>' }),
    ['widens iam Write iam:PassRole'],
  ],
  [
    '… on both sides',
    doc(get, { Action: 'iam:PassRole', Resource: '<ROLE_ARN>' }),
    doc(get, { Action: 'iam:PassRole', Resource: ['<ROLE_ARN>'] }),
    [],
  ],
  ['everything', doc(), doc({ Action: '*' }), ['widens * unknown *']],
  [
    'all but',
    doc({ Action: '*' }),
    doc({ NotAction: 'sts:GetCallerIdentity', Action: undefined }),
    ['narrows sts Read sts:GetCallerIdentity'],
  ],
];

describe('comparePermissions', () => {
  it.each(rows)('%s', (_, before, after, changes) => {
    expect(compare(before, after).map(brief)).toEqual(changes);
  });

  it('lists what the statements said before and say now', () => {
    const [change] = compare(doc({ ...get, Resource: '*' }), doc(get));
    expect(change?.from.map(({ resource }) => resource)).toEqual(['*']);
    expect(change?.to.map(({ resource }) => resource)).toEqual(['arn:aws:s3:::data/*']);
  });

  it('says where a Deny counts only beside other policies', () => {
    const [deny, nothing] = [doc({ ...get, Effect: 'Deny' }), doc()];
    expect(compare(deny, nothing)[0]).toMatchObject({ kind: 'widens', withoutAllow: true });
    expect(compare(nothing, deny)[0]).toMatchObject({ kind: 'narrows', withoutAllow: true });
    expect(compare(doc(get, ...deny.Statement), doc(get))[0]?.withoutAllow).toBeUndefined();
    const apart = { ...get, Effect: 'Deny' as const, Resource: 'arn:aws:s3:::other/*' };
    expect(compare(doc(get), doc(get, apart))).toMatchObject([{ kind: 'narrows', withoutAllow: true }]);
  });

  it('a whole service is described by access level, what matters most first', () => {
    const changes = compare(doc(), doc({ Action: 'sagemaker:*' }));
    expect(changes.every(({ kind, service }) => kind === 'widens' && service === 'sagemaker')).toBe(true);
    const levels = changes.map(({ accessLevel }) => accessLevel);
    expect(levels[0]).toMatch(/Permissions|Write/);
    expect(changes.flatMap(({ actions }) => actions).length).toBe(
      (catalog.service('sagemaker')?.actions.length ?? 0) + 1,
    );
  });
});

const actions = [
  's3:GetObject',
  's3:PutObject',
  's3:Unheard',
  's3:GetUnheard',
  'iam:PassRole',
  'glue:GetTable',
  'new:Thing',
  'new:GetThing',
];
const patterns = [
  ...actions,
  '*',
  's3:*',
  's3:Get*',
  'iam:Pass*',
  '*:Get*',
  's*:*',
  'new:*',
  'new:Get*',
  'glue:*',
];
const arns = ['*', 'arn:aws:s3:::a', 'arn:aws:s3:::a/b', 'arn:aws:s3:::a/ana'];
const resources = [
  ...arns,
  'arn:aws:s3:::a*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::a/${aws:username}',
  'arn:aws:s3:::?',
  'arn:aws:s3',
  'arn:aws:s3:*a',
  'arn:*:a/*',
];
const keys = ['aws:username', 'aws:SourceVpc'];
const values = ['a', 'ana', '*', '5', ''];
const some = (from: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...from), { minLength: 1, maxLength: 2 });
const operators = fc
  .tuple(
    fc.constantFrom('', '', 'ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'Null', ...operatorNames),
    fc.boolean(),
  )
  .map(
    ([qualifier, name, ifExists]) => `${qualifier}${name}${ifExists && name !== 'Null' ? 'IfExists' : ''}`,
  );
const condition = fc.dictionary(
  operators,
  fc.dictionary(fc.constantFrom(...keys), some([...values, '${aws:username}', 'true'])),
  { maxKeys: 2 },
);
const statement: fc.Arbitrary<Statement> = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
    actions: some(patterns),
    resources: some(resources),
    except: fc.constantFrom('none', 'none', 'action', 'resource'),
    Condition: condition,
  })
  .map(({ Effect, actions: own, resources: on, except, Condition }) => ({
    Effect,
    ...(except === 'action' ? { NotAction: own } : { Action: own }),
    ...(except === 'resource' ? { NotResource: on } : { Resource: on }),
    Condition,
  }));
const document = fc
  .tuple(fc.constantFrom('2012-10-17', undefined), fc.array(statement, { maxLength: 3 }))
  .map(([version, Statement]): PolicyDocument => (version ? { Version: version, Statement } : { Statement }));
const context = fc.dictionary(
  fc.constantFrom(...keys),
  fc.oneof(fc.constantFrom(...values), fc.array(fc.constantFrom(...values), { maxLength: 2 })),
);
const asked = [...actions, 'ec2:RunInstances', 'glue:Unheard'];
/** Every action on every resource. */
const requests = context.map((context) =>
  asked.flatMap((action) =>
    arns.map(
      (arn): AccessRequest => ({
        principal: 'arn:aws:iam::111122223333:user/ana',
        action,
        resource: { arn },
        context,
      }),
    ),
  ),
);
const each = asked.length * arns.length;

/** Whether a change is about an action: by name, by the rest of its service, or by a pattern that was not compared. */
function speaksOf(changes: readonly PermissionChange[], action: string): boolean {
  const lower = action.toLowerCase();
  const service = lower.slice(0, lower.indexOf(':'));
  const facts = catalog.service(service)?.actions.some(({ name }) => name.toLowerCase() === lower) === true;
  return changes.some(({ kind, service: of, actions: own, reason }) => {
    if (reason === 'malformed') return true;
    if (kind === 'notCompared') return own.some((pattern) => globMatcher(pattern.toLowerCase())(lower));
    return own.some(
      (name) =>
        name.toLowerCase() === lower || (!facts && name === `${service}:*`) || (name === '*' && of === '*'),
    );
  });
}

const byFields = ({ verdict }: Decision) => verdict;

/** The verdict in the other reading of resource patterns with fewer than six fields. */
const plain = ({ verdict, otherReading }: Decision) => otherReading?.verdict ?? verdict;

describe('what a difference names', () => {
  const [other, inner] = ['arn:aws:s3:::other/*', 'arn:aws:s3:::other/x/*'];
  const more = { ...vpc('a'), Bool: { 'aws:SecureTransport': 'true' } };
  const by = (
    Resource: string,
    Condition?: Statement['Condition'],
    Effect: Statement['Effect'] = 'Allow',
  ) => ({
    Action: 's3:GetObject',
    Effect,
    Resource,
    ...(Condition && { Condition }),
  });
  const all = (effect: Statement['Effect']) => [
    by(other, more, effect),
    by(other, vpc('a'), effect),
    by(inner, vpc('a'), effect),
  ];

  it.each<[string, PolicyDocument, PolicyDocument, string[], string[]]>([
    ['added', doc(get), doc(get, ...all('Allow')), [], [other]],
    ['removed', doc(get, ...all('Allow')), doc(get), [other], []],
    ['denied', doc({ ...get, Resource: '*' }), doc({ ...get, Resource: '*' }, ...all('Deny')), [], [other]],
    ['under other conditions', doc(by(other)), doc(...all('Allow').slice(0, 2)), [other], [other]],
    ['on less', doc({ ...get, Resource: '*' }), doc(by(inner), by(other)), ['*'], [other]],
    ['with variables', doc(), doc(by('arn:aws:s3:::${aws:username}/*'), by('*')), [], ['*']],
    [
      'of all but',
      doc(),
      doc(
        { ...get, Resource: undefined, NotResource: [other, 'arn:aws:s3:::c'] },
        { ...get, Resource: undefined, NotResource: other },
      ),
      [],
      [`{"allBut":["${other}"]}`],
    ],
    [
      'that say the same',
      doc(),
      doc(by(other, { StringEquals: { k: 'a' } }), by(other, { StringLike: { k: 'a' } })),
      [],
      [other],
    ],
    ['in two readings, within what has one', doc(), doc(by(SHORT), by('*')), [], ['*']],
  ])('is no part of another that it names: %s', (_, before, after, from, to) => {
    const changes = compare(before, after);
    const resourcesOf = (scopes: PermissionChange['from']) =>
      scopes.map(({ resource }) => (typeof resource === 'string' ? resource : JSON.stringify(resource)));
    expect(changes.map((change) => [resourcesOf(change.from), resourcesOf(change.to)])).toEqual([[from, to]]);
  });
});

describe('laws of comparison', () => {
  it('lists every request whose verdict changes, under widens, narrows or conditions', () => {
    let changed = 0;
    fc.assert(
      fc.property(document, document, requests, (earlier, later, calls) => {
        const changes = compare(earlier, later);
        const of = (...kinds: readonly PermissionChange['kind'][]) => {
          const own = changes.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
          return new Set(asked.filter((action) => speaksOf(own, action)));
        };
        const reported = of();
        const widened = of('widens', 'conditions', 'notCompared');
        const narrowed = of('narrows', 'conditions', 'notCompared');
        const [old, now] = [prepare({ identity: [earlier] }), prepare({ identity: [later] })];
        const untold = calls.filter((call) => {
          const [before, after] = [old.simulate(call), now.simulate(call)];
          return [byFields, plain].some((reading) => {
            const [one, other] = [reading(before), reading(after)];
            if (one === other) return false;
            changed += 1;
            if (other === 'allowed') return !widened.has(call.action);
            if (one === 'allowed') return !narrowed.has(call.action);
            return !reported.has(call.action);
          });
        });
        expect(untold).toEqual([]);
      }),
      { numRuns: runsAsking('comparison', each) },
    );
    expect(changed).toBeGreaterThan(1000);
  });

  it('reports no wider and no narrower access where there is none for any request', () => {
    const seen = { none: 0, rows: 0 };
    fc.assert(
      fc.property(smallPolicy, smallPolicy, (earlier, later) => {
        const [before, after] = [{ identity: [earlier] }, { identity: [later] }];
        const { newAccess, removedAccess } = compareLayers(before, after, { callers: ['role'] });
        const kinds = compare(earlier, later).flatMap(({ kind, withoutAllow }) => (withoutAllow ? [] : kind));
        if (newAccess.kind === 'none') expect(kinds).not.toContain('widens');
        if (removedAccess.kind === 'none') expect(kinds).not.toContain('narrows');
        if (newAccess.kind === 'none' && removedAccess.kind === 'none') {
          seen.none += 1;
          expect(kinds).not.toContain('conditions');
        } else seen.rows += kinds.length;
      }),
      { numRuns: runs(400) },
    );
    expect(seen.none).toBeGreaterThan(runs(400) / 20);
    expect(seen.rows).toBeGreaterThan(runs(400) / 2);
  });

  it('names nothing that is part of another that the same difference names', () => {
    let several = 0;
    fc.assert(
      fc.property(document, document, (earlier, later) => {
        for (const { from, to } of compare(earlier, later))
          for (const scopes of [from, to]) {
            const parts = scopes.filter((one) =>
              scopes.some((other) => other !== one && coversScope(other, one)),
            );
            expect(parts).toEqual([]);
            if (scopes.length > 1) several += 1;
          }
      }),
      { numRuns: runs(300) },
    );
    expect(several).toBeGreaterThan(runs(300) / 2);
  });

  it('a document and itself, its statements in another order, have no difference', () => {
    fc.assert(
      fc.property(document, (policy) => {
        expect(compare(policy, { ...policy, Statement: policy.Statement.toReversed() })).toEqual([]);
      }),
      { numRuns: runs(500) },
    );
  });
});
