import fc from 'fast-check';
import type { PolicyDocument, Statement } from '../../language/policy.ts';
import type { ExactRequest } from '../replay/replay.ts';

/** Policies and requests over so few texts that samples meet all cases. */

const actions = ['s3:Get', 's3:Put', 's3:G*', 's3:*', '*', 's3:?et', 's3:Pu?', 'ec2:*', '*:Get'];
const resources = [
  '*',
  'arn:aws:s3:::a',
  'arn:aws:s3:::a/*',
  'arn:aws:s3:::a*',
  'arn:aws:s3:::*b',
  'arn:aws:s3:::a/b',
  'arn:aws:s3:::?',
  'arn:*:s3:::a',
  'arn:aws:s3',
];

const some = <Value>(of: fc.Arbitrary<Value>) => fc.uniqueArray(of, { minLength: 1, maxLength: 2 });

const withSuffix = (name: string) => fc.constantFrom(name, `${name}IfExists`);
type Clause = readonly [operators: fc.Arbitrary<string>, key: string, values: fc.Arbitrary<string>];
const operators: readonly Clause[] = [
  [
    fc
      .constantFrom(
        'StringEquals',
        'StringNotEquals',
        'StringLike',
        'StringNotLike',
        'StringEqualsIgnoreCase',
      )
      .chain(withSuffix),
    'k:t',
    fc.constantFrom('a', 'A', 'a*', '*', 'ab', '?'),
  ],
  [fc.constant('Null'), 'k:t', fc.constantFrom('true', 'false')],
  [
    fc
      .constantFrom(
        'NumericEquals',
        'NumericNotEquals',
        'NumericLessThan',
        'NumericLessThanEquals',
        'NumericGreaterThan',
      )
      .chain(withSuffix),
    'k:n',
    fc.constantFrom('1', '2', '2.5'),
  ],
  [fc.constantFrom('Bool').chain(withSuffix), 'k:b', fc.constantFrom('true', 'false')],
  [
    fc.constantFrom('IpAddress', 'NotIpAddress').chain(withSuffix),
    'k:i',
    fc.constantFrom('10.0.0.0/8', '10.1.0.0/16', '0.0.0.0/0', '2001:db8::/32'),
  ],
  [
    fc.constantFrom('DateLessThan', 'DateGreaterThanEquals', 'DateNotEquals').chain(withSuffix),
    'k:d',
    fc.constantFrom('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z'),
  ],
  [
    fc
      .tuple(
        fc.constantFrom('ForAllValues', 'ForAnyValue'),
        fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike'),
      )
      .map((two) => two.join(':')),
    'k:s',
    fc.constantFrom('a', 'b', 'a*'),
  ],
  [
    fc.constantFrom('ArnLike', 'ArnNotEquals'),
    'k:a',
    fc.constantFrom('*', 'arn:aws:iam::1:role/a', 'arn:aws:iam::*:role/*', 'arn:aws:iam'),
  ],
];

const conditionOf = (clauses: readonly Clause[]) =>
  fc
    .array(
      fc
        .constantFrom(...clauses)
        .chain(([operator, key, values]) => fc.tuple(operator, fc.constant(key), some(values))),
      { maxLength: 2 },
    )
    .map((chosen) =>
      Object.fromEntries(chosen.map(([operator, key, values]) => [operator, { [key]: values }])),
    );

interface StatementTexts {
  readonly actions?: readonly string[];
  readonly resources?: readonly string[];
  readonly principals?: readonly string[];
  readonly clauses?: readonly Clause[];
}

function statementOf(texts: StatementTexts): fc.Arbitrary<Statement> {
  const of = (values: readonly string[]) => some(fc.constantFrom(...values));
  const { principals } = texts;
  return fc
    .tuple(
      fc.constantFrom('Allow' as const, 'Allow' as const, 'Deny' as const),
      fc.constantFrom('Action' as const, 'Action' as const, 'NotAction' as const),
      of(texts.actions ?? actions),
      fc.constantFrom('Resource' as const, 'Resource' as const, 'NotResource' as const),
      of(texts.resources ?? resources),
      conditionOf(texts.clauses ?? operators),
      fc.constantFrom('Principal' as const, 'Principal' as const, 'NotPrincipal' as const),
      principals ? fc.option(of(principals), { nil: undefined }) : fc.constant(undefined),
    )
    .map(([Effect, action, Action, resource, Resource, Condition, principal, AWS]) => ({
      Effect,
      [action]: Action,
      [resource]: Resource,
      Condition,
      ...(AWS ? { [principal]: { AWS } } : {}),
    }));
}

