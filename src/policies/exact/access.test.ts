import { beforeAll, describe, expect, it } from 'vitest';
import { builtIn } from '../library/builtIn.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { compose } from '../compose/compose.ts';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { createDraft } from '../draft/createDraft.ts';
import { fillExamples } from '../compose/exampleValues.ts';
import { personas } from '../library/personas/index.ts';
import { explainPolicy } from '../access/explain.ts';
import { levelName } from '../catalog/accessLevels.ts';
import { accessMatrix } from '../access/matrix.ts';
import { matrixCall } from '../access/matrixCall.ts';
import { matrixContexts } from '../access/matrixContexts.ts';
import { summarizePolicy } from '../access/policySummary.ts';
import { conditionSentence } from '../access/conditionSentences.ts';
import { shownVerdict } from '../simulate/otherReading.ts';
import { simulate } from '../simulate/simulate.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await testCatalog();
});

describe('conditions in words', () => {
  it.each([
    ['StringEquals', ['a'], 'k is a'],
    ['StringEquals', ['a', 'b', 'c'], 'k is a, b, or c'],
    ['StringNotEquals', ['a', 'b'], 'k is not a or b, or it is missing'],
    ['StringLike', ['a*'], 'k is like a*'],
    ['StringNotLikeIfExists', ['a*'], 'k is not like a*, or it is missing'],
    ['StringEqualsIfExists', ['a'], 'k is a, or it is missing'],
    ['StringEqualsIgnoreCase', ['a'], 'k is, ignoring case, a'],
    ['ForAllValues:StringEquals', ['a', 'b'], 'every value of k is a or b, or there are none'],
    ['ForAnyValue:StringEquals', ['a'], 'a value of k is a'],
    ['ForAnyValue:StringNotEquals', ['a', 'b'], 'a value of k is not a or b'],
    ['NumericLessThanEquals', ['5'], 'k is at most 5'],
    ['NumericGreaterThan', ['5'], 'k is more than 5'],
    ['NumericNotEquals', ['5'], 'k is not 5, or it is missing'],
    ['DateLessThan', ['2026-01-01'], 'k is before 2026-01-01'],
    ['DateGreaterThanEquals', ['2026-01-01'], 'k is not before 2026-01-01'],
    ['Bool', ['true'], 'k is true'],
    ['IpAddress', ['10.0.0.0/8'], 'k is within 10.0.0.0/8'],
    ['NotIpAddress', ['10.0.0.0/8'], 'k is outside 10.0.0.0/8, or it is missing'],
    ['NotIpAddress', ['10.0.0.0/8', '::/0'], 'k is outside 10.0.0.0/8 and ::/0, or it is missing'],
    ['ArnNotLike', ['arn:x'], 'k is not like arn:x, or it is missing'],
    ['Null', ['true'], 'k is missing'],
    ['Null', ['false'], 'k is present'],
    ['StringEquals', [''], 'k is “”'],
    ['StringEquals', [], 'k is nothing'],
    ['Unheard', ['a'], 'k Unheard a'],
  ])('%s %j → %s', (operator, values, words) => {
    expect(conditionSentence(operator, 'k', values)).toBe(words);
  });
});

const policy: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['sagemaker:Describe*', 'sagemaker:CreateTrainingJob'], Resource: '*' },
    {
      Effect: 'Deny',
      NotAction: 'iam:*',
      Resource: 'arn:aws:s3:::a',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    },
    { Effect: 'Allow', Principal: { Service: 'sagemaker.amazonaws.com' }, Action: 'sts:AssumeRole' },
    { Effect: 'Allow', Action: 'sqs:*', Resource: ['a', 'b'] },
    { Effect: 'Allow', Action: 'unheard:Thing', Resource: '*' },
  ],
};

