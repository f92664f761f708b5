import { beforeAll, describe, expect, it } from 'vitest';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import { identityPolicies } from '../compose/appliedPolicies.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createDraft } from '../draft/createDraft.ts';
import { compareExact } from '../exact/compareExact.ts';
import { builtIn } from '../library/builtIn.ts';
import { type Draft, noLimits } from '../model/draft.ts';
import { exhaustive } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { type ActivityVariant, activityVariants } from './activityVariants.ts';
import { applyCover, withFarWider, withPersona } from './applyCover.ts';
import { callDecider, isLetThrough } from './callDecider.ts';
import { coverWithActivities } from './coverWithActivities.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const account = '123456789012';
const principal = `arn:aws:iam::${account}:role/Team`;
const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${account}:${resource}`;
const call = (action: string, resource: string, context: UsedCall['context'] = {}): UsedCall => ({
  action,
  resource,
  context,
  count: 1,
});

const reads = call('s3:GetObject', 'arn:aws:s3:::lake-in/churn/part-1.csv');
const writes = call('s3:PutObject', 'arn:aws:s3:::lake-in/churn/model.tar.gz');
const deletes = call('s3:DeleteObject', 'arn:aws:s3:::lake-in/churn/old.csv');
const listsAll = call('s3:ListBucket', 'arn:aws:s3:::lake-in', { 's3:prefix': [] });
const locates = call('s3:GetBucketLocation', 'arn:aws:s3:::lake-in');
const trains = call('sagemaker:CreateTrainingJob', arn('sagemaker', 'training-job/churn-1'));
const follows = call('sagemaker:DescribeTrainingJob', arn('sagemaker', 'training-job/churn-1'));
const models = call('sagemaker:DescribeModel', arn('sagemaker', 'model/churn-1'));
const makesModel = call('sagemaker:CreateModel', arn('sagemaker', 'model/churn-1'));
const domain = call('sagemaker:DescribeDomain', arn('sagemaker', 'domain/d-abcdefgh1234'));
const cluster = call('sagemaker:DescribeCluster', arn('sagemaker', 'cluster/abcdefgh1234'));
const pulls = call('ecr:BatchGetImage', arn('ecr', 'repository/churn/train'));
const logs = call('logs:PutLogEvents', arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:x'));
const interfaces = [
  'CreateNetworkInterface',
  'CreateNetworkInterfacePermission',
  'DeleteNetworkInterface',
].map((name) => call(`ec2:${name}`, arn('ec2', 'network-interface/eni-0abc12345def67890')));

const nothing = createDraft({}, builtIn);
const ask = (persona: string, calls: readonly UsedCall[], draft: Draft = nothing) =>
  coverWithActivities(draft, { persona, calls, principal, ruleset: builtIn, catalog });

const activitiesIn = (changes: ReturnType<typeof ask>['changes']) =>
  changes.flatMap((change) => (change.kind === 'activity' ? [change.activity] : []));

describe('what far wider activities alone allow is left open', () => {
  it.each<
    [persona: string, calls: readonly UsedCall[], selected: readonly string[], wider: readonly string[]]
  >([
    ['notebookRole', [reads, writes, listsAll], ['notebookData'], ['s3AccountAccess']],
    ['mlopsEngineer', [trains, reads, writes, listsAll], ['manageJobs', 's3TeamAccess'], ['s3AccountAccess']],
    ['notebookRole', [reads, listsAll], ['notebookData'], ['s3AccountAccess']],
    ['mlopsEngineer', [models, locates, deletes], ['s3TeamAccess'], ['manageModels']],
    ['mlopsEngineer', [makesModel, models, locates, deletes], ['manageModels', 's3TeamAccess'], []],
    ['notebookRole', [locates, deletes], ['s3TeamAccess'], []],
    ['trainingRole', [logs, ...interfaces], ['logsAndMetrics', 'jobVpcNetworking'], []],
    ['dataScientist', [trains, follows, cluster], ['manageJobs'], ['consoleReadAccess']],
    ['dataScientist', [follows, models, domain, cluster], ['consoleReadAccess'], []],
    ['hyperPodAdmin', [cluster], [], ['manageClusters']],
    [
      'hyperPodAdmin',
      [cluster, call('sagemaker:UpdateCluster', arn('sagemaker', 'cluster/abcdefgh1234'))],
      ['manageClusters'],
      [],
    ],
  ])('%s', (persona, calls, selected, wider) => {
    const { changes, farWider } = ask(persona, calls);
    expect([activitiesIn(changes).toSorted(), farWider.map(({ activity }) => activity)]).toEqual([
      selected.toSorted(),
      wider,
    ]);
  });
});

it('what is left open is allowed once it is selected, beside the rest', () => {
  const calls = [reads, writes, listsAll];
  const found = ask('notebookRole', calls);
  expect(found.verdicts).toEqual(['allowed', 'allowed', 'implicitDeny']);
  const [wider] = found.farWider;
  expect(wider?.calls.map(({ action }) => action)).toEqual(['s3:ListBucket']);
  expect(wider?.everywhere).toEqual(expect.arrayContaining(['s3:GetObject', 's3:PutObject']));
  const draft = applyCover(nothing, withFarWider(found, new Set(['s3AccountAccess'])), builtIn);
  const decide = callDecider(documentsWithOpen(draft, builtIn, new Set()), {
    persona: 'notebookRole',
    principal,
    catalog,
  });
  // Whose bucket it is, no event says.
  expect(calls.map(decide)).toEqual(['allowed', 'allowed', 'unknown']);
  expect(ask('notebookRole', calls, draft)).toMatchObject({ changes: [], farWider: [] });
});

const alone = (persona: string, { choice }: ActivityVariant, draft: Draft) =>
  documentsWithOpen(
    { ...draft, personas: [persona], activities: { [persona]: [choice] }, limits: noLimits, edits: {} },
    builtIn,
    new Set(['inputData', 'outputData', 'workData', 'notebookData', 'namePrefix']),
  );

const policiesOf = (persona: string, variant: ActivityVariant, draft: Draft) =>
  identityPolicies(alone(persona, variant, draft), persona).set.identity ?? [];

const SENSITIVE = new Set(['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'sagemaker:CreateTrainingJob']);

/** The same thing of someone else. */
const stranger = ({ resource = '', ...rest }: UsedCall): UsedCall => ({
  ...rest,
  resource: resource.replace(/(?<=:::|[/])[^/:]+/, 'stranger-7'),
});

describe('no activity of a selection can give way to one that allows less', () => {
  const all = [
    reads,
    writes,
    deletes,
    listsAll,
    locates,
    trains,
    follows,
    models,
    domain,
    cluster,
    pulls,
    logs,
  ];
  const roles = ['notebookRole', 'mlopsEngineer', 'dataScientist', 'trainingRole'];
  const pairs = all.flatMap((one, place) => all.slice(place + 1).map((other) => [one, other]));
  const asked: readonly (readonly [persona: string, calls: readonly UsedCall[]])[] = exhaustive
    ? roles.flatMap((persona) => [all, ...pairs].map((calls) => [persona, calls] as const))
    : [
        ['notebookRole', all],
        ['mlopsEngineer', [deletes, cluster, domain, models]],
        ['dataScientist', [reads, writes, follows, models]],
      ];
  it.each(asked)('of %s for %j', (persona, calls) => {
    const found = ask(persona, calls);
    const draft = applyCover(nothing, found, builtIn);
    const start = withPersona({ ...nothing, variables: draft.variables }, persona, builtIn);
    const variants = activityVariants(start, persona, builtIn).filter(({ changed }) => changed.length === 0);
    const decide = (variant: ActivityVariant) => {
      const decider = callDecider(alone(persona, variant, draft), { persona, principal, catalog });
      return (one: UsedCall) => isLetThrough(decider(one));
    };
    const selected = activitiesIn(found.changes).flatMap(
      (id) => variants.find(({ choice }) => choice.activity === id) ?? [],
    );
    for (const one of selected) {
      const allows = decide(one);
      const covered = calls.filter((asked) => SENSITIVE.has(asked.action) && allows(stranger(asked)));
      const byOthers = selected.filter((other) => other !== one).map(decide);
      expect(
        covered.filter((asked) => byOthers.some((other) => other(asked) && !other(stranger(asked)))),
      ).toEqual([]);
      const others = selected.filter((other) => other !== one).map(decide);
      const own = calls.filter((asked) => decide(one)(asked) && !others.some((allows) => allows(asked)));
      for (const other of variants.filter(
        (variant) => !selected.includes(variant) && own.every(decide(variant)),
      )) {
        const [before, after] = [one, other].map((variant) => policiesOf(persona, variant, draft));
        const { newAccess, removedAccess } = compareExact(before ?? [], after ?? []);
        expect([one.choice.activity, other.choice.activity, newAccess.kind, removedAccess.kind]).not.toEqual([
          one.choice.activity,
          other.choice.activity,
          'none',
          'some',
        ]);
      }
    }
  });
});
