import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { builtIn } from '../library/builtIn.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import { deliver } from '../compose/deliver.ts';
import { listOf, type PolicyDocument, type Statement } from '../language/policy.ts';
import { type Draft, defaultSizing, noLimits } from '../model/draft.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { guardrails } from '../library/guardrails/index.ts';
import { commonPersonas } from '../library/personas/index.ts';
import { printPolicy } from '../language/print.ts';
import { measure } from './measure.ts';
import { quotaOf, quotas } from './quotas.ts';
import { shortenPolicy } from './shorten.ts';
import { split } from './split.ts';
import { patternActions } from './actionPatterns.ts';

const managed = quotaOf('managed');
const small = (limit: number, attachments = 10) => ({ ...managed, limit, attachments });

const document = (statements: readonly Statement[]): ComposedDocument => ({
  id: 'merged',
  title: 'Merged policy',
  kind: 'identity',
  personas: [],
  policy: { Version: '2012-10-17', Statement: statements },
  provenance: statements.map(({ Action }) => ({
    sources: [],
    actions: Object.fromEntries(listOf(Action).map((action) => [action, []])),
  })),
});

describe('the quotas', () => {
  it('are dated, sourced and of every kind once', () => {
    expect(new Set(quotas.map(({ kind }) => kind)).size).toBe(13);
    for (const { asOf, source } of quotas) {
      expect(asOf).toMatch(/^2026-\d\d-\d\d$/);
      expect(source).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    }
  });
});

