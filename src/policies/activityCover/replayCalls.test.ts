import { beforeAll, expect, it } from 'vitest';
import type { Catalog } from '../catalog/catalog.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { noLimits } from '../model/draft.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { applyCover } from './applyCover.ts';
import { coverWithActivities } from './coverWithActivities.ts';
import { replayCalls } from './replayCalls.ts';
import { usedActivities } from './usedActivities.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const principal = 'arn:aws:iam::123456789012:role/Job';
const call = (action: string, resource: string, count = 1): UsedCall => ({
  action,
  resource,
  context: {},
  count,
});
const reads = ['a', 'b'].map((key) => call('s3:GetObject', `arn:aws:s3:::lake-in/churn/${key}`, 20));
const foreign = call('dynamodb:GetItem', 'arn:aws:dynamodb:us-east-1:123456789012:table/x', 3);
const persona = 'trainingRole';
const asked = (calls: readonly UsedCall[]) => ({ persona, principal, ruleset: builtIn, catalog, calls });
const nothing = createDraft({}, builtIn);

it('counts every call, and lists those that would fail by action', () => {
  const draft = applyCover(nothing, coverWithActivities(nothing, asked(reads)), builtIn);
  const replay = replayCalls(draft, asked([...reads, foreign]));
  expect(replay).toMatchObject({ calls: 43, allowed: 40, conditional: 0, failing: 3 });
  expect(replay.groups).toMatchObject([
    {
      call: { action: 'dynamodb:GetItem' },
      resources: [foreign.resource],
      verdict: 'implicitDeny',
      count: 3,
    },
  ]);
});

it('is not decided by an example', () => {
  const draft = createDraft({ personas: [persona] }, builtIn);
  const ofExample = call('s3:GetObject', 'arn:aws:s3:::ml-input/team-a/x');
  expect(replayCalls(draft, asked([ofExample])).failing).toBe(1);
});

it('what a selection was found for passes its replay', () => {
  for (const calls of [
    reads,
    [
      ...reads,
      call(
        'logs:PutLogEvents',
        'arn:aws:logs:us-east-1:123456789012:log-group:/aws/sagemaker/TrainingJobs:log-stream:a',
      ),
    ],
  ]) {
    const draft = applyCover(nothing, coverWithActivities(nothing, asked(calls)), builtIn);
    expect(replayCalls(draft, asked(calls)).failing).toBe(0);
  }
});

it('an activity that no call used is listed, with what it allows', () => {
  const draft = applyCover(
    createDraft({ personas: [persona] }, builtIn),
    coverWithActivities(createDraft({ personas: [persona] }, builtIn), asked(reads)),
    builtIn,
  );
  const uses = usedActivities(draft, asked(reads));
  const used = uses.filter(({ isUsed }) => isUsed).map(({ activity }) => activity);
  expect(used).toEqual(['jobData']);
  expect(uses.find(({ activity }) => activity === 'logsAndMetrics')?.unusedActions).toContain(
    'logs:PutLogEvents',
  );
  expect(uses.find(({ activity }) => activity === 'jobData')?.unusedActions).not.toContain('s3:GetObject');
});

it('counts the resource control policies of the set, for resources of its account', () => {
  const limits = {
    ...noLimits,
    chosen: ['storePerimeter', 'storeTls'].map((guardrail) => ({ guardrail, options: {} })),
  };
  const draft = applyCover(
    createDraft({ limits }, builtIn),
    coverWithActivities(createDraft({ limits }, builtIn), asked(reads)),
    builtIn,
  );
  const over = (context: UsedCall['context']) => reads.map((one) => ({ ...one, context }));
  const replay = (context: UsedCall['context']) => replayCalls(draft, asked(over(context)));
  expect(replay({ 'aws:SecureTransport': 'true' })).toMatchObject({
    allowed: 40,
    conditional: 0,
    failing: 0,
  });
  expect(replay({ 'aws:SecureTransport': 'false' })).toMatchObject({ allowed: 0, failing: 40 });
  expect(replay({})).toMatchObject({ allowed: 0, conditional: 40 });
});
