import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft } from '../model/draft.ts';
import { runs } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { callDecider, isLetThrough } from './callDecider.ts';
import { applyCover } from './applyCover.ts';
import { coverWithActivities } from './coverWithActivities.ts';
import { coversOfPersonas } from './coversOfPersonas.ts';
import { neededAction, type UsedCall } from '../simulate/usedCall.ts';
import { valuesOfUse } from './valuesOfUse.ts';
import { wholeBuckets } from './wholeBuckets.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const account = '123456789012';
const principal = `arn:aws:sts::${account}:assumed-role/Team/session`;
const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${account}:${resource}`;

const call = (action: string, resource: string, rest: Partial<UsedCall> = {}): UsedCall => ({
  action,
  resource,
  context: {},
  count: 1,
  ...rest,
});

const nothing = createDraft({}, builtIn);

const cover = (persona: string, calls: readonly UsedCall[], draft: Draft = nothing) =>
  coverWithActivities(draft, { persona, calls, principal, ruleset: builtIn, catalog });

const activitiesOf = (persona: string, calls: readonly UsedCall[], draft: Draft = nothing) =>
  cover(persona, calls, draft).changes.flatMap((change) =>
    change.kind === 'activity' ? [change.activity] : [],
  );

const valuesOf = (persona: string, calls: readonly UsedCall[], draft: Draft = nothing) => {
  const { variables } = applyCover(draft, cover(persona, calls, draft), builtIn);
  const { partition: _, region: _region, accountId: _account, ...others } = variables;
  return others;
};

const training = call(
  'sagemaker:CreateTrainingJob',
  arn('sagemaker', 'training-job/churn-xgb-2026-11-02-10-00'),
  {
    operation: 'CreateTrainingJob',
    context: { 'sagemaker:VpcSubnets': [], 'sagemaker:VpcSecurityGroupIds': [] },
  },
);
const reads = call('s3:GetObject', 'arn:aws:s3:::lake-in/churn/part-1.csv', { count: 40 });
const writes = call('s3:PutObject', 'arn:aws:s3:::lake-out/models/a/model.tar.gz');

describe('the smallest selection of activities', () => {
  it.each<[persona: string, calls: readonly UsedCall[], activities: readonly string[]]>([
    ['trainingRole', [reads], ['jobData']],
    ['trainingRole', [reads, writes], ['jobData']],
    [
      'trainingRole',
      [call('logs:PutLogEvents', arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:x'))],
      ['logsAndMetrics'],
    ],
    ['dataScientist', [training], ['manageJobs']],
    [
      'dataScientist',
      [training, call('sagemaker:DescribeTrainingJob', arn('sagemaker', 'training-job/churn-xgb-1'))],
      ['manageJobs'],
    ],
    ['mlopsEngineer', [neededAction('sagemaker:InvokeEndpoint')], ['manageEndpoints']],
    ['hostingRole', [], []],
    ['trainingRole', [call('dynamodb:GetItem', arn('dynamodb', 'table/x'))], []],
  ])('of %s for %j', (persona, calls, activities) => {
    expect(activitiesOf(persona, calls)).toEqual(activities);
  });

  it('has only the values that a call needs, in the fields that allow the least', () => {
    expect(valuesOf('trainingRole', [reads])).toEqual({ inputData: ['lake-in/churn'] });
    expect(valuesOf('trainingRole', [reads, writes])).toEqual({
      inputData: ['lake-in/churn'],
      outputData: ['lake-out/models/a'],
    });
  });

  it('changes an option where that is enough', () => {
    const delivered = cover('mlopsEngineer', [neededAction('sagemaker:InvokeEndpoint')]);
    expect(delivered.changes).toContainEqual(
      expect.objectContaining({
        activity: 'manageEndpoints',
        options: expect.objectContaining({ invoke: 'on' }),
      }),
    );
  });

  it('needs nothing where the draft allows all', () => {
    const done = applyCover(nothing, cover('trainingRole', [reads, writes]), builtIn);
    expect(cover('trainingRole', [reads, writes], done).changes).toEqual([]);
  });

  it('adds to what is selected, and takes nothing away', () => {
    const draft = createDraft(
      { personas: ['trainingRole'], variables: { inputData: ['lake-in/other'] } },
      builtIn,
    );
    const after = applyCover(draft, cover('trainingRole', [reads], draft), builtIn);
    expect(after.variables['inputData']).toEqual(['lake-in/other', 'lake-in/churn']);
    expect(after.activities).toEqual(draft.activities);
  });

  it('says which calls nothing allows', () => {
    const { verdicts } = cover('trainingRole', [reads, call('dynamodb:GetItem', arn('dynamodb', 'table/x'))]);
    expect(verdicts).toEqual(['allowed', 'implicitDeny']);
  });
});

describe('a bucket that is entered as a whole', () => {
  const list = call('s3:ListBucket', 'arn:aws:s3:::lake-in');
  const located = call('s3:GetBucketLocation', 'arn:aws:s3:::other');
  const wholeIn = (calls: readonly UsedCall[], draft: Draft = nothing) =>
    wholeBuckets(cover('trainingRole', calls, draft).changes, calls, builtIn);
  const allowsObjectsOf = (calls: readonly UsedCall[], bucket: string) => {
    const after = applyCover(nothing, cover('trainingRole', calls), builtIn);
    const open = new Set(valuesOfUse(calls, principal, nothing, builtIn).map(({ variable }) => variable));
    const decide = callDecider(documentsWithOpen(after, builtIn, open), {
      persona: 'trainingRole',
      principal,
      catalog,
    });
    return isLetThrough(decide(call('s3:GetObject', `arn:aws:s3:::${bucket}/any/object`)));
  };

  it.each<[what: string, calls: readonly UsedCall[], buckets: readonly string[]]>([
    ['a list of a bucket', [list], ['lake-in']],
    ['a list, and objects of it', [list, reads], []],
    ['a list, and objects of another', [list, writes], ['lake-in']],
    ['objects alone', [reads, writes], []],
    ['an object at the top', [call('s3:GetObject', 'arn:aws:s3:::lake-in/a.csv')], []],
  ])('%s', (_, calls, buckets) => {
    expect(wholeIn(calls)).toEqual(buckets);
  });

  it('is named where a bucket’s objects are allowed by a call on the bucket alone', () => {
    for (const calls of [[list], [list, located], [list, writes], [located]]) {
      const named = wholeIn(calls);
      for (const bucket of ['lake-in', 'other'])
        if (!calls.some(({ resource = '' }) => resource.startsWith(`arn:aws:s3:::${bucket}/`)))
          expect([bucket, allowsObjectsOf(calls, bucket)]).toEqual([bucket, named.includes(bucket)]);
    }
  });

  it('is not named where the draft has it', () => {
    const draft = createDraft({ personas: ['trainingRole'], variables: { inputData: ['lake-in'] } }, builtIn);
    expect(wholeIn([list], draft)).toEqual([]);
  });
});

it.each<[persona: string, calls: readonly UsedCall[]]>([
  ['dataScientist', [training, call('sagemaker:ListNotebookInstances', '*')]],
  [
    'imageBuildRole',
    [call('logs:PutLogEvents', arn('logs', 'log-group:/aws/codebuild/sagemaker-studio-x:log-stream:y'))],
  ],
])('%s is the persona whose activities allow the most', (persona, calls) => {
  const covers = coversOfPersonas(nothing, { calls, principal, ruleset: builtIn, catalog });
  expect(covers[0]?.persona).toBe(persona);
  expect(covers.map((one) => one.persona).toSorted()).not.toContain('vpcEndpoint');
});

describe('laws of the cover', () => {
  const resources: Readonly<Record<string, readonly string[]>> = {
    's3:GetObject': ['arn:aws:s3:::lake-in/churn/a', 'arn:aws:s3:::lake-in/x/y/b', 'arn:aws:s3:::other/c'],
    's3:PutObject': ['arn:aws:s3:::lake-out/models/m', 'arn:aws:s3:::lake-in/churn/a'],
    's3:ListBucket': ['arn:aws:s3:::lake-in'],
    'sagemaker:DescribeTrainingJob': [
      arn('sagemaker', 'training-job/a-1'),
      arn('sagemaker', 'training-job/b-2'),
    ],
    'sagemaker:CreateModel': [arn('sagemaker', 'model/a-1')],
    'sagemaker:ListTrainingJobs': ['*'],
    'kms:Decrypt': [arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab')],
    'logs:GetLogEvents': [arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:a')],
    'iam:PassRole': [`arn:aws:iam::${account}:role/Job`],
    'dynamodb:Query': [arn('dynamodb', 'table/x')],
  };
  const anyCall = fc
    .constantFrom(...Object.entries(resources))
    .chain(([action, all]) => fc.constantFrom(...all).map((resource) => call(action, resource)));
  const persona = fc.constantFrom('dataScientist', 'notebookRole', 'trainingRole', 'mlopsEngineer');
  const calls = fc.uniqueArray(anyCall, { maxLength: 6, selector: (one) => `${one.action} ${one.resource}` });

  it('what it says is what the changed draft says, and the order makes no difference', () => {
    fc.assert(
      fc.property(persona, calls, (id, asked) => {
        const found = cover(id, asked);
        const draft = applyCover(nothing, found, builtIn);
        const open = new Set(valuesOfUse(asked, principal, nothing, builtIn).map(({ variable }) => variable));
        const decide = callDecider(documentsWithOpen(draft, builtIn, open), {
          persona: id,
          principal,
          catalog,
        });
        expect(asked.map(decide)).toEqual(found.verdicts);
        const turned = cover(id, asked.toReversed());
        expect(turned.changes).toEqual(found.changes);
        expect(turned.verdicts.toReversed()).toEqual(found.verdicts);
      }),
      { numRuns: runs(8) },
    );
  });

  it('what an activity alone allows, it allows', () => {
    fc.assert(
      fc.property(persona, anyCall, anyCall, (id, one, other) => {
        const each = [one, other].map((asked) => cover(id, [asked]).verdicts[0]);
        const { verdicts } = cover(id, [one, other]);
        each.forEach((verdict, place) => {
          if (verdict === 'allowed') expect(['allowed', 'unknown']).toContain(verdicts[place]);
        });
      }),
      { numRuns: runs(6) },
    );
  });
});
