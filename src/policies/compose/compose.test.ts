import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { compose } from './compose.ts';
import { listOf } from '../language/policy.ts';
import type { ActivityChoice, Draft } from '../model/draft.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { fillExamples } from './exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { isVariablePlaceholder } from '../library/ruleset.ts';
import { draftProblems, openPlaceholders } from './variablesInUse.ts';
import { printPolicy } from '../language/print.ts';

const everyone = personas.map(({ id }) => id);
const filled = (partial: Partial<Draft>) => fillExamples(createDraft(partial, builtIn), builtIn);
const textOf = (draft: Draft): string =>
  compose(draft, builtIn)
    .map(({ policy }) => printPolicy(policy).text)
    .join('');

const choices: fc.Arbitrary<Draft> = fc
  .record({
    personas: fc.subarray(everyone),
    layout: fc.constantFrom('merged' as const, 'perPersona' as const),
    stances: fc.array(fc.constantFrom('published' as const, 'hardened' as const), {
      minLength: 20,
      maxLength: 20,
    }),
    kept: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  })
  .map(({ personas: chosen, layout, stances, kept }) => {
    let at = 0;
    const activities = Object.fromEntries(
      personas.map(({ id, activities: offered }) => [
        id,
        offered.flatMap(({ activity }): ActivityChoice[] => {
          at += 1;
          return kept[at % 20]
            ? [{ ...chooseActivity(activity, builtIn), stance: stances[at % 20] ?? 'hardened' }]
            : [];
        }),
      ]),
    );
    return filled({ personas: chosen, layout, activities });
  });

