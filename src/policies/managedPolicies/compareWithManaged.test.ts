import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decidingAlone } from '../access/everyRequest/decidingAlone.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Documents } from '../exact/answer.ts';
import { builtIn } from '../library/builtIn.ts';
import { prepare } from '../simulate/prepare.ts';
import { globMatcher } from '../language/glob.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { simulate } from '../simulate/simulate.ts';
import { runs } from '../testing/effort.ts';
import { testCatalog } from '../testing/testCatalog.ts';
import { compareWithManaged, type ManagedComparison } from './compareWithManaged.ts';
import type { NeededActivity } from './neededActivities.ts';
import { type Replacement, replacementOf } from './replacement.ts';
import { managedByName } from './testing/managedByName.ts';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await testCatalog();
});

const everyActivity: readonly NeededActivity[] = builtIn.personas
  .filter(({ kind }) => kind === 'identity')
  .flatMap(({ id, activities }) => activities.map(({ activity }) => ({ persona: id, activity })));

const needs = (...keys: readonly string[]): readonly NeededActivity[] =>
  keys.map((key) => {
    const [persona = '', activity = ''] = key.split('/');
    return { persona, activity };
  });

interface Compared {
  readonly before: Documents;
  readonly made: Replacement;
  readonly comparison: ManagedComparison;
}

function compared(name: string, needed: readonly NeededActivity[]): Compared {
  const policy = managedByName(name);
  const made = replacementOf(needed, {}, builtIn);
  const comparison = [...compareWithManaged(policy, made.roles, catalog)].at(-1);
  if (!comparison) throw new Error('no comparison');
  return { before: [policy], made, comparison };
}

function verdict(policies: Documents, request: AccessRequest) {
  const set = decidingAlone('identity', policies, request);
  return set && simulate(request, set).verdict;
}

/** Everything that is said, held against the simulator. */
function expectTrue({ before, made, comparison }: Compared): void {
  for (const { action, lost, kept, state } of comparison.actions) {
    if (lost) {
      expect([action, verdict(before, lost)]).toEqual([action, 'allowed']);
      for (const { policies } of made.roles)
        expect([action, verdict(policies, lost)]).not.toEqual([action, 'allowed']);
    }
    if (kept) {
      const role = made.roles.find(({ persona }) => persona === kept.role);
      expect([action, verdict(before, kept.request)]).toEqual([action, 'allowed']);
      expect([action, verdict(role?.policies ?? [], kept.request)]).toEqual([action, 'allowed']);
    }
    expect([action, lost !== undefined, kept !== undefined, state]).toEqual(
      state === 'undecided'
        ? [action, lost !== undefined, kept !== undefined, state]
        : [action, state !== 'kept', state !== 'lost', state],
    );
  }
  expectConsistent({ before, made, comparison });
  for (const { action, role, request } of comparison.added) {
    const by = made.roles.find(({ persona }) => persona === role);
    expect([action, verdict(by?.policies ?? [], request)]).toEqual([action, 'allowed']);
    expect([action, verdict(before, request)]).not.toEqual([action, 'allowed']);
  }
}

/** More of each service take long, and say no more. */
const MOST_REQUESTS = 2;

/** Requests that were found for one action, asked of another of its service: what is lost no role allows, what is kept some role does. */
function expectConsistent({ before, made, comparison }: Compared): void {
  const allows = [before, ...made.roles.map(({ policies }) => policies)].map((identity) =>
    prepare({ identity }),
  );
  const isAllowed = (place: number, request: AccessRequest) =>
    allows[place]?.verdict(request).verdict === 'allowed';
  for (const { action, service, accessLevel, state } of comparison.actions) {
    // A key and a role have a say as well.
    if (service === 'kms' || service === 'sts' || state === 'narrowed' || state === 'undecided') continue;
    const others = comparison.actions
      .filter((one) => one.service === service && one.accessLevel === accessLevel)
      .flatMap(({ lost, kept }) => lost ?? kept?.request ?? []);
    for (const other of others.slice(0, MOST_REQUESTS)) {
      const types = catalog.actions(action);
      const takesResource =
        types.state === 'known' && types.actions.some((one) => one.resourceTypes.length > 0);
      const request = {
        ...other,
        action,
        ...(!takesResource && { resource: { ...other.resource, arn: '*' } }),
      };
      if (!isAllowed(0, request)) continue;
      const byRole = made.roles.some((_, place) => isAllowed(place + 1, request));
      if (isOfItsTypes(request)) expect([request, byRole]).toEqual([request, state === 'kept']);
    }
  }
}

/** Nothing is claimed of a request on a resource that the action does not take. */
const isOfItsTypes = ({ action, resource: { arn } }: AccessRequest): boolean => {
  const found = catalog.actions(action);
  const types = found.state === 'known' ? found.actions.flatMap(({ resourceTypes }) => resourceTypes) : [];
  return types.length === 0
    ? arn === '*'
    : types.some(({ arnPattern }) => globMatcher(arnPattern.replaceAll(/\$\{[^}]*\}/g, '*'))(arn));
};

const stateOf = ({ comparison }: Compared, action: string) =>
  comparison.actions.find((one) => one.action === action)?.state;

describe('what becomes of a managed policy', () => {
  it.each<[policy: string, needed: readonly string[], states: Readonly<Record<string, string | undefined>>]>([
    [
      'AmazonSageMakerFullAccess',
      ['trainingRole/jobData', 'trainingRole/logsAndMetrics', 'dataScientist/consoleReadAccess'],
      {
        's3:GetObject': 'narrowed',
        's3:CreateBucket': 'lost',
        'sagemaker:ListTrainingJobs': 'kept',
        'sagemaker:CreateTrainingJob': 'lost',
        'iam:PassRole': 'lost',
        // The managed policy does not allow it: not listed.
        'iam:CreateRole': undefined,
      },
    ],
    [
      'AmazonSageMakerReadOnly',
      ['dataScientist/consoleReadAccess'],
      {
        'sagemaker:ListModels': 'kept',
        'sagemaker:CreateModel': undefined,
        'cognito-idp:ListGroups': 'lost',
      },
    ],
    ['AmazonSageMakerReadOnly', [], { 'sagemaker:ListModels': 'lost' }],
  ])('%s with %j', (policy, needed, states) => {
    const answer = compared(policy, needs(...needed));
    expectTrue(answer);
    for (const [action, state] of Object.entries(states))
      expect([action, stateOf(answer, action)]).toEqual([action, state]);
  });

  it('has no new access with activities that it allows in full', () => {
    const { comparison } = compared('AmazonSageMakerFullAccess', needs('dataScientist/manageJobs'));
    expect(comparison.added).toEqual([]);
    expect(comparison.addedUndecided).toEqual([]);
  });

  it('is as simulated, with any activities', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'AmazonSageMakerModelRegistryFullAccess',
          'AmazonSageMakerGroundTruthExecution',
          'AmazonSageMakerPipelinesIntegrations',
          'AmazonSageMakerFeatureStoreAccess',
          'AmazonSageMakerCanvasDataPrepFullAccess',
        ),
        fc.subarray([...everyActivity], { maxLength: 8 }),
        (name, needed) => expectTrue(compared(name, needed)),
      ),
      { numRuns: runs(6) },
    );
  });
});
