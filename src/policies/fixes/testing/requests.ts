import fc from 'fast-check';
import type { AccessEffect } from '../../exact/accessEffect.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { PolicyType } from '../../language/policyType.ts';
import { readOperator } from '../../language/conditionOperator.ts';
import type { PolicyDocument } from '../../language/policy.ts';
import type { ShortDecision } from '../../simulate/decision.ts';
import type { PolicySet } from '../../simulate/policySet.ts';
import { prepare } from '../../simulate/prepare.ts';
import type { AccessRequest } from '../../simulate/request.ts';
import { variableKeys } from '../../simulate/policyVariables.ts';
import { sequence } from './sequence.ts';

/** Requests that hit what policies say, or just miss it. */

const RUNS = ['', 'x', 'prod-1', 'a/b', 'x:y'];

/** A text that a pattern matches, or nearly: wildcards filled in, variables with their values. */
function filled(pattern: string, random: () => number): string {
  return pattern
    .replaceAll(/\$\{([*?$])\}/g, '$1')
    .replaceAll(/\$\{[^}]*\}/g, () => VARIABLES[Math.floor(random() * VARIABLES.length)] ?? '')
    .replaceAll('*', () => RUNS[Math.floor(random() * RUNS.length)] ?? '')
    .replaceAll('?', () => (random() < 0.5 ? 'x' : 'a'));
}

const VARIABLES = ['ana', 'a:b', '*', 'arn:aws:s3', 'x'];

const listOf = (value: unknown): readonly string[] => [value ?? []].flat().map(String);

const fields = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};

/** What policies speak of. */
interface Words {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Key and value of each comparison. */
  readonly uses: readonly (readonly [key: string, value: string])[];
}

const FURTHER = [
  's3:GetObject',
  's3:PutObject',
  'iam:PassRole',
  'sts:AssumeRole',
  'elastic-inference:Connect',
];

export function wordsOf(documents: readonly unknown[]): Words {
  const statements = documents.flatMap((document) =>
    [fields(document)['Statement'] ?? []].flat().map(fields),
  );
  const resources = statements.flatMap(({ Resource, NotResource }) => [
    ...listOf(Resource),
    ...listOf(NotResource),
  ]);
  const conditions = statements.flatMap(({ Condition }) =>
    Object.entries(fields(Condition)).flatMap(([operator, keys]) =>
      readOperator(operator) ? Object.entries(fields(keys)) : [],
    ),
  );
  const uses = conditions.flatMap(([key, value]) => [
    [key, ''] as const,
    ...listOf(value).map((text) => [key, text] as const),
  ]);
  const variables = [...resources, ...uses.map(([, value]) => value)].flatMap(variableKeys);
  return {
    actions: [
      ...statements.flatMap(({ Action, NotAction }) => [...listOf(Action), ...listOf(NotAction)]),
      ...FURTHER,
    ],
    resources: [...resources, '*', 'arn:aws:s3:::ml/x'],
    uses: [...uses, ...variables.map((key) => [key, '${v}'] as const)],
  };
}

const PRINCIPALS = [
  'arn:aws:iam::111122223333:user/ana',
  'arn:aws:iam::111122223333:role/Reader',
  'arn:aws:sts::111122223333:assumed-role/Reader/anna',
  'arn:aws:sts::111122223333:assumed-role/Other/anna',
  'arn:aws:iam::111122223333:root',
  'arn:aws:iam::444455556666:role/Reader',
  'sagemaker.amazonaws.com',
  '*',
];