describe('measure', () => {
  const policy: PolicyDocument = {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::a/*',
        Condition: { StringEquals: { 'aws:PrincipalTag/a b': 'x y' } },
      },
    ],
  };

  it('leaves out all white space where IAM does, also inside of strings', () => {
    expect(measure(policy, 'managed').characters).toBe(JSON.stringify(policy).replaceAll(' ', '').length);
    expect(measure(policy, 'managed').characters).toBe(JSON.stringify(policy).length - 2);
  });

  it.each(['vpc-endpoint', 'service-control'] as const)(
    'counts the printed text of %s, and says how little is possible',
    (kind) => {
      expect(measure(policy, kind).characters).toBe(printPolicy(policy).text.length);
      expect(measure(policy, kind).least).toBe(JSON.stringify(policy).length);
    },
  );

  it.each([
    [4914, 'fits'],
    [4916, 'near'],
    [6144, 'near'],
    [6145, 'over'],
  ])('%i characters of a managed policy: %s', (characters, state) => {
    const empty = {
      Version: '2012-10-17',
      Statement: [{ Sid: '', Effect: 'Allow' as const, Action: 'a:b', Resource: '*' }],
    };
    const fill = characters - JSON.stringify(empty).length;
    const filled = { ...empty, Statement: [{ ...empty.Statement[0]!, Sid: 'x'.repeat(fill) }] };
    expect(measure(filled, 'managed')).toMatchObject({ characters, state });
  });
});

const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:List*',
  'kms:Decrypt',
  'sagemaker:CreateModel',
  'sagemaker:*',
  'ecr:GetAuthorizationToken',
  'iam:PassRole',
];
const RESOURCES = [
  '*',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::b/*',
  'arn:aws:kms:r:1:key/1',
  'arn:aws:sagemaker:r:1:model/t-*',
];

const statement: fc.Arbitrary<Statement> = fc
  .record({
    Effect: fc.constantFrom('Allow' as const, 'Deny' as const),
    Action: fc.subarray(ACTIONS, { minLength: 1 }),
    Resource: fc.subarray(RESOURCES, { minLength: 1 }),
    condition: fc.constantFrom(
      undefined,
      { Bool: { 'aws:SecureTransport': 'true' } },
      { StringEquals: { 'aws:PrincipalTag/a': 'b' } },
    ),
    pad: fc.integer({ min: 1, max: 120 }),
  })
  .map(({ condition, pad, ...rest }) => ({
    Sid: 'S'.repeat(pad),
    ...rest,
    ...(condition ? { Condition: condition } : {}),
  }));

/** What documents say, request by request: for every action, resource and condition, which effects are stated. */
function access(documents: readonly PolicyDocument[]): ReadonlySet<string> {
  return new Set(
    documents.flatMap(({ Statement: all }) =>
      all.flatMap(({ Effect, Action, Resource, Condition }) =>
        listOf(Action).flatMap((action) =>
          listOf(Resource).map((resource) => JSON.stringify([Effect, action, resource, Condition ?? null])),
        ),
      ),
    ),
  );
}

describe('split', () => {
  it('leaves a document alone that fits', () => {
    const one = document([{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }]);
    expect(split([one], managed).documents).toEqual([one]);
  });

  it('allows and denies exactly the same, each part within the limit, numbered from 1', () => {
    fc.assert(
      fc.property(
        fc.array(statement, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 500, max: 2500 }),
        (statements, limit) => {
          const { documents, tooLarge } = split([document(statements)], small(limit, 100));
          if (tooLarge.length > 0) return;
          expect(access(documents.map(({ policy }) => policy))).toEqual(access([{ Statement: statements }]));
          for (const { policy } of documents)
            expect(measure(policy, 'managed').characters).toBeLessThanOrEqual(limit);
          if (documents.length > 1)
            expect(documents.map(({ id }) => id)).toEqual(documents.map((_, index) => `merged-${index + 1}`));
        },
      ),
    );
  });

  it('needs no more documents than an exhaustive search', () => {
    const sizes = fc.array(fc.integer({ min: 60, max: 400 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(sizes, (wanted) => {
        const statements = wanted.map((size, index) => ({
          Sid: `${index}`.padEnd(size - 59, 'x'),
          Effect: 'Allow' as const,
          Action: `s3:A${index}`,
          Resource: '*',
        }));
        const envelope = JSON.stringify({ Version: '2012-10-17', Statement: [] }).length;
        const lengths = statements.map((one) => JSON.stringify(one).length + 1);
        expect(split([document(statements)], small(600)).documents).toHaveLength(
          fewest(lengths, 600 - envelope),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('divides a statement that is over the limit by itself, and says when it cannot', () => {
    const actions = Array.from({ length: 300 }, (_, index) => `sagemaker:VeryLongActionName${index}`);
    const wide = document([{ Sid: 'Wide', Effect: 'Allow', Action: actions, Resource: '*' }]);
    const result = split([wide], managed);
    expect(result.documents.length).toBeGreaterThan(1);
    expect(access(result.documents.map(({ policy }) => policy))).toEqual(access([wide.policy]));
    const sids = result.documents.flatMap(({ policy }) => policy.Statement.map(({ Sid }) => Sid));
    expect(new Set(sids).size).toBe(sids.length);
    const fixed = document([{ Sid: 'Not', Effect: 'Allow', NotAction: actions, Resource: '*' }]);
    expect(split([fixed], managed)).toMatchObject({ documents: [fixed], tooLarge: ['merged'] });
  });

  it('over the attachment quota: whatever is attached, no Allow is without the denials that guard it', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 4, maxLength: 25 }), (statements) => {
        const { documents, attachments, tooLarge, unguarded } = split([document(statements)], small(2600, 1));
        if (tooLarge.length > 0 || documents.length < 2) return;
        if (unguarded.length > 0) return;
        expect(attachments[0]).toMatchObject({ count: documents.length, limit: 1, state: 'over' });
        expect(access(documents.map(({ policy }) => policy))).toEqual(access([{ Statement: statements }]));
        for (const { policy } of documents) {
          const denied = access([{ Statement: policy.Statement.filter(({ Effect }) => Effect === 'Deny') }]);
          for (const denial of statements.filter(({ Effect }) => Effect === 'Deny')) {
            const guarded = policy.Statement.some((one) => one.Effect === 'Allow' && sameTarget(one, denial));
            if (guarded)
              for (const entry of access([{ Statement: [denial] }])) expect(denied).toContain(entry);
          }
        }
      }),
    );
  });

  it('moves few statements when one grows or goes', () => {
    const everyone = draftOf({});
    const before = placesOf(deliver(everyone, builtIn).documents);
    const grown = fillExamples(
      {
        ...everyone,
        variables: { ...everyone.variables, subnetIds: ['subnet-0aaa1111bbb2222cc'] },
      },
      builtIn,
    );
    const after = placesOf(deliver(grown, builtIn).documents);
    const moved = [...before].filter(([sid, place]) => after.has(sid) && after.get(sid) !== place);
    expect(before.size).toBeGreaterThan(40);
    expect(moved.length).toBeLessThan(before.size / 15);
  });
  it('moves hardly anything when any one activity or guardrail of everything is taken away', () => {
    const all = draftOf({});
    const before = placesOf(deliver(all, builtIn).documents);
    const countOf = (places: ReadonlyMap<string | undefined, string>) => new Set(places.values()).size;
    const without = (part: Partial<Draft>) => {
      const after = placesOf(deliver({ ...all, ...part }, builtIn).documents);
      const others = [...before].filter(([sid, place]) => after.has(sid) && after.get(sid) !== place).length;
      return { others, isFewer: countOf(after) < countOf(before) };
    };
    const changes = [
      ...Object.entries(all.activities).flatMap(([persona, choices]) =>
        choices.map((choice) =>
          without({
            activities: { ...all.activities, [persona]: choices.filter((other) => other !== choice) },
          }),
        ),
      ),
      ...all.limits.chosen.map((choice) =>
        without({ limits: { ...all.limits, chosen: all.limits.chosen.filter((other) => other !== choice) } }),
      ),
    ];
    // Fewer policies come before statements that stay where they are.
    const asMany = changes.filter(({ isFewer }) => !isFewer);
    expect(changes.length - asMany.length).toBeLessThan(changes.length / 20);
    const moved = asMany.map(({ others }) => others).sort((one, other) => one - other);
    expect(moved.length).toBeGreaterThan(70);
    expect(moved[Math.floor(moved.length / 2)]).toBeLessThanOrEqual(1);
    // What was at the front and took much room lets all that follow move up: few changes do.
    expect(moved[Math.floor(moved.length * 0.9)]).toBeLessThan(before.size / 10);
    expect(moved[moved.length - 3]).toBeLessThan(before.size / 3);
  });
});

function sameTarget(one: Statement, other: Statement): boolean {
  return (
    listOf(one.Action).some((action) => listOf(other.Action).includes(action)) &&
    listOf(one.Resource).some((resource) => listOf(other.Resource).includes(resource))
  );
}

function fewest(sizes: readonly number[], capacity: number): number {
  let best = sizes.length;
  const place = (index: number, bins: readonly number[]): void => {
    if (bins.length >= best) return;
    const size = sizes[index];
    if (size === undefined) {
      best = bins.length;
      return;
    }
    bins.forEach((filled, bin) => {
      if (filled + size <= capacity)
        place(
          index + 1,
          bins.map((one, at) => (at === bin ? one + size : one)),
        );
    });
    place(index + 1, [...bins, size]);
  };
  if (sizes.length > 0) place(0, []);
  return Math.max(best, 1);
}

const placesOf = (documents: readonly ComposedDocument[]) =>
  new Map(
    documents
      .filter(({ kind }) => kind === 'identity')
      .flatMap(({ id, policy }) => policy.Statement.map(({ Sid }) => [Sid, id] as const)),
  );

function draftOf(sizing: Partial<Draft['sizing']>, all = true): Draft {
  return fillExamples(
    createDraft(
      {
        personas: commonPersonas.map(({ id }) => id),
        activities: Object.fromEntries(
          commonPersonas.map(({ id, activities }) => [
            id,
            activities
              .filter(({ selected }) => all || selected)
              .map(({ activity }) => ({ activity, stance: 'hardened' as const, options: {} })),
          ]),
        ),
        layout: 'merged',
        limits: { ...noLimits, chosen: guardrails.map(({ id }) => ({ guardrail: id, options: {} })) },
        sizing: { ...defaultSizing, ...sizing },
      },
      builtIn,
    ),
    builtIn,
  );
}

describe('deliver', () => {
  it('splits everything at once into managed policies that fit, with the same access', () => {
    const draft = draftOf({});
    const { documents, attachments, tooLarge } = deliver(draft, builtIn);
    const identity = documents.filter(({ kind }) => kind === 'identity');
    expect(tooLarge).toEqual([]);
    expect(identity.length).toBeGreaterThan(1);
    for (const { policy } of identity) expect(measure(policy, 'managed').state).not.toBe('over');
    expect(attachments.find(({ document: id }) => id === 'merged')).toMatchObject({
      count: identity.length,
      limit: 10,
    });
    const whole = compose(draft, builtIn).find(({ id }) => id === 'merged')!;
    expect(access(identity.map(({ policy }) => policy))).toEqual(access([whole.policy]));
    for (const { policy, provenance } of documents) expect(provenance).toHaveLength(policy.Statement.length);
  });

  it.each([{ split: false }, { attach: 'inline' as const }])('leaves documents whole with %o', (sizing) => {
    expect(
      deliver(draftOf(sizing), builtIn).documents.filter(({ kind }) => kind === 'identity'),
    ).toHaveLength(1);
  });

  it('shortens without changing access', () => {
    const plain = deliver(draftOf({ split: false }), builtIn).documents;
    const short = deliver(draftOf({ split: false, shorten: 'lossless' }), builtIn).documents;
    expect(short.map(({ policy }) => access([policy]))).toEqual(plain.map(({ policy }) => access([policy])));
    for (const [index, { policy }] of short.entries()) {
      expect(JSON.stringify(policy).length).toBeLessThan(JSON.stringify(plain[index]!.policy).length);
      expect(policy.Statement.every(({ Sid }) => Sid === undefined)).toBe(true);
    }
  });
});

describe('shortenPolicy', () => {
  it('turns lists of one into the value and drops Sids, and nothing else', () => {
    expect(
      shortenPolicy({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'A',
            Effect: 'Allow',
            Principal: { Service: ['x'] },
            Action: ['a:b'],
            Resource: ['r', 's'],
            Condition: { Bool: { k: ['true'] } },
          },
        ],
      }),
    ).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'x' },
          Action: 'a:b',
          Resource: ['r', 's'],
          Condition: { Bool: { k: 'true' } },
        },
      ],
    });
  });
});

