import fc from 'fast-check';
import { operatorNames } from '../../language/conditionOperator.ts';

/** Policies with much that is fixed: covered and misspelled entries, every operator, names twice, statements twice. */

const pick = <Value>(...values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);

const actions = pick(
  's3:GetObject',
  's3:Get*',
  's3:*',
  'S3:getobject',
  's3:?etObject',
  's3:Get?bject*',
  's3:*Object',
  's3:PutObject',
  's3:ListBucket',
  's3:GetObjcet',
  'sagmaker:CreateModel',
  'iam:PassRole',
  'IAM:passrole',
  'iam:Pass*',
  'elastic-inference:Connect',
  'elastic-inference:*',
  'ecr:GetAuthorizationToken',
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateTrainingJbo',
  'sts:AssumeRole',
  'sts:TagSession',
  'sts:*',
  '*',
  '**',
  '*:*',
  '*:Get*',
  's3:${*}',
);

const resources = pick(
  '*',
  '**',
  'arn:aws:s3:::logs-?',
  'arn:aws:s3:::logs-*',
  'arn:aws:s3:::logs-x',
  'arn:aws:s3:::?*',
  'arn:aws:s3:::*?',
  'arn:aws:s3:::ml',
  'arn:aws:s3:::ml/*',
  'arn:aws:s3:::ml/x',
  'arn:aws:s3',
  'arn:aws:s3:*',
  'arn:aws:s3:::*',
  'arn:*:s3:::logs-*',
  'arn:aws:s3:*:ml/*',
  'arn:aws:s3:eu*:*:a',
  'arn:aws:s3:::ml/${aws:username}',
  'arn:aws:s3:::ml/${aws:username}/*',
  'arn:aws:s3:::ml/${*}',
  'arn:aws:s3:::ml/${?}*',
  "arn:aws:s3:::ml/${aws:PrincipalTag/team, 'x'}",
  'arn:aws:s3:${aws:username}:c:d',
  'arn:aws:s3:*:c:*',
  '${aws:PrincipalTag/arn}',
  '${aws:PrincipalTag/arn}:*:d',
  '*:*:s3:*:*:*',
  'arn:aws:s3:::ml/<NAME>',
  'arn:aws:s3:::ml/<NAME>*',
  'arn:aws:sagemaker:*:*:endpoint/*',
  'arn:aws:sagemaker:*:endpoint/prod-*',
  'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-*',
  'arn:aws:sagemaker:eu-west-1:111122223333:endpoint/prod-?',
  'arn:aws:iam::111122223333:role/*',
  'arn:aws:iam::111122223333:role/Reader',
);

const keys = pick(
  'aws:username',
  'AWS:UserName',
  'aws:SourceVpc',
  'aws:PrincipalTag/team',
  'aws:PrincipalArn',
  'aws:principalarn',
  'aws:ARN',
  'aws:TagKeys',
  'aws:SourceIp',
  's3:prefix',
  'sagemaker:VpcSubnets',
  'iam:PassedToService',
);

const values = pick(
  '*',
  '**',
  'a',
  'A',
  'a*',
  'a?',
  '?*',
  '',
  'vpc-0abc1234def567890',
  '${aws:username}',
  '${aws:username}*',
  'a${*}',
  "${aws:PrincipalTag/team, 'x'}",
  'arn:aws:iam::111122223333:role/a*',
  'arn:aws:iam::*:role/a*',
  'arn:aws:iam:*:role/a',
  'true',
  'false',
  'TRUE',
  '203.0.113.7/24',
  '203.0.113.0/24',
  '2001:db8::1/32',
  '5',
  '5.0',
  '2026-01-01',
  'sagemaker.amazonaws.com',
);

/** A list, or one of it without its brackets. */
const oneOrMany = <Value>(value: fc.Arbitrary<Value>, most: number) =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 3, arbitrary: fc.array(value, { maxLength: most }) });