describe('compose', () => {
  it.each([
    { name: 'nobody', personas: [], layout: 'merged' as const, ids: [] },
    {
      name: 'one persona',
      personas: ['trainingRole'],
      layout: 'merged' as const,
      ids: ['merged', 'trainingRoleTrust'],
    },
    {
      name: 'one persona apart',
      personas: ['trainingRole'],
      layout: 'perPersona' as const,
      ids: ['trainingRole', 'trainingRoleTrust'],
    },
    {
      name: 'two personas',
      personas: ['hostingRole', 'dataScientist'],
      layout: 'merged' as const,
      ids: ['merged', 'mergedTrust'],
    },
    {
      name: 'two personas apart, in registry order',
      personas: ['hostingRole', 'dataScientist'],
      layout: 'perPersona' as const,
      ids: ['dataScientist', 'hostingRole', 'dataScientistTrust', 'hostingRoleTrust'],
    },
    { name: 'the endpoint', personas: ['vpcEndpoint'], layout: 'merged' as const, ids: ['s3Endpoint'] },
    {
      name: 'everyone',
      personas: everyone,
      layout: 'merged' as const,
      ids: [
        'merged',
        'mergedTrust',
        's3Endpoint',
        'model-package-group-policy',
        'bucket-policy',
        'key-policy',
        'repository-policy',
      ],
    },
    { name: 'an id that nobody has', personas: ['constructor'], layout: 'merged' as const, ids: [] },
  ])('gives the documents of $name', ({ personas: chosen, layout, ids }) => {
    expect(compose(createDraft({ personas: chosen, layout }, builtIn), builtIn).map(({ id }) => id)).toEqual(
      ids,
    );
  });

  it('never mixes documents of roles, endpoints and resources, and gives no empty one', () => {
    fc.assert(
      fc.property(choices, (draft) => {
        for (const { kind, policy, personas: members } of compose(draft, builtIn)) {
          expect(policy.Statement.length).toBeGreaterThan(0);
          for (const { Principal } of policy.Statement)
            expect(Principal !== undefined).toBe(['vpc-endpoint', 'trust', 'resource'].includes(kind));
          const of = kind === 'vpc-endpoint' || kind === 'resource' ? kind : 'identity';
          for (const member of members) expect(personas.find(({ id }) => id === member)?.kind).toBe(of);
        }
      }),
    );
  });

  it('is deterministic and does not depend on the order of choices', () => {
    fc.assert(
      fc.property(choices, (draft) => {
        const turned: Draft = {
          ...draft,
          personas: draft.personas.toReversed(),
          activities: Object.fromEntries(
            Object.entries(draft.activities)
              .toReversed()
              .map(([persona, list]) => [persona, list.toReversed()]),
          ),
        };
        expect(textOf(turned)).toBe(textOf(draft));
      }),
    );
  });

  it('knows for every statement and action who asked for it', () => {
    fc.assert(
      fc.property(choices, (draft) => {
        for (const { policy, provenance } of compose(draft, builtIn)) {
          expect(provenance).toHaveLength(policy.Statement.length);
          policy.Statement.forEach((statement, index) => {
            expect(provenance[index]?.sources.length).toBeGreaterThan(0);
            for (const action of listOf(statement.Action)) {
              expect(provenance[index]?.actions[action]?.length, action).toBeGreaterThan(0);
            }
          });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the Sid of every statement that an unrelated activity does not touch', () => {
    const all = filled({ personas: ['trainingRole', 'hostingRole'], layout: 'merged' });
    const before = compose(all, builtIn)[0]?.policy.Statement ?? [];
    const without = {
      ...all,
      activities: {
        ...all.activities,
        hostingRole: (all.activities['hostingRole'] ?? []).filter(
          ({ activity }) => activity !== 'endpointAutoscaling',
        ),
      },
    };
    const after = compose(without, builtIn)[0]?.policy.Statement ?? [];
    const content = ({ Sid: _sid, ...rest }: (typeof before)[number]) => JSON.stringify(rest);
    const sids = new Map(before.map((statement) => [content(statement), statement.Sid]));
    const same = after.filter((statement) => sids.has(content(statement)));
    expect(same.length).toBeGreaterThan(5);
    for (const statement of same) expect(statement.Sid).toBe(sids.get(content(statement)));
  });

  it('gives unique Sids of letters and digits under every choice', () => {
    fc.assert(
      fc.property(choices, (draft) => {
        for (const { policy } of compose(draft, builtIn)) {
          const sids = policy.Statement.map(({ Sid }) => Sid ?? '');
          expect(new Set(sids).size).toBe(sids.length);
          for (const sid of sids) expect(sid).toMatch(/^[0-9A-Za-z]+$/);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe('values', () => {
  it.each([
    { partition: 'aws', region: 'eu-west-1', suffix: 'amazonaws.com' },
    { partition: 'aws-cn', region: 'cn-north-1', suffix: 'amazonaws.com.cn' },
    { partition: 'aws-us-gov', region: 'us-gov-west-1', suffix: 'amazonaws.com' },
    { partition: 'aws-eusc', region: 'eusc-de-east-1', suffix: 'amazonaws.eu' },
  ])('of $partition give its ARNs and service names', ({ partition, region, suffix }) => {
    const text = textOf(filled({ personas: everyone, variables: { partition: [partition] } }));
    const partitions = new Set([...text.matchAll(/arn:([^:"]*):/g)].map(([, found]) => found));
    expect([...partitions]).toEqual([partition]);
    expect(text).toContain(`sagemaker.${region}.${suffix}`);
    expect(text).not.toContain('<');
  });

  it('that only a person wrote are named as open too', () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"<MY_BUCKET>"}]}';
    const { draft } = addImportedPolicy(createDraft({}, builtIn), { title: 'Ours', kind: 'identity', text });
    expect(compose(draft, builtIn).flatMap(openPlaceholders)).toEqual(['<MY_BUCKET>']);
    expect(isVariablePlaceholder('<MY_BUCKET>', builtIn)).toBe(false);
    expect(isVariablePlaceholder('<ACCOUNT_ID>', builtIn)).toBe(true);
  });

  it('that are invalid stay as their placeholder, and are reported', () => {
    const draft = createDraft({ personas: ['dataScientist'], variables: { accountId: ['123'] } }, builtIn);
    expect(textOf(draft)).toContain('<ACCOUNT_ID>');
    expect(textOf(draft)).not.toContain('123"');
    expect(draftProblems(draft, builtIn).find(({ variable }) => variable.id === 'accountId')?.state).toBe(
      'invalid',
    );
    expect(compose(draft, builtIn).flatMap(openPlaceholders)).toContain('<ACCOUNT_ID>');
  });

  it('of which there are several multiply the entries they stand in', () => {
    const draft = filled({ personas: ['dataScientist', 'notebookRole'] });
    const two = textOf({
      ...draft,
      variables: { ...draft.variables, subnetIds: ['subnet-0fedcba9876543210', 'subnet-0123456789abcdef0'] },
    });
    expect(two).toContain('subnet-0fedcba9876543210');
    expect(two).toContain('subnet-0123456789abcdef0');
  });

  it('of S3 locations never lend one bucket the prefix of another', () => {
    const text = textOf(
      filled({
        personas: ['trainingRole'],
        variables: { inputData: ['bucket-one/team-a', 'bucket-two', 'bucket-three/team-c'] },
      }),
    );
    expect(text).toContain('bucket-one/team-a/*');
    expect(text).toContain('bucket-two/*');
    for (const crossed of ['bucket-one/team-c', 'bucket-two/team', 'bucket-three/team-a', 'bucket-one/*"']) {
      expect(text).not.toContain(crossed);
    }
  });
});