describe('patternActions', () => {
  const actions = [
    'sagemaker:DescribeApp',
    'sagemaker:DescribeDomain',
    'sagemaker:DescribeModel',
    'sagemaker:ListModels',
  ];
  const known = [...actions, 'sagemaker:DescribeCluster'].filter((action) => action.includes('Describe'));
  const allow = document([{ Sid: 'A', Effect: 'Allow', Action: actions, Resource: '*' }]);

  it('says what a pattern adds', () => {
    const { document: result, widenings } = patternActions(allow, () => known);
    expect(result.policy.Statement[0]?.Action).toEqual(['sagemaker:Describe*', 'sagemaker:ListModels']);
    expect(widenings).toEqual([
      {
        document: 'merged',
        pattern: 'sagemaker:Describe*',
        replaces: actions.slice(0, 3),
        adds: ['sagemaker:DescribeCluster'],
      },
    ]);
  });

  it('changes nothing while the actions of the service are not known, and never a denial', () => {
    expect(patternActions(allow, () => undefined).document.policy).toEqual(allow.policy);
    const deny = document([{ Sid: 'A', Effect: 'Deny', Action: actions, Resource: '*' }]);
    expect(patternActions(deny, () => known).document.policy).toEqual(deny.policy);
  });

  it('has patterns only for what describes and lists, so that no limit is passed by another statement', () => {
    const all = document([
      {
        Sid: 'A',
        Effect: 'Allow',
        Action: ['sagemaker:CreateArtifact', 'sagemaker:CreateModelPackage', 'sagemaker:CreatePipeline'],
        Resource: '*',
      },
      {
        Sid: 'B',
        Effect: 'Allow',
        Action: ['s3:GetBucketAcl', 's3:GetBucketLocation', 's3:GetBucketTagging'],
        Resource: '*',
      },
    ]);
    expect(patternActions(all, () => ['sagemaker:CreateTrainingJob', 's3:GetObject'])).toEqual({
      document: all,
      widenings: [],
    });
    const held = {
      ...draftOf({ split: false, shorten: 'wildcards' }),
      limits: { ...draftOf({}).limits, delivery: 'conditions' as const },
    };
    const { widenings, documents } = deliver(held, builtIn, (pattern) => [`${pattern.slice(0, -1)}Anything`]);
    expect(widenings.length).toBeGreaterThan(0);
    const allowed = documents
      .filter(({ kind }) => kind === 'identity')
      .flatMap(({ policy }) => policy.Statement)
      .filter(({ Effect }) => Effect === 'Allow');
    const limited = new Set(guardrails.flatMap(({ allow }) => allow).flatMap(({ Action }) => Action));
    for (const action of allowed.flatMap(({ Action }) => listOf(Action)).filter((one) => one.endsWith('*')))
      for (const held of limited)
        expect(held.startsWith(action.slice(0, -1)), `${action} ${held}`).toBe(false);
  });
});