const policyOf = (texts: StatementTexts = {}): fc.Arbitrary<PolicyDocument> =>
  fc.array(statementOf(texts), { maxLength: 3 }).map((Statement) => ({ Version: '2012-10-17', Statement }));

export const smallPolicy = policyOf();

/** The same conditions, with other values as well. */
const withValues = (...values: readonly string[]): readonly Clause[] =>
  operators.map(([operator, key, known]) => [
    operator,
    key,
    fc.oneof({ weight: 2, arbitrary: known }, { weight: 1, arbitrary: fc.constantFrom(...values) }),
  ]);

/** With the variable of a key that the requests have and conditions ask of. */
export const policyWithVariables = policyOf({
  resources: [
    ...resources.slice(0, 4),
    'arn:aws:s3:::${k:t}',
    'arn:aws:s3:::a/${k:t}',
    'arn:aws:s3:::${K:T}*',
    "arn:aws:s3:::${k:t, 'c'}",
  ],
  clauses: operators.map(([operator, key, known], at) => [
    operator,
    key,
    at === 0 || key === 'k:a' ? fc.oneof(known, fc.constant('${k:u}')) : known,
  ]),
});

/** With the placeholders `<B>` and `<C>`, in conditions of every kind as well. */
export const policyWithPlaceholders = policyOf({
  resources: [
    ...resources.slice(0, 5),
    'arn:aws:s3:::<B>',
    'arn:aws:s3:::<B>/*',
    'arn:aws:s3:::a/<B>',
    'arn:aws:s3:::<C>*',
  ],
  clauses: withValues('<B>'),
});

/** With placeholders in actions, and in those who call: `<D>` is an account, `<E>` a principal of any kind. */
export const policyWithOpenNames = policyOf({
  actions: [...actions.slice(0, 4), 's3:<B>', 's3:G<B>', '<C>:Get', 's3:<B>*'],
  resources: resources.slice(0, 2),
  principals: [
    '*',
    '111122223333',
    'arn:aws:iam::111122223333:role/a',
    'arn:aws:iam::<D>:root',
    'arn:aws:iam::<D>:role/a',
    'arn:aws:iam::111122223333:role/<B>',
    '<D>',
    '<E>',
  ],
  clauses: operators.slice(0, 2),
});

const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined, freq: 2 });

export const smallRequest: fc.Arbitrary<ExactRequest> = fc
  .record({
    action: fc.constantFrom('s3:get', 's3:put', 's3:gone', 's3:pun', 'ec2:get', 'ec2:run', 's3:x'),
    resource: fc.constantFrom(
      'arn:aws:s3:::a',
      'arn:aws:s3:::a/b',
      'arn:aws:s3:::a/c',
      'arn:aws:s3:::c',
      'arn:aws:s3:::cb',
      'arn:cn:s3:::a',
      'x',
      'arn:aws:ec2:r:1:i',
    ),
    'k:t': maybe(fc.constantFrom('a', 'A', 'ab', 'b', 'c')),
    'k:u': maybe(fc.constantFrom('a', 'b', 'arn:aws:iam::1:role/a')),
    'k:n': maybe(fc.constantFrom('0', '1', '1.5', '2', '2.25', '2.5', '3')),
    'k:b': maybe(fc.constantFrom('true', 'false')),
    'k:i': maybe(fc.constantFrom('10.0.0.1', '10.1.0.1', '11.0.0.1', '2001:db8::1', '2002::1')),
    'k:d': maybe(
      fc.constantFrom(
        '2025-01-01T00:00:00Z',
        '2026-01-01T00:00:00Z',
        '2026-03-01T00:00:00Z',
        '2027-01-01T00:00:00Z',
      ),
    ),
    'k:s': maybe(fc.constantFrom('a', 'b', 'c', 'ab', 'a,b', 'a,c', 'b,c,ab')),
    'k:a': maybe(
      fc.constantFrom('arn:aws:iam::1:role/a', 'arn:aws:iam::2:role/b', 'arn:aws:iam::2:user/b', 'x'),
    ),
  })
  .map(({ action: name, resource: arn, ...keys }) => ({
    action: name,
    resource: arn,
    context: Object.fromEntries(
      Object.entries(keys).flatMap(([key, value]) =>
        value === undefined ? [] : [[key, key === 'k:s' ? value.split(',') : [value]]],
      ),
    ),
  }));