describe('explanation', () => {
  it('groups statements by service and access level, with what wildcards stand for', () => {
    const [first, second, third, , last] = explainPolicy(policy, catalog);
    expect(first?.groups.map(({ accessLevel }) => accessLevel)).toEqual(['Write', 'Read']);
    expect(first?.groups[1]?.written).toEqual(['sagemaker:Describe*']);
    expect(first?.groups[1]?.actions.length).toBeGreaterThan(50);
    expect(second).toMatchObject({
      effect: 'Deny',
      exceptActions: true,
      conditions: [{ text: 'aws:SecureTransport is false' }],
    });
    expect(third?.who).toEqual(['the service sagemaker.amazonaws.com']);
    expect(last?.groups).toMatchObject([
      { service: 'unheard', accessLevel: 'notListed', actions: ['Thing'], ofTotal: undefined },
    ]);
  });

  it('says so where nothing is known', () => {
    expect(explainPolicy(policy, undefined)[0]?.groups).toMatchObject([
      { accessLevel: 'unknown', ofTotal: undefined },
    ]);
  });

  it('sums up by effect and service', () => {
    const rows = summarizePolicy(policy, catalog).map(({ effect, service, access, resource, condition }) => [
      effect,
      service,
      access,
      resource,
      condition,
    ]);
    expect(rows).toEqual([
      ['Deny', 'all but iam:*', 'Full access', 'arn:aws:s3:::a', 'aws:SecureTransport is false'],
      ['Allow', 'sagemaker', 'Limited: Write, Read', 'All resources', 'None'],
      ['Allow', 'sts', 'Limited: Write', 'The resource it’s attached to', 'None'],
      ['Allow', 'sqs', 'Full: Permissions management, Write, Tagging, Read', '2 patterns', 'None'],
      ['Allow', 'unheard', 'Not in the AWS data', 'All resources', 'None'],
    ]);
  });

  const cells = (...statements: readonly Partial<Statement>[]) =>
    summarizePolicy(
      { Statement: statements.map((own) => ({ Effect: 'Allow', Resource: '*', ...own })) },
      catalog,
    ).map(({ access, resource, condition }) => [access, resource, condition]);
  const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
  it.each<readonly [string, readonly Partial<Statement>[], readonly string[]]>([
    ['everything', [{ Action: '*' }], ['Full access', 'All resources', 'None']],
    [
      'an action that AWS does not list',
      [{ Action: 's3:GetObjct' }],
      ['Not in the AWS data', 'All resources', 'None'],
    ],
    [
      'a condition of one statement of two',
      [{ Action: 's3:GetObject' }, { Action: 's3:PutObject', Condition: mfa }],
      ['Limited: Write, Read', 'All resources', 'In part: aws:MultiFactorAuthPresent is true'],
    ],
    [
      'a pattern beside all resources',
      [{ Action: 's3:GetObject' }, { Action: 's3:PutObject', Resource: 'arn:aws:s3:::a' }],
      ['Limited: Write, Read', 'Some on all resources; others on 1 pattern', 'None'],
    ],
  ])('sums up %s', (_, statements, row) => {
    expect(cells(...statements)).toEqual([row]);
  });

  it('reads a document with a single statement', () => {
    const single = JSON.parse('{"Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}');
    expect(explainPolicy(single, catalog)).toHaveLength(1);
    expect(summarizePolicy(single, catalog)).toHaveLength(1);
  });
});