/** A request of some words, from a number. */
export function requestOf(words: Words, seed: number): AccessRequest {
  const random = sequence(seed);
  const one = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  const action = filled(one(words.actions), random).replaceAll(/[^\w:-]/g, 'x');
  const written = filled(one(words.resources), random);
  const arn = written.startsWith('arn:') ? completed(written, one(RUNS)) : '*';
  const context: Record<string, string | readonly string[]> = {};
  for (const [key, value] of words.uses) {
    if (random() < 0.5) continue;
    const values = Array.from({ length: Math.floor(random() * 3) }, () =>
      random() < 0.3
        ? one(['', 'a', 'A', 'zz', '203.0.113.9', 'arn:aws:iam::1:2:role/a', 'true'])
        : filled(words.uses[Math.floor(random() * words.uses.length)]?.[1] ?? '', random),
    );
    const first = filled(value, random);
    context[random() < 0.2 ? key.toUpperCase() : key] =
      random() < 0.5 ? first : random() < 0.6 ? values : [first, ...values];
  }
  const account = one(['', '', '111122223333', '444455556666']);
  return {
    principal: one(PRINCIPALS),
    action: /^[\w-]+:[\w-]+$/.test(action) ? action : 's3:GetObject',
    resource: { arn, ...(account === '' ? {} : { accountId: account }) },
    context,
  };
}

function completed(arn: string, run: string): string {
  const missing = 6 - arn.split(':').length;
  return missing > 0 ? `${arn}${`:${run.replaceAll(':', '')}`.repeat(missing)}` : arn;
}

const ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
};
const FOR_ALL: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }],
};
const SOME: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['s3:*', 'sts:*'], Resource: 'arn:aws:s3:::l*' }],
};

/** Surroundings in which a policy of a type counts. */
export function placed(type: PolicyType, document: PolicyDocument): readonly PolicySet[] {
  switch (type) {
    case 'identity':
      return [
        { identity: [document] },
        { identity: [ALL, document] },
        { identity: [ALL], permissionsBoundary: [document] },
      ];
    case 'scp':
      return [
        { identity: [ALL], serviceControl: [[ALL], [ALL, document]] },
        { identity: [ALL], serviceControl: [[document]] },
      ];
    case 'rcp':
      return [{ identity: [ALL], resourceControl: [[FOR_ALL, document]] }];
    case 'vpc-endpoint':
      return [{ identity: [ALL], vpcEndpoint: [document] }];
    case 'trust':
    case 'resource':
      return [
        { identity: [], resource: document },
        { identity: [ALL], resource: document },
        { identity: [SOME], permissionsBoundary: [SOME], resource: document },
      ];
  }
}

export const seeds = fc.nat(2 ** 31 - 1);

/** What a request shows to be wrong with what is said of a change; nothing where it agrees. */
export function contradiction(effect: AccessEffect, before: string, after: string): string | undefined {
  const text = `${before} → ${after}`;
  if (effect === 'same') return before === after ? undefined : text;
  if (effect === 'narrows') return after === 'allowed' && before !== 'allowed' ? text : undefined;
  return effect === 'widens' && before === 'allowed' && after !== 'allowed' ? text : undefined;
}

/** The first request, in the first surroundings, that shows it. */
export function wrongEffect(
  effect: AccessEffect,
  type: PolicyType,
  [before, after]: readonly [PolicyDocument, PolicyDocument],
  calls: readonly AccessRequest[],
  catalog: Catalog,
): string | undefined {
  const [old, now] = [placed(type, before).map(prepare), placed(type, after).map(prepare)];
  for (const [index, one] of old.entries())
    for (const call of calls)
      for (const options of [{}, { catalog }]) {
        const [first, second] = [one, now[index]].map((set) => readings(set?.verdict(call, options)));
        const wrong = [0, 1]
          .map((at) => contradiction(effect, first?.[at] ?? '', second?.[at] ?? ''))
          .find(Boolean);
        if (wrong !== undefined) return `${wrong}, in surroundings ${index}: ${JSON.stringify(call)}`;
      }
  return undefined;
}

/** The verdict, and the one in the other reading of short resource patterns. */
const readings = (decision: ShortDecision | undefined): readonly string[] =>
  decision ? [decision.verdict, decision.otherReading?.verdict ?? decision.verdict] : [];
