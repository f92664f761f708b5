import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseTree } from 'jsonc-parser';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeCatalog } from '../../../../scripts/catalog.mjs';
import { type Catalog, loadCatalog } from '../../catalog/catalog.ts';
import type { Report } from '../check.ts';
import { readStatement } from '../statement.ts';
import { escalation } from './escalation.ts';
import { type EscalationPath, escalationPaths, type Limit, NAME, type Step } from './escalationPaths.ts';

let catalog: Catalog;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  writeCatalog(folder);
  catalog = await loadCatalog(async (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')), {
    services: 'onDemand',
  });
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

const wide = (arn: string): string => arn.replaceAll(NAME, '*').replace('arn:*:', 'arn:aws:');
const narrow = (arn: string): string => arn.replaceAll(NAME, 'team-a-one').replace('arn:*:', 'arn:aws:');

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
    expect(open(path, withStep(steps, step, allow(step), deny(step, { NotResource: named })))).toBe(false);
  });

  const limits = everyStep.flatMap((entry) =>
    entry.step.limits.map((limit) => ({ ...entry, name: `${entry.name}, ${limit.key}`, limit })),
  );
  const keyOf = ({ key }: Limit) => (key.endsWith('/') ? `${key}owner` : key);
  const isArn = ({ open: [value = ''] }: Limit) => value.startsWith('arn:');
  const other = (limit: Limit) => (isArn(limit) ? 'arn:aws:zz:::other' : 'other.example');
  const like = (limit: Limit) => (isArn(limit) ? 'ArnLike' : 'StringLike');
  const notLike = (limit: Limit) => (isArn(limit) ? 'ArnNotLike' : 'StringNotLike');
  const values = (limit: Limit) =>
    limit.open.map((value) => value.replaceAll(NAME, '*').replace('arn:*:', 'arn:aws:'));

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
  const intoSageMaker = 'run code in SageMaker as any role that trusts the service';

  it.each<[string, readonly Json[], readonly string[]]>([
    [
      'passing to SageMaker is no limit of SageMaker',
      [passTo('sagemaker.amazonaws.com'), train],
      [intoSageMaker],
    ],
    ['passing to Lambda is', [passTo('lambda.amazonaws.com'), train], []],
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
      ['open Studio as any user profile and act as its role'],
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
