import { beforeAll, describe, expect, it } from 'vitest';
import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import { levelName } from '../catalog/accessLevels.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions } from '../catalog/lookup.ts';
import { escalationPaths } from '../checks/beyondAccessAnalyzer/escalationPaths.ts';
import { compose } from '../compose/compose.ts';
import { createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import { catalogOnDemand, testCatalog } from '../testing/testCatalog.ts';
import { allowedReach, costBeyond, reachBeyond } from './accessBeyond.ts';
import { applyCover, withPersona } from './applyCover.ts';
import { coversOfPersonas } from './coversOfPersonas.ts';
import { givingAway, isGivingAway, isNeededBy } from './givenAway.ts';
import type { UsedCall } from '../simulate/usedCall.ts';
import { valuesOfUse } from './valuesOfUse.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

it.each<[action: string, level: string, gives: boolean]>([
  ['iam:PassRole', 'Write', true],
  ['iam:passrole', 'Write', true],
  ['kms:CreateGrant', 'Permissions management, Write', true],
  ['iam:PutRolePolicy', 'Permissions management', true],
  ['iam:CreateAccessKey', 'Write', true],
  ['s3:PutBucketPolicy', 'Permissions management', true],
  ['sts:AssumeRole', 'Write', true],
  ['iam:AddUserToGroup', 'Write', true],
  ['iam:ResetServiceSpecificCredential', 'Write', true],
  ['sts:AssumeRoot', 'Write', true],
  ['ec2:CreateNetworkInterfacePermission', 'Permissions management', false],
  ['kms:RevokeGrant', 'Permissions management', false],
  ['s3:PutObject', 'Write', false],
  ['iam:GetRole', 'Read', false],
])('%s (%s) gives something away: %s', (action, level, gives) => {
  expect(isGivingAway(action, level)).toBe(gives);
});

it('is what a path of escalation says of IAM', () => {
  const ofIam = escalationPaths
    .flatMap(({ needs, oneOf = [] }) => [...needs, ...oneOf])
    .map(({ action }) => action)
    .filter((action) => action.startsWith('iam:'));
  expect(ofIam).toContain('iam:AddUserToGroup');
  const given = (action: string) =>
    (matchedActions(catalog, action) ?? []).some((one) => isGivingAway(one.name, one.accessLevel));
  expect(ofIam.filter((action) => !given(action))).toEqual([]);
});

it('is of actions that AWS has, and doesn’t count as managing permissions', () => {
  const levels = givingAway.map((pattern) => [
    pattern,
    [...new Set((matchedActions(catalog, pattern) ?? []).map((one) => levelName(one.accessLevel)))],
  ]);
  expect(levels).toEqual(givingAway.map((pattern) => [pattern, ['Write']]));
});

it.each<[action: string, call: string, needed: boolean]>([
  ['iam:passrole', 'iam:passrole', true],
  ['iam:passrole', 'sagemaker:createtrainingjob', true],
  ['iam:passrole', 'lambda:createfunction', true],
  ['iam:passrole', 'sagemaker:createpresigneddomainurl', false],
  ['iam:passrole', 'sagemaker:describetrainingjob', false],
  ['iam:passrole', 'logs:createlogstream', false],
  ['kms:creategrant', 'sagemaker:createendpoint', true],
  ['kms:creategrant', 'kms:decrypt', false],
  ['iam:putrolepolicy', 'sagemaker:createtrainingjob', false],
])('whether %s is needed by %s: %s', (action, call, needed) => {
  expect(isNeededBy(action, [call])).toBe(needed);
});

/** What a persona is allowed by a statement with these actions. */
function reachWith(patterns: readonly string[], from: Catalog) {
  const draft = createDraft({ personas: ['trainingRole'] }, builtIn);
  const identity = compose(draft, builtIn).find(({ kind }) => kind === 'identity')!;
  const Statement = patterns.map((Action) => ({ Effect: 'Allow' as const, Action, Resource: '*' }));
  const document = {
    ...identity,
    personas: ['trainingRole'],
    policy: { Version: '2012-10-17' as const, Statement },
  };
  return allowedReach([document], { persona: 'trainingRole', principal, catalog: from });
}

it('counts every action of a service without data: what it gives away is unknown', async () => {
  const without = await catalogOnDemand();
  const patterns = ['*', 'iam:*', 'iam:Put*', 'kms:Create?rant', 's3:GetObject', 'unknown:Do'];
  const given = [...reachWith(patterns, without)].map(([name, one]) => [name, one.isGivingAway]);
  expect(given).toEqual(patterns.map((pattern) => [pattern, true]));
  expect(reachWith(['s3:GetObject'], catalog).get('s3:GetObject')?.isGivingAway).toBe(false);
});

const account = '123456789012';
const principal = `arn:aws:iam::${account}:role/Team`;
const arn = (service: string, resource: string) => `arn:aws:${service}:us-east-1:${account}:${resource}`;
const nothing = createDraft({}, builtIn);

const looks: readonly (readonly [action: string, resource: string])[] = [
  ['ecr:GetAuthorizationToken', '*'],
  ['kms:DescribeKey', arn('kms', 'key/1234abcd-12ab-34cd-56ef-1234567890ab')],
  ['sagemaker:DescribeTrainingJob', arn('sagemaker', 'training-job/churn-1')],
  ['sagemaker:DescribeDomain', arn('sagemaker', 'domain/d-abcdefgh1234')],
  ['logs:PutLogEvents', arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:log-stream:x')],
  ['iam:GetRole', `arn:aws:iam::${account}:role/service-role/Job`],
];

const callOf = ([action, resource]: readonly [string, string]): UsedCall => ({
  action,
  resource,
  context: {},
  count: 1,
});

const known = new Map<string, ReturnType<typeof offeredFor>>();

/** Asked once for the same calls. */
function offered(calls: readonly UsedCall[]) {
  const key = JSON.stringify(calls);
  const found = known.get(key) ?? offeredFor(calls);
  known.set(key, found);
  return found;
}

/** What the role of each cover is allowed, before and after it. */
function offeredFor(calls: readonly UsedCall[]) {
  const open = new Set(valuesOfUse(calls, principal, nothing, builtIn).map(({ variable }) => variable));
  return coversOfPersonas(nothing, { calls, principal, ruleset: builtIn, catalog }).map((cover) => {
    const reach = (draft: typeof nothing) =>
      allowedReach(documentsWithOpen(draft, builtIn, open), { persona: cover.persona, principal, catalog });
    const after = applyCover(nothing, cover, builtIn);
    const before = { ...withPersona(nothing, cover.persona, builtIn), variables: after.variables };
    return { cover, added: reachBeyond(reach(after), reach(before)) };
  });
}

describe('selections of calls that only look', () => {
  it.each(looks)('give nothing away for %s, and what does is left open with its name', (action, resource) => {
    const all = offered([callOf([action, resource])]);
    for (const { cover, added } of all) {
      const given = [...added].filter(([, one]) => one.isGivingAway).map(([name]) => name);
      expect([cover.persona, given]).toEqual([cover.persona, []]);
      for (const { givesAway, everywhere } of cover.farWider)
        expect(givesAway.length + everywhere.length).toBeGreaterThan(0);
    }
  });

  it('leave open what gives away a role for a token of a registry', () => {
    const all = offered([callOf(['ecr:GetAuthorizationToken', '*'])]);
    const left = all.flatMap(({ cover }) => cover.farWider);
    expect(left.map(({ activity, givesAway }) => [activity, givesAway])).toContainEqual([
      'useCanvas',
      ['iam:PassRole'],
    ]);
  });
});

it('of selections that allow the same, the one that allows the least else comes first', () => {
  const asked = [...looks.map((one) => [one]), looks.slice(0, 3)];
  let ties = 0;
  for (const calls of asked.map((some) => some.map(callOf))) {
    const called = new Set(calls.map(({ action }) => action.toLowerCase()));
    const all = offered(calls).map(({ cover, added }) => ({ ...cover, cost: costBeyond(added, called) }));
    for (const [place, one] of all.slice(1).entries()) {
      const before = all[place];
      if (before?.letThrough !== one.letThrough || before.leftOpen !== one.leftOpen) continue;
      if (before.cost !== one.cost) ties += 1;
      expect(before.cost).toBeLessThanOrEqual(one.cost);
    }
  }
  expect(ties).toBeGreaterThan(5);
});