const operator = fc
  .tuple(
    pick('', '', 'ForAllValues:', 'ForAnyValue:', 'forallvalues:'),
    fc.oneof(
      pick('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'stringlike', 'Null'),
      pick(...operatorNames),
    ),
    pick('', '', '', 'IfExists'),
  )
  .map((parts) => parts.join(''));

const block = fc.dictionary(keys, oneOrMany(values, 3), { maxKeys: 3, noNullPrototype: true });
const whole = fc.dictionary(operator, block, { maxKeys: 3, noNullPrototype: true });

/** What raises a finding with a fix by itself. */
const telling = pick<Record<string, object>>(
  { StringLike: { 'aws:PrincipalTag/team': '*' } },
  { StringLike: { 'aws:PrincipalTag/team': '*' }, Null: { 'aws:PrincipalTag/team': 'false' } },
  {
    StringLike: { 'aws:PrincipalTag/team': ['a', '*'], 's3:prefix': 'x' },
    Null: { 'aws:username': 'false' },
  },
  { 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } },
  { StringNotLike: { 'aws:PrincipalTag/team': '*' } },
  { StringNotLikeIfExists: { 'aws:PrincipalTag/team': '*' } },
  { 'ForAllValues:StringNotLike': { 'aws:TagKeys': '*' } },
  { 'ForAnyValue:StringNotLikeIfExists': { 'aws:TagKeys': '*' } },
  { StringLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' } },
  { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/a*' } },
  { 'ForAllValues:StringLike': { 'aws:PrincipalArn': ['arn:aws:iam::*:role/a*', '*'] } },
  { StringEquals: { 's3:prefix': 'a*' } },
  { StringNotEqualsIfExists: { 's3:prefix': ['a*', 'b'] } },
  { StringEqualsIgnoreCase: { 's3:prefix': ['a*', 'b'], 'aws:username': 'ana' } },
  { 'ForAllValues:StringEquals': { 'aws:SourceVpc': 'vpc-0abc1234def567890' } },
  { 'ForAllValues:StringNotEquals': { 'aws:SourceVpc': ['vpc-0abc1234def567890', 'a'] } },
  { 'ForAllValues:StringLike': { 'aws:username': ['a*', ''] } },
  { StringEquals: { 'aws:TagKeys': ['a', 'b'] } },
  { StringNotLike: { 'aws:TagKeys': ['a*', '*'] } },
  { StringLikeIfExists: { 'aws:TagKeys': ['a', ''] } },
  { 'ForAnyValue:Null': { 'aws:TagKeys': 'false' } },
  {
    'ForAllValues:Null': { 'aws:TagKeys': 'true', 'aws:username': 'false' },
    Null: { 'aws:TagKeys': 'true' },
  },
  { NullIfExists: { 'aws:TokenIssueTime': 'true' } },
  { StringEquals: { 'aws:ARN': 'arn:aws:iam::111122223333:role/a' } },
  { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-0123456789abcdef0'] } },
  { 'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['a'] }, Null: { 'aws:username': 'false' } },
  { IpAddress: { 'aws:SourceIp': ['203.0.113.7/24', '2001:db8::1/32'] } },
  { NotIpAddressIfExists: { 'aws:SourceIp': '203.0.113.7/24' } },
  { StringEquals: {} },
  {},
);

const condition = fc.oneof({ weight: 3, arbitrary: telling }, { weight: 2, arbitrary: whole });

const names = oneOrMany(
  pick(
    '*',
    '111122223333',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:role/Reader',
    'arn:aws:iam::111122223333:role/path/Reader',
    'arn:aws:sts::111122223333:assumed-role/Reader/anna',
    'arn:aws:iam::111122223333:user/ana',
  ),
  3,
);
const principal = fc.oneof(
  pick('*'),
  fc.record({ AWS: names }),
  pick({
    AWS: ['arn:aws:iam::111122223333:role/Reader', 'arn:aws:sts::111122223333:assumed-role/Reader/anna'],
  }),
  fc.record({ AWS: names, Service: oneOrMany(pick('sagemaker.amazonaws.com', 's3.amazonaws.com'), 2) }),
);

const maybe = <Value>(value: fc.Arbitrary<Value>, weight: number) =>
  fc.oneof({ weight, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });

/** What a statement says, with those of its elements in their negated form that `not` names. */
function statementOf(withPrincipal: boolean): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record({
      Sid: maybe(pick('A', 'Read', 'a b', '', 'é', 'Read1'), 1),
      Effect: fc.oneof(
        { weight: 9, arbitrary: pick('Allow', 'Deny') },
        { weight: 1, arbitrary: pick('allow', ' DENY') },
      ),
      Principal: withPrincipal ? maybe(principal, 0) : maybe(principal, 40),
      Action: oneOrMany(actions, 5),
      Resource: oneOrMany(resources, 5),
      Condition: maybe(condition, 1),
      not: fc.record({
        Action: pick(false, false, false, true),
        Resource: pick(false, false, false, true),
        Principal: pick(false, false, true),
      }),
    })
    .map(({ not, ...elements }) =>
      Object.fromEntries(
        Object.entries(elements).flatMap(([name, value]) => {
          const negated = new Map<string, boolean>(Object.entries(not)).get(name) === true;
          return value === undefined ? [] : [[negated ? `Not${name}` : name, value]];
        }),
      ),
    );
}

/** Documents of the right and of the wrong shape; some statements stand in them twice. */
export function policies(withPrincipal: boolean): fc.Arbitrary<Record<string, unknown>> {
  const statement = statementOf(withPrincipal);
  const list = fc
    .tuple(fc.array(statement, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(2), { maxLength: 1 }))
    .map(([own, again]) => [...own, ...again.flatMap((at) => own[at] ?? [])]);
  return fc.record(
    {
      Version: pick('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', '2012-10-18'),
      Statement: fc.oneof({ weight: 1, arbitrary: statement }, { weight: 5, arbitrary: list }),
    },
    { requiredKeys: ['Statement'], noNullPrototype: true },
  );
}
