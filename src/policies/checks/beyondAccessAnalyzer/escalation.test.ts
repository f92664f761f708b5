import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Statement } from '../../language/policy.ts';
import type { Report } from '../check.ts';
import { simulate } from '../../simulate/simulate.ts';
import { fewerRuns, runs } from '../../testing/effort.ts';
import { readStatement } from '../checkedStatement.ts';
import { escalation } from './escalation.ts';
import {
  type Advice,
  type EscalationPath,
  type Step,
  type StepLimit,
  UNMEANT_NAME,
} from './escalationPath.ts';
import { adviceOf, escalationPaths } from './escalationPaths.ts';
import { catalogOnDemand } from '../../testing/testCatalog.ts';

let catalog: Catalog;

beforeAll(async () => {
  catalog = await catalogOnDemand();
  const services = new Set(everyStep.map(({ step }) => step.action.split(':')[0] ?? ''));
  await Promise.all([...services].map((service) => catalog.load(service)));
});

type Json = Record<string, unknown>;

/** What the check says the holder can do. The check alone is run: no other one has a say in it. */
function gains(statements: readonly Json[]): readonly string[] {
  const found: string[] = [];
  const report: Report = (_, __, values) => found.push(values?.['gain'] ?? '');
  const text = JSON.stringify(statements);
  const root = parseTree(text);
  if (!root) throw new Error('no JSON');
  escalation.run({
    text,
    type: 'identity',
    resourceType: undefined,
    catalog,
    placeholders: 'open',
    today: undefined,
    roles: undefined,
    root,
    elements: new Map(),
    version: '2012-10-17',
    statements: (root.children ?? []).map(readStatement),
    report,
    notChecked: () => undefined,
  });
  return found;
}

const allow = (step: Step, over: Json = {}): Json => ({
  Effect: 'Allow',
  Action: step.action,
  Resource: '*',
  ...over,
});
const deny = (step: Step, over: Json = {}): Json => ({ ...allow(step), Effect: 'Deny', ...over });

/** A path with one of its choices, so that each step is needed. */
const ways = escalationPaths.flatMap((path) =>
  (path.oneOf ?? [undefined]).map((choice) => {
    const steps = [...path.needs, ...(choice ? [choice] : [])];
    return { name: `${path.id}: ${steps.map(({ action }) => action).join(' + ')}`, path, steps };
  }),
);
const everyStep = ways.flatMap(({ name, path, steps }) =>
  steps.map((step) => ({ name: `${name}, at ${step.action}`, path, steps, step })),
);

const open = ({ gain }: EscalationPath, statements: readonly Json[]) => gains(statements).includes(gain);

/** One step as given, the others without any limit. */
const withStep = (steps: readonly Step[], step: Step, ...given: readonly Json[]): readonly Json[] => [
  ...steps.filter((other) => other !== step).map((other) => allow(other)),
  ...given,
];

const wide = (arn: string): string => arn.replaceAll(UNMEANT_NAME, '*').replace('arn:*:', 'arn:aws:');
const narrow = (arn: string): string =>
  arn.replaceAll(UNMEANT_NAME, 'team-a-one').replace('arn:*:', 'arn:aws:');

/** Conditions that have nothing to do with what a path gains. */
const unrelated: readonly (readonly [string, Json])[] = [
  ['the caller’s address', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
  ['a tag of the caller', { StringEquals: { 'aws:PrincipalTag/team': 'a' } }],
  ['a tag of the request', { StringEquals: { 'aws:RequestTag/team': 'a' } }],
  ['the Region', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }],
  ['multi-factor authentication', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }],
  ['the organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } }],
];

