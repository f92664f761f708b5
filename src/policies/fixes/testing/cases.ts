import type { Example } from '../../checks/check.ts';
import type { PolicyType } from '../../language/policyType.ts';
import { findRule } from '../../checks/index.ts';
import { layouts, write } from './layouts.ts';

/** The examples of the rules that have fixes, in every effect, negation, form and layout. */
export interface Case {
  readonly name: string;
  readonly text: string;
  readonly type: PolicyType;
  readonly resourceType: string | undefined;
}

type Statement = Readonly<Record<string, unknown>>;
type Policy = Readonly<Record<string, unknown>> & { readonly Statement: readonly Statement[] };

/** Examples besides the rules' own: lists of several, where an entry can go. */
const more: Readonly<Record<string, readonly object[]>> = {
  SPB_SERVICE_RETIRED: [{ Action: ['elastic-inference:Connect', 's3:GetObject'], Resource: '*' }],
  SPB_ACTION_NEVER_ALLOWED: [
    {
      Action: ['s3:GetObject', 's3:ListBucket', 'ecr:GetAuthorizationToken'],
      Resource: 'arn:aws:s3:::ml-input/*',
    },
  ],
  SPB_ACTION_NEVER_DENIED: [
    { Effect: 'Deny', Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::ml-input/*' },
    {
      Effect: 'Deny',
      Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject', 'ecr:GetAuthorizationToken'],
      Resource: ['arn:aws:s3:::ml-input/*'],
    },
  ],
  REDUNDANT_ACTION: [
    { Action: ['s3:Get*', 's3:GetObject'], Resource: '*' },
    { Action: ['s3:PutObject', 's3:GetObject', 's3:Get*', 's3:getobject', 's3:Get?bject'], Resource: '*' },
    { Action: ['s3:GetObject', 's3:GetObject'], Resource: '*' },
  ],
  REDUNDANT_RESOURCE: [
    { Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/b', 'arn:aws:s3:::c/*'] },
    { Resource: ['arn:aws:s3:::c/*', 'arn:aws:s3:::a/b', 'arn:aws:s3:::a/?', 'arn:aws:s3:::a/*'] },
    { Resource: ['arn:aws:s3:::a/*', 'arn:aws:s3:::a/*'] },
  ],
  EQUIVALENT_TO_NULL_FALSE: [
    { Condition: { StringLike: { 'aws:ResourceTag/owner': '*', 's3:prefix': 'a' } } },
    { Condition: { StringLike: { 'aws:ResourceTag/owner': ['*'] }, Null: { 's3:prefix': 'false' } } },
    { Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': '*' } } },
  ],
  EQUIVALENT_TO_NULL_TRUE: [
    { Condition: { StringNotLike: { 'aws:ResourceTag/owner': '*', 's3:prefix': 'a' } } },
    { Condition: { 'ForAllValues:StringNotLike': { 'aws:TagKeys': '*' } } },
  ],
  STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: [
    { Condition: { StringNotLikeIfExists: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a-*' } } },
    { Condition: { 'ForAnyValue:StringLike': { 'aws:PrincipalArn': ['arn:aws:iam::*:role/a-*', '*'] } } },
  ],
  WILDCARD_WITHOUT_LIKE_OPERATOR: [
    { Action: 's3:ListBucket', Condition: { StringNotEquals: { 's3:prefix': ['a/*', 'b'] } } },
    { Action: 's3:ListBucket', Condition: { 'ForAllValues:StringEqualsIfExists': { 's3:prefix': 'a/*' } } },
  ],
  FORALLVALUES_WITH_SINGLE_VALUED_KEY: [
    { Condition: { 'ForAllValues:StringNotEquals': { 'aws:SourceVpc': 'vpc-0abc1234def567890' } } },
    { Condition: { 'ForAllValues:StringEqualsIfExists': { 'aws:SourceVpc': 'vpc-0abc1234def567890' } } },
  ],
  MISSING_QUALIFIER: [
    { Condition: { StringNotEquals: { 'aws:TagKeys': ['owner'] } } },
    { Condition: { StringLikeIfExists: { 'aws:TagKeys': 'owner', 's3:prefix': 'a' } } },
  ],
  NULL_WITH_QUALIFIER: [
    { Condition: { 'ForAllValues:Null': { 'aws:TagKeys': 'true', 'aws:userid': 'false' } } },
  ],
  SPB_FORALLVALUES_WITHOUT_NULL: [
    {
      Action: 'sagemaker:CreateTrainingJob',
      Resource: '*',
      Condition: {
        'ForAllValues:StringEquals': { 'sagemaker:VpcSubnets': ['subnet-0123456789abcdef0'] },
        Null: { 'sagemaker:VpcSecurityGroupIds': 'false' },
      },
    },
  ],
  IMPROVE_IP_RANGE: [
    { Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.7/24', '198.51.100.0/24'] } } },
  ],
  INVALID_ACTION: [{ Action: ['s3:GetObject', 's3:PutObjcet'] }],
  PASS_ROLE_WITH_STAR_IN_RESOURCE: [
    { Action: ['iam:PassRole'], Resource: ['*'], Condition: { StringLike: { 'aws:PrincipalTag/a': 'b' } } },
  ],
};

const READ: Statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::ml-input/*' };
const OTHER: Statement = { Effect: 'Allow', Action: 'sagemaker:ListModels', Resource: '*' };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function policyOf(value: unknown): Policy | undefined {
  if (!isRecord(value)) return undefined;
  const { Statement } = value;
  return { ...value, Statement: [Statement].flat().filter(isRecord) };
}

/** What a rule is raised by: its own example, and the further ones. */
function examplesOf(code: string): readonly Example[] {
  const raises = findRule(code)?.invalid;
  const others = (more[code] ?? []).map((own) => ({
    policy: { Version: '2012-10-17', Statement: [{ ...READ, ...own }] },
  }));
  return raises ? [raises, ...others] : others;
}

const over = (policy: Policy, change: (statement: Statement) => Statement): Policy => ({
  ...policy,
  Statement: policy.Statement.map(change),
});

const renamed =
  (from: string, to: string) =>
  (statement: Statement): Statement =>
    Object.fromEntries(Object.entries(statement).map(([name, value]) => [name === from ? to : name, value]));

const FLIPPED: Readonly<Record<string, string>> = {
  Allow: 'Deny',
  Deny: 'Allow',
  allow: 'deny',
  deny: 'allow',
};

function negatedConditions(statement: Statement): Statement {
  const { Condition } = statement;
  if (!isRecord(Condition)) return statement;
  const entries = Object.entries(Condition).map(([operator, keys]) => [
    /Not/i.test(operator)
      ? operator.replace(/Not/i, '')
      : operator.replace(/(?<=String|Arn)(?=[A-Z])|^(?=IpAddress)/, 'Not'),
    keys,
  ]);
  return { ...statement, Condition: Object.fromEntries(entries) };
}

/** Lists of one without their brackets, or single values with them. */
function listed(inLists: boolean): (statement: Statement) => Statement {
  const form = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.length === 1 && !inLists ? value[0] : value;
    return inLists && typeof value === 'string' ? [value] : value;
  };
  return (statement) =>
    Object.fromEntries(
      Object.entries(statement).map(([name, value]) => [
        name,
        name === 'Action' || name === 'Resource' || name === 'NotAction' || name === 'NotResource'
          ? form(value)
          : value,
      ]),
    );
}

const changes: Readonly<Record<string, (policy: Policy) => Policy>> = {
  'as it is': (policy) => policy,
  'other effect': (policy) =>
    over(policy, (own) => ({ ...own, Effect: FLIPPED[String(own['Effect'])] ?? own['Effect'] })),
  NotAction: (policy) => over(policy, renamed('Action', 'NotAction')),
  NotResource: (policy) => over(policy, renamed('Resource', 'NotResource')),
  NotPrincipal: (policy) => over(policy, renamed('Principal', 'NotPrincipal')),
  'Deny and NotAction': (policy) =>
    over(policy, (own) => ({ ...renamed('Action', 'NotAction')(own), Effect: 'Deny' })),
  'Deny and NotResource': (policy) =>
    over(policy, (own) => ({ ...renamed('Resource', 'NotResource')(own), Effect: 'Deny' })),
  'negated conditions': (policy) => over(policy, negatedConditions),
  'Deny and negated conditions': (policy) =>
    over(policy, (own) => ({ ...negatedConditions(own), Effect: 'Deny' })),
  'lists for texts': (policy) => over(policy, listed(true)),
  'texts for lists': (policy) => over(policy, listed(false)),
  'a lone statement': (policy) => {
    const [only, ...others] = policy.Statement;
    return only && others.length === 0 ? { ...policy, Statement: [only] } : policy;
  },
  'between others': (policy) => ({
    ...policy,
    Statement: [OTHER, ...policy.Statement, { ...OTHER, Action: 'sagemaker:ListDomains' }],
  }),
  'entries in the other order': (policy) =>
    over(policy, (own) =>
      Object.fromEntries(
        Object.entries(own).map(([name, value]) => [name, Array.isArray(value) ? value.toReversed() : value]),
      ),
    ),
  'version 2008': (policy) => ({ ...policy, Version: '2008-10-17' }),
};

/** All cases of a code, in one layout after the other. The finding need not be in each of them. */
export function casesOf(code: string): readonly Case[] {
  return examplesOf(code).flatMap(({ policy, type = 'identity', resourceType }, example) => {
    const own = policyOf(policy);
    if (!own) return [];
    return Object.entries(changes).flatMap(([change, made], index) => {
      const layout = layouts[(index + example) % layouts.length];
      if (!layout) return [];
      const text = write(made(own), () => layout);
      return [{ name: `example ${example}, ${change}, ${layout.name}`, text, type, resourceType }];
    });
  });
}