describe('access matrix', () => {
  const draft = fillExamples(
    createDraft({ personas: personas.map(({ id }) => id), layout: 'perPersona' }, builtIn),
    builtIn,
  );
  const documents = compose(draft, builtIn);
  const [open, careful, foreign] = matrixContexts;
  const known = new Map<string, ReturnType<typeof accessMatrix>>();
  /** The matrix of all documents, made once for all that look at it. */
  const matrixOf = (context: (typeof matrixContexts)[number] | undefined) => {
    if (!context) return undefined;
    const matrix = known.get(context.id) ?? accessMatrix(draft, documents, catalog, context, builtIn);
    known.set(context.id, matrix);
    return matrix;
  };
  const cell = (context: (typeof matrixContexts)[number] | undefined, action: string, persona: string) => {
    const matrix = matrixOf(context);
    const row = matrix?.rows.find(({ action: own }) => own.name === `sagemaker:${action}`);
    return row?.verdicts[matrix?.personas.indexOf(persona) ?? -1];
  };

  it('has every SageMaker action and every persona with a role', () => {
    const matrix = matrixOf(open);
    expect(matrix?.rows).toHaveLength(catalog.service('sagemaker')?.actions.length ?? 0);
    expect(matrix?.personas).not.toContain('vpcEndpoint');
    expect(matrix?.rows.every(({ verdicts }) => !verdicts.includes('error'))).toBe(true);
  });

  it('has each access level once, what can do most harm first', () => {
    const matrix = matrixOf(open);
    const levels = matrix?.rows.map(({ action }) => levelName(action.accessLevel)) ?? [];
    expect(levels.filter((level, index) => level !== levels[index - 1])).toEqual([
      'Write',
      'Tagging',
      'Read',
      'List',
    ]);
  });

  it.each([
    ['CreateTrainingJob', 'notebookRole', 'unknown', 'allowed', 'implicitDeny'],
    ['StartNotebookInstance', 'dataScientist', 'unknown', 'allowed', 'implicitDeny'],
    ['CreateTrainingJob', 'hostingRole', 'implicitDeny', 'implicitDeny', 'implicitDeny'],
    ['ListTrainingJobs', 'dataScientist', 'allowed', 'allowed', 'allowed'],
    ['DeleteEndpoint', 'mlopsEngineer', 'allowed', 'allowed', 'implicitDeny'],
    ['AddTags', 'notebookRole', 'mixed', 'mixed', 'implicitDeny'],
  ] as const)('%s of %s: %s, careful %s, of another team %s', (action, persona, ...verdicts) => {
    expect([open, careful, foreign].map((context) => cell(context, action, persona))).toEqual(verdicts);
  });

  it('asks of every resource that a call needs, and of each that it may be about', () => {
    const matrix = matrixOf(open);
    const resources = (name: string) =>
      matrix?.rows.find(({ action }) => action.name === `sagemaker:${name}`)?.resources ?? [];
    expect(resources('CreateEndpoint').map((arn) => arn.split(/[:/]/)[5])).toEqual([
      'endpoint',
      'endpoint-config',
    ]);
    expect(resources('AddTags').length).toBeGreaterThan(50);
    expect(resources('ListTrainingJobs')).toEqual(['*']);
  });

  it('does not say allowed, nor denied, where that depends on how a pattern is read', () => {
    const Resource = 'arn:aws:sagemaker:*:endpoint/*';
    const denied = documents.map((document) => ({
      ...document,
      policy: {
        ...document.policy,
        Statement: [...document.policy.Statement, { Effect: 'Deny' as const, Action: '*', Resource }],
      },
    }));
    const matrix = careful && accessMatrix(draft, denied, catalog, careful, builtIn);
    const row = matrix?.rows.find(({ action }) => action.name === 'sagemaker:DeleteEndpoint');
    expect(cell(careful, 'DeleteEndpoint', 'mlopsEngineer')).toBe('allowed');
    expect(row?.verdicts[matrix?.personas.indexOf('mlopsEngineer') ?? -1]).toBe('unknown');
    expect(row?.verdicts[matrix?.personas.indexOf('hostingRole') ?? -1]).toBe('implicitDeny');
  });

  it('gives the call behind a cell', () => {
    const matrix = matrixOf(careful);
    const row = matrix?.rows.find(({ action }) => action.name === 'sagemaker:CreateTrainingJob');
    const asked = row && matrix && matrixCall(matrix, 'notebookRole', row, row.resources[0] ?? '*');
    expect(asked && simulate(asked.request, asked.policies.set, { missingKeys: 'unknown' }).verdict).toBe(
      'allowed',
    );
    expect(matrix && row && matrixCall(matrix, 'nobody', row, '*')).toBeUndefined();
  });

  it('has the verdict on each resource behind a cell', () => {
    const matrix = matrixOf(open);
    const row = matrix?.rows.find(({ action }) => action.name === 'sagemaker:AddTags');
    const verdicts = row?.byResource[matrix?.personas.indexOf('notebookRole') ?? -1] ?? [];
    const simulated = row?.resources.map((resource) => {
      const asked = matrix && matrixCall(matrix, 'notebookRole', row, resource);
      return asked && shownVerdict(simulate(asked.request, asked.policies.set, { missingKeys: 'unknown' }));
    });
    expect(new Set(verdicts).size).toBeGreaterThan(1);
    expect(verdicts).toEqual(simulated);
  });

  it.each(matrixContexts)('is plain data: $label', (context) => {
    const matrix = accessMatrix(draft, documents, catalog, context, builtIn);
    expect(structuredClone(matrix)).toEqual(matrix);
  });
});