describe('a path of escalation', () => {
  it('has its own id and gain', () => {
    expect(new Set(escalationPaths.map(({ id }) => id)).size).toBe(escalationPaths.length);
    expect(new Set(escalationPaths.map(({ gain }) => gain)).size).toBe(escalationPaths.length);
  });

  it.each(ways)('$name is reported when nothing limits it', ({ path, steps }) => {
    expect(
      open(
        path,
        steps.map((step) => allow(step)),
      ),
    ).toBe(true);
    expect(
      open(
        path,
        steps.map((step) => allow(step, { Resource: step.on.map(wide) })),
      ),
    ).toBe(true);
    expect(open(path, [{ Effect: 'Allow', NotAction: 'sts:*', Resource: '*' }])).toBe(true);
  });

  it.each(everyStep)('$name: is closed without this step, or when it is denied', ({ path, steps, step }) => {
    expect(open(path, withStep(steps, step))).toBe(false);
    expect(open(path, withStep(steps, step, allow(step), deny(step)))).toBe(false);
    expect(open(path, withStep(steps, step, allow(step), deny(step, { Resource: step.on.map(wide) })))).toBe(
      false,
    );
  });

  it.each(everyStep)('$name: an unrelated condition does not close it', ({ path, steps, step }) => {
    for (const [what, Condition] of unrelated) {
      expect(open(path, withStep(steps, step, allow(step, { Condition }))), what).toBe(true);
      expect(open(path, withStep(steps, step, allow(step), deny(step, { Condition }))), `Deny, ${what}`).toBe(
        true,
      );
    }
  });

  it.each(everyStep)('$name: names close it where the holder cannot choose them', ({ path, steps, step }) => {
    const named = step.on.map(narrow);
    const isOpen = step.names === 'free';
    expect(open(path, withStep(steps, step, allow(step, { Resource: named })))).toBe(isOpen);
    expect(open(path, withStep(steps, step, allow(step, { NotResource: named })))).toBe(true);
    expect(open(path, withStep(steps, step, allow(step, { NotResource: step.on.map(wide) })))).toBe(
      isOpen && false,
    );
    expect(open(path, withStep(steps, step, allow(step), deny(step, { Resource: named })))).toBe(true);
    expect(open(path, withStep(steps, step, allow(step), deny(step, { NotResource: named })))).toBe(isOpen);
  });

  /** A path with each of its choices open alone, and with all of them. */
  const openWays = escalationPaths.flatMap((path) => {
    const { needs, oneOf = [] } = path;
    const all = { name: path.id, path, steps: [...needs, ...oneOf] };
    return oneOf.length > 1 ? [all, ...ways.filter((way) => way.path === path)] : [all];
  });
  const follow = (steps: readonly Step[], { actions }: Advice, by: Advice['by'][number]) =>
    steps.flatMap((step) => {
      if (!actions.includes(step.action)) return [allow(step)];
      if (by === 'remove') return [];
      if (by === 'name') return [allow(step, { Resource: step.on.map(narrow) })];
      const limit = step.limits.find(({ key }) => key === by.key);
      if (!limit) throw new Error(`${step.action} has no ${by.key}`);
      return [allow(step, { Condition: { [like(limit)]: { [keyOf(limit)]: other(limit) } } })];
    });

  it.each(openWays)('$name ends with its advice', ({ path, steps }) => {
    const advice = adviceOf(path, steps);
    expect(advice?.by.length).toBeGreaterThan(0);
    for (const by of advice?.by ?? [])
      expect([by, open(path, follow(steps, advice!, by))]).toEqual([by, false]);
  });

  const limits = everyStep.flatMap((entry) =>
    entry.step.limits.map((limit) => ({ ...entry, name: `${entry.name}, ${limit.key}`, limit })),
  );
  const keyOf = ({ key }: StepLimit) => (key.endsWith('/') ? `${key}owner` : key);
  const isArn = ({ open: [value = ''] }: StepLimit) => value.startsWith('arn:');
  const other = (limit: StepLimit) => (isArn(limit) ? 'arn:aws:zz:::other' : 'other.example');
  const like = (limit: StepLimit) => (isArn(limit) ? 'ArnLike' : 'StringLike');
  const notLike = (limit: StepLimit) => (isArn(limit) ? 'ArnNotLike' : 'StringNotLike');
  const values = (limit: StepLimit) =>
    limit.open.map((value) => value.replaceAll(UNMEANT_NAME, '*').replace('arn:*:', 'arn:aws:'));

  it.each(limits)(
    '$name limits it, with other values than those that open it',
    ({ path, steps, step, limit }) => {
      const when = (operator: string, given: unknown) => ({
        Condition: { [operator]: { [keyOf(limit)]: given } },
      });
      expect(open(path, withStep(steps, step, allow(step, when(like(limit), other(limit)))))).toBe(false);
      expect(
        open(path, withStep(steps, step, allow(step), deny(step, when(notLike(limit), other(limit))))),
      ).toBe(false);
      expect(open(path, withStep(steps, step, allow(step, when(like(limit), values(limit)))))).toBe(true);
      expect(
        open(path, withStep(steps, step, allow(step), deny(step, when(notLike(limit), values(limit))))),
      ).toBe(true);
      expect(open(path, withStep(steps, step, allow(step, when(notLike(limit), other(limit)))))).toBe(true);
      expect(
        open(path, withStep(steps, step, allow(step, when(`${like(limit)}IfExists`, other(limit))))),
      ).toBe(limit.always !== true);
      expect(open(path, withStep(steps, step, allow(step, when('Null', 'false'))))).toBe(true);
      expect(limit.why).toMatch(/\.$/);
    },
  );

  it.each(limits)('$name is a key that the action carries', ({ step, limit }) => {
    const found = catalog.actions(step.action);
    const [facts] = found.state === 'known' ? found.actions : [];
    const keys = [
      ...(facts?.conditionKeys ?? []),
      ...(facts?.resourceTypes.flatMap(({ conditionKeys }) => conditionKeys) ?? []),
    ].map((key) => key.replace('${TagKey}', ''));
    expect(keys).toContain(limit.key);
  });

  it.each(everyStep)('$name is an action of AWS on such a resource', ({ step }) => {
    const found = catalog.actions(step.action);
    const [facts] = found.state === 'known' ? found.actions : [];
    const types = facts?.resourceTypes.map(({ arnPattern }) => arnPattern.split(':')[2]) ?? [];
    expect(types).toContain(step.on[0]?.split(':')[2]);
  });
});

