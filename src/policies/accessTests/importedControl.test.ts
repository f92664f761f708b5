import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { createDraft } from '../draft/createDraft.ts';
import { planOf } from '../exports/plan.ts';
import { addImportedPolicy } from '../handEdits/importedPolicies.ts';
import { readImport } from '../import/readImport.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { simulate } from '../simulate/simulate.ts';
import { resolveRef } from '../compose/appliedPolicies.ts';
import { findActivitiesThatAllow } from './activitiesThatAllow.ts';
import { runTests } from './runTests.ts';

/** A resource control policy from elsewhere is a part of the set, as an SCP is. */

const rcp = (statement: object) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Stores', Effect: 'Deny', Principal: '*', Resource: '*', ...statement }],
  });
const everything = rcp({ Action: 's3:*' });
const withoutTls = rcp({ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': ['false'] } } });

const forms: readonly (readonly [what: string, text: string, file: string])[] = [
  ['a file of a folder', everything, 'rcps/stores.json'],
  [
    'Terraform',
    `resource "aws_organizations_policy" "stores" {\n  name    = "stores"\n  type    = "RESOURCE_CONTROL_POLICY"\n  content = jsonencode(${everything})\n}`,
    'main.tf',
  ],
  [
    'CloudFormation',
    JSON.stringify({
      Resources: {
        Stores: {
          Type: 'AWS::Organizations::Policy',
          Properties: { Name: 'stores', Type: 'RESOURCE_CONTROL_POLICY', Content: JSON.parse(everything) },
        },
      },
    }),
    'template.json',
  ],
];

const start = fillExamples(createDraft({ personas: ['trainingRole'] }, builtIn), builtIn);
const documentsOf = (draft: Draft) => compose(draft, builtIn);
const resultsOf = (draft: Draft) => runTests(draft, documentsOf(draft), builtIn);
const failing = (draft: Draft) => resultsOf(draft).filter(({ state }) => state === 'fails');
const withPolicy = (text: string) =>
  addImportedPolicy(start, { title: 'stores', kind: 'resource-control', text }).draft;

describe.each(forms)('a resource control policy in %s', (_, text, file) => {
  const [found] = readImport(text, { name: file }).policies;
  const draft =
    found && found.kind !== 'resource'
      ? addImportedPolicy(start, { ...found, kind: found.kind }).draft
      : start;

  it('is a policy of the set', () => {
    expect(documentsOf(draft).map(({ kind }) => kind)).toContain('resource-control');
  });

  it('is tested with the others, and what it denies names it', () => {
    const read = failing(draft).find(({ proof }) => proof.action === 's3:GetObject');
    if (read?.state !== 'fails') throw new Error('the denial has no effect');
    const { deciding, verdict } = simulate(read.request, read.policies.set);
    const named = deciding.map(
      ({ layer, statement }) => resolveRef(read.policies, layer, statement)?.document.kind,
    );
    expect([verdict, named]).toEqual(['explicitDeny', ['resource-control']]);
  });

  it('is exported as one', () => {
    const parts = planOf({
      name: 'ml',
      documents: documentsOf(draft),
      ruleset: builtIn,
      attach: 'managed',
      versions: { page: '1', data: 'of 2026-09-26' },
    });
    const policies = parts.flatMap(({ organizationPolicies }) => organizationPolicies);
    expect(policies.map(({ type }) => type)).toEqual(['RESOURCE_CONTROL_POLICY']);
  });
});

it('what it doesn’t deny is as before', () => {
  expect(failing(start)).toEqual([]);
  expect(failing(withPolicy(withoutTls))).toEqual([]);
  expect(resultsOf(withPolicy(withoutTls)).map(({ state }) => state)).toEqual(
    resultsOf(start).map(({ state }) => state),
  );
});

describe('counts for resources of the set’s account, and for no others', () => {
  const resultIn = (text: string, personas: readonly string[], id: string) => {
    const own = fillExamples(createDraft({ personas }, builtIn), builtIn);
    const { draft } = addImportedPolicy(own, { title: 'stores', kind: 'resource-control', text });
    const result = resultsOf(draft).find(({ proof }) => proof.id === id);
    return result && 'decision' in result ? [result.state, result.decision.verdict] : result?.state;
  };
  const allOf = (service: string) => rcp({ Action: `${service}:*` });

  it.each<readonly [what: string, text: string, persona: string, test: string, expected: readonly string[]]>([
    ['a bucket that the set shares', allOf('s3'), 'sharedRegistry', 'artifact', ['fails', 'explicitDeny']],
    ['a bucket in another account', allOf('s3'), 'registryReader', 'artifact', ['holds', 'allowed']],
    [
      'a bucket in another account that no policy allows',
      allOf('s3'),
      'registryReader',
      'write',
      ['holds', 'implicitDeny'],
    ],
    [
      'a repository whose ARN has another account',
      allOf('ecr'),
      'registryReader',
      'pull',
      ['holds', 'allowed'],
    ],
  ])('%s', (_what, text, persona, test, expected) => {
    expect(resultIn(text, [persona], test)).toEqual(expected);
  });
});

it('an activity is not offered for a call that it denies', () => {
  const own = { ...start, activities: { ...start.activities, trainingRole: [] } };
  const { draft } = addImportedPolicy(own, { title: 'stores', kind: 'resource-control', text: everything });
  const read = resultsOf(start).find(
    ({ proof, state }) => proof.action === 's3:GetObject' && state === 'holds',
  );
  if (read?.state !== 'holds') throw new Error('nothing is read');
  const offered = (of: Draft) => findActivitiesThatAllow(of, 'trainingRole', read.request, builtIn);
  expect(offered(own)).not.toEqual([]);
  expect(offered(draft)).toEqual([]);
});