describe('the same words, limited or not', () => {
  const passTo = (service: string, over: Json = {}): Json => ({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: '*',
    Condition: { StringEquals: { 'iam:PassedToService': service } },
    ...over,
  });
  const train = { Effect: 'Allow', Action: 'sagemaker:CreateTrainingJob', Resource: '*' };
  const instances = { Effect: 'Allow', Action: 'ec2:RunInstances', Resource: '*' };
  const attached = 'arn:aws:sagemaker:eu-west-1:111122223333';
  const newCommand = { Effect: 'Allow', Action: 'sagemaker:CreateAppImageConfig', Resource: '*' };
  const intoEc2 = 'run code on an EC2 instance with the permissions of any role that trusts the service';
  const intoSageMaker = 'run code in SageMaker with the permissions of any role that trusts the service';

  it.each<[string, readonly Json[], readonly string[]]>([
    [
      'passing to SageMaker is no limit of SageMaker',
      [passTo('sagemaker.amazonaws.com'), train],
      [intoSageMaker],
    ],
    ['passing to Lambda is', [passTo('lambda.amazonaws.com'), train], []],
    ['passing to EC2 in China is no limit of EC2', [passTo('ec2.amazonaws.com.cn'), instances], [intoEc2]],
    [
      'a denial of passing to EC2 is one, without naming it as in China',
      [passTo('*', { Condition: {} }), instances, passTo('ec2.amazonaws.com', { Effect: 'Deny' })],
      [],
    ],
    [
      'a job in a VPC runs as any role all the same',
      [
        passTo('sagemaker.amazonaws.com'),
        { ...train, Condition: { StringEquals: { 'sagemaker:VpcSubnets': 'subnet-0aaa1111bbb2222cc' } } },
      ],
      [intoSageMaker],
    ],
    [
      'a job of the team runs as any role all the same',
      [
        passTo('sagemaker.amazonaws.com'),
        { ...train, Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:training-job/team-a-*' },
      ],
      [intoSageMaker],
    ],
    [
      'a denial of jobs outside a VPC is no denial of the path',
      [
        passTo('sagemaker.amazonaws.com'),
        train,
        { ...train, Effect: 'Deny', Condition: { Null: { 'sagemaker:VpcSubnets': 'true' } } },
      ],
      [intoSageMaker],
    ],
    [
      'a role by name is a limit',
      [passTo('sagemaker.amazonaws.com', { Resource: 'arn:aws:iam::111122223333:role/Training' }), train],
      [],
    ],
    [
      'a role pattern with fewer fields may be any role, in one reading of two or in both',
      [
        passTo('sagemaker.amazonaws.com', { Resource: ['arn:aws:iam:*:role/*'] }),
        passTo('sagemaker.amazonaws.com', { Resource: ['arn:aws:iam'] }),
        train,
      ],
      [intoSageMaker],
    ],
    [
      '… by the second alone',
      [passTo('sagemaker.amazonaws.com', { Resource: ['arn:aws:iam:*:role/*'] }), train],
      [intoSageMaker],
    ],
    [
      'a denial that holds in one reading of its resource alone closes nothing',
      [
        passTo('sagemaker.amazonaws.com'),
        train,
        { ...train, Effect: 'Deny', Resource: 'arn:aws:sagemaker:*:training-job/*' },
      ],
      [intoSageMaker],
    ],
    [
      'one that is completed does',
      [passTo('sagemaker.amazonaws.com'), train, { ...train, Effect: 'Deny', Resource: 'arn:aws:sagemaker' }],
      [],
    ],
    [
      'a placeholder of a role is a name',
      [passTo('sagemaker.amazonaws.com', { Resource: '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>' }), train],
      [],
    ],
    [
      'tags of the role are none: AWS calls them unreliable with PassRole',
      [
        passTo('sagemaker.amazonaws.com', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'a' } } }),
        train,
      ],
      [intoSageMaker],
    ],
    [
      'policies of AWS include AdministratorAccess',
      [
        {
          Effect: 'Allow',
          Action: 'iam:AttachRolePolicy',
          Resource: '*',
          Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*' } },
        },
      ],
      ['attach any policy to any role'],
    ],
    [
      'the user’s own keys are a limit',
      [{ Effect: 'Allow', Action: 'iam:CreateAccessKey', Resource: 'arn:aws:iam::*:user/${aws:username}' }],
      [],
    ],
    [
      'one’s own notebook, by its owner tag, is a limit',
      [
        {
          Effect: 'Allow',
          Action: 'sagemaker:CreatePresignedNotebookInstanceUrl',
          Resource: '*',
          Condition: { StringEquals: { 'sagemaker:ResourceTag/owner': '${aws:PrincipalTag/owner}' } },
        },
      ],
      [],
    ],
    [
      'every profile of one domain is no limit',
      [
        {
          Effect: 'Allow',
          Action: 'sagemaker:CreatePresignedDomainUrl',
          Resource: 'arn:aws:sagemaker:eu-west-1:111122223333:user-profile/d-0123456789ab/*',
        },
      ],
      ['open Studio as any user profile, with the permissions of its role'],
    ],
    [
      'named images are no limit of the command that they start with',
      [
        newCommand,
        {
          Effect: 'Allow',
          Action: 'sagemaker:UpdateDomain',
          Resource: `${attached}:domain/d-0123456789ab`,
          Condition: { ArnEquals: { 'sagemaker:ImageArns': `${attached}:image/approved` } },
        },
      ],
      ['run a command in Studio apps of other users, with the role of the app'],
    ],
    [
      'a space names no such command',
      [newCommand, { Effect: 'Allow', Action: 'sagemaker:UpdateSpace', Resource: '*' }],
      [],
    ],
    [
      'the commands of the team are a limit',
      [
        {
          Effect: 'Allow',
          Action: 'sagemaker:UpdateAppImageConfig',
          Resource: `${attached}:app-image-config/team-*`,
        },
      ],
      [],
    ],
  ])('%s', (_, statements, expected) => {
    expect(gains(statements)).toEqual(expected);
  });
});

it.each(['Role', 'User'])('a condition on the boundary does not limit who removes it: %s', (kind) => {
  const arn = 'arn:aws:iam::111122223333:policy/Edge';
  const statement = {
    Effect: 'Allow',
    Action: `iam:Delete${kind}PermissionsBoundary`,
    Resource: '*',
    Condition: { ArnEquals: { 'iam:PermissionsBoundary': arn } },
  };
  expect(gains([statement])).toHaveLength(1);
});

it.each([
  ['StringLike', 'iam:PutRolePolicy', { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/*' }],
  ['StringLike', 'sagemaker:CreatePresignedNotebookInstanceUrl', { 'aws:ResourceTag/owner': '*' }],
])('a denial whose condition asks for a key leaves what has none: %s of %s', (operator, action, keys) => {
  const allowed = { Effect: 'Allow', Action: action, Resource: '*' };
  const denied = { ...allowed, Effect: 'Deny', Condition: { [operator]: keys } };
  expect(gains([allowed, denied])).toHaveLength(1);
});

describe('a denial closes a step only where it takes in all that is allowed of it', () => {
  const all = { Effect: 'Allow', Resource: '*' };
  const role = (account: string, name: string, partition = 'aws') =>
    `arn:${partition}:iam::${account}:role/${name}`;
  const put = { ...all, Action: 'iam:PutRolePolicy' };
  const notebook = { ...all, Action: 'sagemaker:CreatePresignedNotebookInstanceUrl' };
  const code = { ...all, Action: 'lambda:UpdateFunctionCode' };
  const passed = { ...all, Action: 'iam:PassRole' };
  const create = { ...all, Action: 'lambda:CreateFunction' };
  const model = { ...all, Action: 'sagemaker:CreateModel' };
  const attach = { ...all, Action: 'iam:AttachRolePolicy' };
  const without = (allowed: Json, over: Json) => ({ ...allowed, Effect: 'Deny', ...over });
  const on = (allowed: Json, ...Resource: readonly string[]) => without(allowed, { Resource });

  it.each<[string, readonly Json[]]>([
    ['another account', [put, on(put, role('999988887777', '*'))]],
    ['one Region', [notebook, on(notebook, 'arn:aws:sagemaker:us-east-1:*:notebook-instance/*')]],
    ['one Region of functions', [code, on(code, 'arn:aws:lambda:eu-west-1:*:function:*')]],
    ['the last step in one Region', [passed, create, on(create, 'arn:aws:lambda:eu-west-1:*:function:*')]],
    ['names of five letters', [put, on(put, role('*', '?????'))]],
    ['names of five letters or more', [put, on(put, role('*', '?????*'))]],
    ['another partition', [put, on(put, role('*', '*', 'aws-cn'))]],
    ['no path', [put, on(put, role('*', '*/*'))]],
    ['two accounts', [put, on(put, role('111122223333', '*'), role('999988887777', '*'))]],
    ['what is no ARN', [put, on(put, 'foo:aws:iam::*:role/*')]],
    ['a role by a placeholder', [put, on(put, '<SAGEMAKER_TRAINING_EXECUTION_ROLE_ARN>')]],
    ['all but another partition', [put, without(put, { NotResource: role('*', '*', 'aws-cn') })]],
    ['all but one account', [put, without(put, { NotResource: role('111122223333', '*') })]],
    [
      'all but names that the holder can choose',
      [passed, create, without(create, { NotResource: 'arn:aws:lambda:*:*:function:team-a-*' })],
    ],
    [
      'another account than the one allowed',
      [{ ...put, Resource: role('111122223333', '*') }, on(put, role('999988887777', '*'))],
    ],
    [
      'one of two that are allowed',
      [
        { ...put, Resource: [role('111122223333', '*'), role('999988887777', '*')] },
        on(put, role('999988887777', '*')),
      ],
    ],
    [
      'another account left out',
      [{ Effect: 'Allow', Action: put.Action, NotResource: role('999988887777', '*') }],
    ],
    ['five letters left out', [{ Effect: 'Allow', Action: put.Action, NotResource: role('*', '?????') }]],
    [
      'roles with an owner tag',
      [notebook, without(notebook, { Condition: { StringLike: { 'aws:ResourceTag/owner': '*' } } })],
    ],
    [
      'resources that are named',
      [
        passed,
        model,
        without(passed, {
          Condition: { ArnLike: { 'iam:AssociatedResourceArn': 'arn:aws:sagemaker:*:*:*' } },
        }),
      ],
    ],
    [
      'boundaries of another account',
      [
        put,
        without(put, {
          Condition: { ArnLikeIfExists: { 'iam:PermissionsBoundary': 'arn:aws:iam::999988887777:policy/*' } },
        }),
      ],
    ],
    [
      'boundaries of five letters',
      [
        put,
        without(put, {
          Condition: { ArnLikeIfExists: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/?????' } },
        }),
      ],
    ],
    [
      'policies of AWS',
      [attach, without(attach, { Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*' } } })],
    ],
    [
      'policies of AWS, by an Allow of all others',
      [{ ...attach, Condition: { ArnNotLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*' } } }],
    ],
  ])('%s: open', (_, statements) => {
    expect(gains(statements)).toHaveLength(1);
  });

  it.each<[string, readonly Json[]]>([
    ['every role', [put, on(put, role('*', '*'))]],
    ['every partition', [put, on(put, role('*', '*', '*'))]],
    ['every resource of the service', [put, on(put, 'arn:aws:iam')]],
    ['every role of the own account', [put, on(put, role('${aws:PrincipalAccount}', '*'))]],
    ['every role of the account to be filled in', [put, on(put, role('<ACCOUNT_ID>', '*'))]],
    [
      'the account allowed',
      [{ ...put, Resource: role('111122223333', '*') }, on(put, role('111122223333', '*'))],
    ],
    [
      'the partition allowed',
      [{ ...put, Resource: role('*', '*', 'aws-cn') }, on(put, role('*', '*', 'aws-cn'))],
    ],
    [
      'the Region allowed',
      [
        { ...notebook, Resource: 'arn:aws:sagemaker:us-east-1:*:*' },
        on(notebook, 'arn:aws:sagemaker:us-*:*:notebook-instance/*'),
      ],
    ],
    [
      'the names allowed, of those that the holder can choose',
      [
        passed,
        { ...create, Resource: 'arn:aws:lambda:*:*:function:team-a-*' },
        on(create, 'arn:aws:lambda:*:*:function:team-*'),
      ],
    ],
    [
      'each of two by its own denial',
      [
        { ...put, Resource: [role('111122223333', '*'), role('999988887777', '*')] },
        on(put, role('111122223333', '*')),
        on(put, role('999988887777', '*')),
      ],
    ],
    ['all but one name', [put, without(put, { NotResource: role('*', 'Training') })]],
    ['every role left out', [{ Effect: 'Allow', Action: put.Action, NotResource: role('*', '*') }]],
    [
      'every boundary',
      [
        put,
        without(put, {
          Condition: { ArnLikeIfExists: { 'iam:PermissionsBoundary': 'arn:aws:iam::*:policy/*' } },
        }),
      ],
    ],
    [
      'every policy',
      [attach, without(attach, { Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::*:policy/*' } } })],
    ],
  ])('%s: closed', (_, statements) => {
    expect(gains(statements)).toEqual([]);
  });
});

describe('a denial that silences a finding', () => {
  const accounts = ['111122223333', '999988887777'];
  const regions = ['us-east-1', 'eu-west-1'];
  const anyName = ['*', '?????', '?*', '*/*'];
  const oneStep = escalationPaths.flatMap(({ needs: [step, ...others], oneOf }) =>
    step && others.length === 0 && !oneOf ? [step] : [],
  );

  /** Patterns of the step's resources; those of names that no policy means limit it by name, which is another matter. */
  function patternsOf({ on: [arn = ''] }: Step, names: readonly string[]): fc.Arbitrary<string> {
    const [, , service, region, , ...resource] = arn.split(':');
    const fields = fc.tuple(
      fc.constantFrom('aws', '*', 'aws-cn', 'a*'),
      region === '*' ? fc.constantFrom('*', ...regions, 'us-*', '?*') : fc.constantFrom('', '*'),
      fc.constantFrom('*', ...accounts, '${aws:PrincipalAccount}', '1*'),
      fc.constantFrom(...names).map((name) => resource.join(':').replaceAll(UNMEANT_NAME, name)),
    );
    return fc.oneof(
      { weight: 1, arbitrary: fc.constantFrom('*', `arn:aws:${service}`, `arn:*:${service}:*`) },
      {
        weight: 6,
        arbitrary: fields.map(([partition, ...others]) => `arn:${partition}:${service}:${others.join(':')}`),
      },
    );
  }

  function elementsOf(step: Step, names: readonly string[]): fc.Arbitrary<Json> {
    const some = (from: readonly string[]) =>
      fc.array(patternsOf(step, from), { minLength: 1, maxLength: 2 });
    return fc.oneof(
      { weight: 4, arbitrary: some(names).map((Resource) => ({ Resource })) },
      { weight: 1, arbitrary: some(anyName).map((NotResource) => ({ NotResource })) },
    );
  }

  const keyOf = ({ key }: StepLimit) => (key.endsWith('/') ? `${key}owner` : key);
  const openValue = ({ open: [value = ''] }: StepLimit) =>
    value
      .replace('arn:*:iam::*:', 'arn:aws:iam::111122223333:')
      .replace('arn:*:', 'arn:aws:')
      .replaceAll(UNMEANT_NAME, 'Admin');
  const policies = [
    'arn:aws:iam::*:policy/*',
    'arn:*:iam::*:*',
    'arn:aws:iam::*:policy/?????',
    'arn:aws:iam::aws:*',
  ];

  function conditionsOf({ limits }: Step): fc.Arbitrary<Json> {
    const [first] = limits;
    if (!first) return fc.constant({});
    const isArn = first.open.some((value) => value.startsWith('arn:'));
    const operator = fc.tuple(
      fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(
        ...(isArn ? ['ArnLike', 'ArnNotLike'] : ['StringLike', 'StringNotLike', 'StringEquals']),
      ),
      fc.constantFrom('', 'IfExists'),
    );
    const value = fc.constantFrom(...(isArn ? policies : ['*', '?????', 'team-*', 'x']));
    const condition = fc
      .tuple(operator, fc.constantFrom(...limits.map(keyOf)), value)
      .map(([words, key, text]) => ({ Condition: { [words.join('')]: { [key]: text } } }));
    return fc.option(condition, { nil: {} });
  }

  const cases = fc.constantFrom(...oneStep).chain((step) =>
    fc.record({
      step: fc.constant(step),
      allowed: fc.option(elementsOf(step, anyName), { nil: { Resource: '*' } }),
      denied: fc.tuple(elementsOf(step, [...anyName, UNMEANT_NAME, 'team-*', 'A*']), conditionsOf(step)),
      account: fc.constantFrom(...accounts),
      region: fc.constantFrom(...regions),
      // Only what IAM keeps has a path.
      name: fc.constantFrom('Admin', 'x', 'team-a', UNMEANT_NAME, ...(step.on.length > 1 ? ['a/b'] : [])),
      keys: fc.subarray([...step.limits]),
    }),
  );

  /** A resource of the step by its field: of this account, Region and name. */
  function filled(arn: string, account: string, region: string, name: string): string {
    const [, , service, anyRegion, , ...resource] = arn.split(':');
    const own = resource.join(':').replaceAll('*', 'd-1').replaceAll(UNMEANT_NAME, name);
    return `arn:aws:${service}:${anyRegion === '*' ? region : ''}:${account}:${own}`;
  }

  it('denies every call that the path needs, whatever account, Region, name and missing keys', () => {
    let silenced = 0;
    fc.assert(
      fc.property(cases, ({ step, allowed, denied, account, region, name, keys }) => {
        const allowing: Statement = { Effect: 'Allow', Action: step.action, ...allowed };
        const denying: Statement = { Effect: 'Deny', Action: step.action, ...denied[0], ...denied[1] };
        if (gains([{ ...allowing }]).length === 0) return;
        if (gains([{ ...allowing }, { ...denying }]).length > 0) return;
        silenced += 1;
        const given = step.limits.filter((limit) => limit.always || keys.includes(limit));
        const context = Object.fromEntries(given.map((limit) => [keyOf(limit), openValue(limit)]));
        const identity = [{ Version: '2012-10-17', Statement: [allowing, denying] }];
        const open = step.on
          .map((arn) => ({
            principal: `arn:aws:iam::${account}:user/ana`,
            action: step.action,
            resource: { arn: filled(arn, account, region, name) },
            context: { ...context, 'aws:PrincipalAccount': account },
          }))
          .filter((call) => simulate(call, { identity }).verdict === 'allowed');
        expect(open).toEqual([]);
      }),
      { numRuns: runs(4000) },
    );
    expect(silenced).toBeGreaterThan(100);
  });
});

describe('a policy variable', () => {
  const pass = (value: string, operator = 'StringEquals'): Json => ({
    Effect: 'Allow',
    Action: 'iam:PassRole',
    Resource: '*',
    Condition: { [operator]: { 'iam:PassedToService': value } },
  });
  const train = { Effect: 'Allow', Action: 'sagemaker:CreateTrainingJob', Resource: '*' };
  const put = (Resource: string): Json => ({ Effect: 'Allow', Action: 'iam:PutRolePolicy', Resource });
  const policy = (value: string, operator = 'ArnEquals'): Json => ({
    Effect: 'Allow',
    Action: 'iam:AttachRolePolicy',
    Resource: '*',
    Condition: { [operator]: { 'iam:PolicyARN': value } },
  });
  const notebook = (value: string, operator = 'StringEquals'): Json => ({
    Effect: 'Allow',
    Action: 'sagemaker:CreatePresignedNotebookInstanceUrl',
    Resource: '*',
    Condition: { [operator]: { 'aws:ResourceTag/owner': value } },
  });
  const without = (over: Json): Json => ({ Effect: 'Deny', Action: 'iam:PutRolePolicy', ...over });

  it.each<[string, readonly Json[]]>([
    [
      'with the service of the path as default',
      [pass("${aws:PrincipalTag/svc, 'sagemaker.amazonaws.com'}"), train],
    ],
    ['with another default: a tag can have the service', [pass("${aws:PrincipalTag/svc, 'x'}"), train]],
    ['without default: the same', [pass('${aws:PrincipalTag/svc}'), train]],
    ['for a part of the service', [pass('${aws:PrincipalTag/svc}.amazonaws.com', 'StringLike'), train]],
    [
      'in a denial of other services',
      [
        { ...train, Action: ['iam:PassRole', train.Action] },
        { ...pass('${aws:PrincipalTag/svc}', 'StringNotEquals'), Effect: 'Deny' },
      ],
    ],
    ['for a policy, which can be AdministratorAccess', [policy('${aws:PrincipalTag/policy}')]],
    [
      'for its name',
      [policy("arn:aws:iam::aws:policy/${aws:PrincipalTag/policy, 'ReadOnlyAccess'}", 'ArnLike')],
    ],
    ['before a wildcard, where a tag can be empty', [put('arn:aws:iam::*:role/${aws:PrincipalTag/team}*')]],
    ['before a wildcard, with an empty default', [put("arn:aws:iam::*:role/${aws:username, ''}*")]],
    ['for the type of a resource', [put('arn:aws:iam::111122223333:${aws:PrincipalTag/type}/*')]],
    ['for the account', [put('arn:aws:iam::${aws:PrincipalAccount}:role/*')]],
    ['of an owner before a wildcard', [notebook('${aws:PrincipalTag/owner}*', 'StringLike')]],
    [
      'in what a denial leaves out',
      [put('*'), without({ NotResource: 'arn:aws:iam::*:role/${aws:PrincipalTag/team}*' })],
    ],
    [
      'in what a denial names',
      [put('*'), without({ Resource: 'arn:aws:iam::*:${aws:PrincipalTag/type}/*' })],
    ],
  ])('limits nothing %s', (_, statements) => {
    expect(gains(statements)).toHaveLength(1);
  });

  it.each<[string, readonly Json[]]>([
    ['an owner', [notebook('${aws:PrincipalTag/owner}')]],
    ['an owner, or one named by default', [notebook("${aws:PrincipalTag/owner, 'shared'}")]],
    [
      'an owner, by a default that is no wildcard',
      [notebook("${aws:PrincipalTag/owner, '*'}", 'StringLike')],
    ],
    ['a role', [put('arn:aws:iam::*:role/${aws:PrincipalTag/team}')]],
    ['a role by its whole ARN', [put('${aws:PrincipalTag/role}')]],
    ['roles of a path', [put('arn:aws:iam::*:role/${aws:PrincipalTag/team}/*')]],
    ['roles of a user, whose name is not empty', [put('arn:aws:iam::*:role/${aws:username}*')]],
    ['one name, a star', [put('arn:aws:iam::*:role/${*}')]],
    ['another service', [pass('lambda.${aws:PrincipalTag/suffix}'), train]],
    ['policies of the account', [policy('arn:aws:iam::111122223333:policy/${aws:PrincipalTag/policy}')]],
    [
      'all but one role',
      [put('*'), without({ NotResource: 'arn:aws:iam::*:role/${aws:PrincipalTag/team}' })],
    ],
  ])('limits to %s', (_, statements) => {
    expect(gains(statements)).toEqual([]);
  });
});

it('an ARN operator in a denial holds for no service', () => {
  const passed = { Effect: 'Allow', Action: ['iam:PassRole', 'sagemaker:CreateModel'], Resource: '*' };
  const Condition = { ArnEquals: { 'iam:PassedToService': '*' } };
  const denied = { Effect: 'Deny', Action: 'iam:PassRole', Resource: '*', Condition };
  expect(gains([passed, denied])).toHaveLength(1);
});

describe('an Allow that is silent', () => {
  const account = '111122223333';
  const tags = [undefined, '', 'x', 'role', 'AdministratorAccess', 'sagemaker.amazonaws.com'] as const;
  const arns = ['arn:aws:iam::aws:policy/AdministratorAccess', `arn:aws:iam::${account}:role/x`] as const;
  const variables = [
    '${aws:PrincipalTag/svc}',
    '${ aws:principaltag/SVC }',
    "${aws:PrincipalTag/svc, 'sagemaker.amazonaws.com'}",
    "${aws:PrincipalTag/svc, ''}",
    "${aws:PrincipalTag/svc, 'role'}",
    "${aws:PrincipalTag/svc, '*'}",
    "${aws:PrincipalTag/none, 'AdministratorAccess'}",
    '${aws:username}',
    '${*}',
  ];
  const name = fc.constantFrom('*', 'team-*', 'x', '?????', ...variables, ...variables);
  const piece = fc.array(name, { minLength: 1, maxLength: 2 }).map((parts) => parts.join(''));

  const resourceOf = ({ on: [arn = ''] }: Step): fc.Arbitrary<string> => {
    const [, , service, region, , ...resource] = arn.split(':');
    const [type = '', ...rest] = resource.join(':').split(/(?=[/:])/);
    return fc.oneof(
      fc.constantFrom('*', 'x', `arn:aws:${service}`, ...variables),
      fc
        .tuple(
          fc.constantFrom('*', account, '${aws:PrincipalAccount}'),
          fc.constantFrom(type, ...variables),
          piece,
        )
        .map(([owner, kind, last]) =>
          [
            'arn:aws',
            service,
            region === '*' ? '*' : '',
            owner,
            [kind, ...rest].join('').replaceAll(UNMEANT_NAME, last),
          ].join(':'),
        ),
    );
  };

  const keyOf = ({ key }: StepLimit) => (key.endsWith('/') ? `${key}owner` : key);
  const conditionOf = ({ limits }: Step): fc.Arbitrary<Json> => {
    if (limits.length === 0) return fc.constant({});
    const operator = fc.tuple(
      fc.constantFrom('', 'ForAllValues:', 'ForAnyValue:'),
      fc.constantFrom(
        ...['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike', 'StringEqualsIgnoreCase'],
        ...['ArnLike', 'ArnEquals', 'ArnNotLike'],
      ),
      fc.constantFrom('', 'IfExists'),
    );
    const value = fc.oneof(
      piece,
      piece.map((text) => `arn:aws:iam::aws:policy/${text}`),
      piece.map((text) => `arn:aws:iam::*:${text}/*`),
      fc.constantFrom(
        'lambda.amazonaws.com',
        '${aws:PrincipalTag/svc}.amazonaws.com',
        'sagemaker.${aws:username}',
      ),
    );
    return fc
      .tuple(operator, fc.constantFrom(...limits.map(keyOf)), fc.array(value, { minLength: 1, maxLength: 2 }))
      .map(([words, key, values]) => ({ Condition: { [words.join('')]: { [key]: values } } }));
  };

  const statementOf = (step: Step): fc.Arbitrary<Json> =>
    fc
      .tuple(
        fc.oneof(
          fc.constant({ Resource: '*' }),
          resourceOf(step).map((Resource) => ({ Resource })),
          resourceOf(step).map((NotResource) => ({ NotResource })),
        ),
        fc.option(conditionOf(step), { nil: {} }),
      )
      .map(([elements, condition]) => ({ ...elements, ...condition }));

  const cases = fc.constantFrom(...everyStep).chain(({ path, steps, step }) =>
    fc.record({
      path: fc.constant(path),
      steps: fc.constant(steps),
      step: fc.constant(step),
      allowed: statementOf(step),
      denied: fc.option(statementOf(step), { nil: undefined }),
      tag: fc.constantFrom(...tags, ...arns),
      keys: fc.subarray([...step.limits]),
      open: fc.nat(),
    }),
  );

  /** An ARN or a value of the table as one of a request; what it says of every name, of a name that no policy means. */
  const filled = (text: string) => {
    const [arn, partition, service, region, owner, ...resource] = text.split(':');
    if (arn !== 'arn') return text;
    const place = [partition === '*' ? 'aws' : partition, service, region === '*' ? 'eu-west-1' : region];
    return [arn, ...place, owner === '*' ? account : owner, resource.join(':').replaceAll('*', 'd-1')].join(
      ':',
    );
  };

  it('allows no call of its path, whatever the tags of the caller and the missing keys', () => {
    let silent = 0;
    fc.assert(
      fc.property(cases, ({ path, steps, step, allowed, denied, tag, keys, open: at }) => {
        const allowing: Statement = { Effect: 'Allow', Action: step.action, ...allowed };
        const denying: readonly Statement[] = denied
          ? [{ Effect: 'Deny', Action: step.action, ...denied }]
          : [];
        const own = [allowing, ...denying];
        if (open(path, withStep(steps, step, ...own.map((one) => ({ ...one }))))) return;
        silent += 1;
        const given = step.limits.filter((limit) => limit.always || keys.includes(limit));
        const context = {
          ...Object.fromEntries(
            given.map((limit) => [keyOf(limit), filled(limit.open[at % limit.open.length] ?? '')]),
          ),
          'aws:PrincipalAccount': account,
          'aws:username': 'ana',
          ...(tag === undefined ? {} : { 'aws:PrincipalTag/svc': tag }),
        };
        const allowedOn = step.on.map(filled).filter((arn) => {
          const call = {
            principal: `arn:aws:iam::${account}:user/ana`,
            action: step.action,
            resource: { arn },
            context,
          };
          return (
            simulate(call, { identity: [{ Version: '2012-10-17', Statement: own }] }).verdict === 'allowed'
          );
        });
        expect(allowedOn).toEqual([]);
      }),
      { numRuns: fewerRuns(20_000) },
    );
    expect(silent).toBeGreaterThan(1000);
  });
});
