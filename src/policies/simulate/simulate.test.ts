import { describe, expect, it } from 'vitest';
import type { PolicyDocument, Statement } from '../language/policy.ts';
import { documentWith } from '../language/testing/documentWith.ts';
import type { Verdict } from './decision.ts';
import type { PolicySet } from './policySet.ts';
import { prepare } from './prepare.ts';
import type { AccessRequest } from './request.ts';
import { simulate } from './simulate.ts';
import { isReadableStatement } from './statementProblems.ts';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const USER = `arn:aws:iam::${ACCOUNT}:user/ana`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/service-role/Trainer`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/Trainer/job-1`;
const JOB = `arn:aws:sagemaker:eu-west-1:${ACCOUNT}:training-job/team-a-1`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const SERVICE_LINKED = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/sagemaker.amazonaws.com/AWSServiceRoleForX`;
const OBJECT = 'arn:aws:s3:::bucket/key';
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234`;

/** What a caller without types may hand over. */
const untyped = (value: unknown) => JSON.parse(JSON.stringify(value ?? null));

const doc = documentWith({ Effect: 'Allow', Action: '*', Resource: '*' });
const without = (own: Partial<Statement>, ...names: readonly string[]): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [
    untyped(
      Object.fromEntries(
        Object.entries({ Effect: 'Allow', Action: '*', Resource: '*', ...own }).filter(
          ([name]) => !names.includes(name),
        ),
      ),
    ),
  ],
});
const all = doc({});
const denyAll = doc({ Effect: 'Deny' });
const nothing = doc({ Action: 'none:Nothing' });
const to = (AWS: string, own: Partial<Statement> = {}) => doc({ Principal: { AWS }, ...own });

const notPrincipal = (Effect: 'Allow' | 'Deny', ...AWS: readonly string[]) =>
  doc({ Effect, NotPrincipal: { AWS } });

const ask = (own: Partial<AccessRequest> = {}): AccessRequest => ({
  principal: USER,
  action: 's3:GetObject',
  resource: { arn: OBJECT },
  context: {},
  ...own,
});

type Row = readonly [
  rule: string,
  request: Partial<AccessRequest>,
  policies: Partial<PolicySet>,
  verdict: Verdict,
];
const elsewhere = { resource: { arn: OBJECT, accountId: OTHER } };
const kms = { action: 'kms:Decrypt', resource: { arn: KEY } };
const assume = { action: 'sts:AssumeRole', resource: { arn: ROLE } };
const trusting = (AWS: string) => without({ Action: 'sts:AssumeRole', Principal: { AWS } }, 'Resource');

const layerRows: readonly Row[] = [
  ['nothing allows', {}, { identity: [] }, 'implicitDeny'],
  ['identity allows', {}, { identity: [all] }, 'allowed'],
  ['a Deny in the same document wins', {}, { identity: [doc({}, { Effect: 'Deny' })] }, 'explicitDeny'],
  ['a Deny without any Allow is explicit', {}, { identity: [denyAll] }, 'explicitDeny'],
  ['a boundary cuts', {}, { identity: [all], permissionsBoundary: [nothing] }, 'implicitDeny'],
  ['a boundary alone grants nothing', {}, { identity: [], permissionsBoundary: [all] }, 'implicitDeny'],
  ['boundary and identity', {}, { identity: [all], permissionsBoundary: [all] }, 'allowed'],
  ['a Deny in the boundary', {}, { identity: [all], permissionsBoundary: [denyAll] }, 'explicitDeny'],
  ['no boundary documents: no boundary', {}, { identity: [all], permissionsBoundary: [] }, 'allowed'],
  ['a session policy cuts', { principal: SESSION }, { identity: [all], session: [nothing] }, 'implicitDeny'],
  [
    'a Deny in the session policy',
    { principal: SESSION },
    { identity: [all], session: [denyAll] },
    'explicitDeny',
  ],
  ['every level allows', {}, { identity: [all], serviceControl: [[all], [all]] }, 'allowed'],
  ['one level does not', {}, { identity: [all], serviceControl: [[all], [nothing], [all]] }, 'implicitDeny'],
  ['a level without policies', {}, { identity: [all], serviceControl: [[all], []] }, 'implicitDeny'],
  ['no levels: no organization', {}, { identity: [all], serviceControl: [] }, 'allowed'],
  ['any policy of a level', {}, { identity: [all], serviceControl: [[nothing, all]] }, 'allowed'],
  ['a Deny at one level', {}, { identity: [all], serviceControl: [[all], [all, denyAll]] }, 'explicitDeny'],
  ['an organization grants nothing', {}, { identity: [], serviceControl: [[all]] }, 'implicitDeny'],
  [
    'a service-linked role is beyond the organization',
    { principal: SERVICE_LINKED },
    { identity: [all], serviceControl: [[denyAll]] },
    'allowed',
  ],
  [
    'a resource control policy without Deny',
    {},
    { identity: [all], resourceControl: [[to('*', { Effect: 'Allow' })]] },
    'allowed',
  ],
  [
    'a resource control policy denies',
    {},
    { identity: [all], resourceControl: [[all2('Deny')]] },
    'explicitDeny',
  ],
  ['an endpoint policy allows', {}, { identity: [all], vpcEndpoint: [all2('Allow')] }, 'allowed'],
  [
    'an endpoint policy cuts',
    {},
    { identity: [all], vpcEndpoint: [to(`arn:aws:iam::${OTHER}:root`)] },
    'implicitDeny',
  ],
  ['an endpoint policy grants nothing', {}, { identity: [], vpcEndpoint: [all2('Allow')] }, 'implicitDeny'],
  ['an endpoint policy names the account', {}, { identity: [all], vpcEndpoint: [to(ACCOUNT)] }, 'allowed'],
  ['resource policy names the user', {}, { identity: [], resource: to(USER) }, 'allowed'],
  ['resource policy names another user', {}, { identity: [], resource: to(`${USER}2`) }, 'implicitDeny'],
  ['… past a boundary', {}, { identity: [], permissionsBoundary: [nothing], resource: to(USER) }, 'allowed'],
  ['… not past a Deny', {}, { identity: [denyAll], resource: to(USER) }, 'explicitDeny'],
  [
    '… not past an organization',
    {},
    { identity: [], serviceControl: [[nothing]], resource: to(USER) },
    'implicitDeny',
  ],
  [
    'resource policy names the session',
    { principal: SESSION },
    { identity: [], session: [nothing], resource: to(SESSION) },
    'allowed',
  ],
  ['resource policy names the role', { principal: SESSION }, { identity: [], resource: to(ROLE) }, 'allowed'],
  [
    '… which a boundary cuts',
    { principal: SESSION },
    { identity: [], permissionsBoundary: [nothing], resource: to(ROLE) },
    'implicitDeny',
  ],
  [
    '… and a session policy',
    { principal: SESSION },
    { identity: [], session: [nothing], resource: to(ROLE) },
    'implicitDeny',
  ],
  ['role ARN as the caller', { principal: ROLE }, { identity: [], resource: to(ROLE) }, 'allowed'],
  [
    'resource policy names the account: delegates',
    {},
    { identity: [], resource: to(`arn:aws:iam::${ACCOUNT}:root`) },
    'implicitDeny',
  ],
  ['the bare account id too', {}, { identity: [], resource: to(ACCOUNT) }, 'implicitDeny'],
  ['… the identity policy allows', {}, { identity: [all], resource: to(ACCOUNT) }, 'allowed'],
  [
    'a Deny for the account',
    {},
    { identity: [all], resource: to(ACCOUNT, { Effect: 'Deny' }) },
    'explicitDeny',
  ],
  ['a Deny for everyone', {}, { identity: [all], resource: all2('Deny') }, 'explicitDeny'],
  [
    'a Deny for somebody else',
    {},
    { identity: [all], resource: to(`${USER}2`, { Effect: 'Deny' }) },
    'allowed',
  ],
  ['everyone may', {}, { identity: [], resource: all2('Allow') }, 'allowed'],
  ['across accounts: identity only', elsewhere, { identity: [all] }, 'implicitDeny'],
  ['across accounts: resource only', elsewhere, { identity: [], resource: to(USER) }, 'implicitDeny'],
  ['across accounts: both', elsewhere, { identity: [all], resource: to(USER) }, 'allowed'],
  ['across accounts: account and identity', elsewhere, { identity: [all], resource: to(ACCOUNT) }, 'allowed'],
  [
    'across accounts by the ARN',
    { resource: { arn: JOB.replace(ACCOUNT, OTHER) } },
    { identity: [all] },
    'implicitDeny',
  ],
  ['a key needs its policy', kms, { identity: [all] }, 'implicitDeny'],
  ['a key policy that delegates', kms, { identity: [all], resource: to(ACCOUNT) }, 'allowed'],
  ['a key policy that delegates to nobody', kms, { identity: [], resource: to(ACCOUNT) }, 'implicitDeny'],
  ['a key policy that names the user', kms, { identity: [], resource: to(USER) }, 'allowed'],
  [
    'keys are listed without one',
    { action: 'kms:ListKeys', resource: { arn: '*' } },
    { identity: [all] },
    'allowed',
  ],
  ['a role needs its trust policy', assume, { identity: [all] }, 'implicitDeny'],
  ['trust names the user', assume, { identity: [], resource: trusting(USER) }, 'allowed'],
  ['trust names the account', assume, { identity: [all], resource: trusting(ACCOUNT) }, 'allowed'],
  ['trust names another', assume, { identity: [all], resource: trusting(OTHER) }, 'implicitDeny'],
  [
    'trust names the service',
    { ...assume, principal: 'sagemaker.amazonaws.com' },
    {
      identity: [],
      resource: without(
        { Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } },
        'Resource',
      ),
    },
    'allowed',
  ],
  [
    'trust names another service',
    { ...assume, principal: 'sagemaker.amazonaws.com' },
    {
      identity: [],
      resource: without(
        { Action: 'sts:AssumeRole', Principal: { Service: 'ec2.amazonaws.com' } },
        'Resource',
      ),
    },
    'implicitDeny',
  ],
  [
    'a SAML provider',
    { ...assume, action: 'sts:AssumeRoleWithSAML', principal: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` },
    {
      identity: [],
      resource: without(
        {
          Action: 'sts:AssumeRoleWithSAML',
          Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/corp` },
        },
        'Resource',
      ),
    },
    'allowed',
  ],
  [
    'AWS’s own resources belong to no other account',
    {
      action: 'sagemaker:DescribeHub',
      resource: { arn: 'arn:aws:sagemaker:eu-west-1:aws:hub/SageMakerPublicHub' },
    },
    { identity: [all] },
    'allowed',
  ],
  [
    'a service-linked role is beyond resource control',
    { principal: SERVICE_LINKED },
    { identity: [all], resourceControl: [[all2('Deny')]] },
    'allowed',
  ],
  [
    'so is who takes it',
    { ...assume, principal: 'sagemaker.amazonaws.com', resource: { arn: SERVICE_LINKED } },
    {
      identity: [],
      resourceControl: [[all2('Deny')]],
      resource: without(
        { Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } },
        'Resource',
      ),
    },
    'allowed',
  ],
  [
    'an object with such a text in its name is no service-linked role',
    { action: 's3:GetObject', resource: { arn: 'arn:aws:s3:::data/x:role/aws-service-role/x' } },
    { identity: [all], resourceControl: [[all2('Deny')]] },
    'explicitDeny',
  ],
  [
    'grants can be retired whatever resource control says',
    { action: 'kms:RetireGrant', resource: { arn: KEY } },
    { identity: [all], resourceControl: [[all2('Deny')]], resource: to(ACCOUNT) },
    'allowed',
  ],
  [
    'a role that only has such a name is not service-linked',
    { principal: `arn:aws:iam::${ACCOUNT}:role/AWSServiceRoleForX` },
    { identity: [all], serviceControl: [[denyAll]] },
    'explicitDeny',
  ],
  [
    'an organization has no say over anonymous callers',
    { principal: '*' },
    { identity: [], resource: all2('Allow'), serviceControl: [[denyAll]] },
    'allowed',
  ],
  [
    'NotPrincipal spares nobody with a boundary',
    {},
    { identity: [all], permissionsBoundary: [all], resource: notPrincipal('Deny', USER) },
    'explicitDeny',
  ],
  [
    'who one is may be asked without a policy',
    { action: 'sts:GetCallerIdentity', resource: { arn: '*' } },
    { identity: [denyAll] },
    'allowed',
  ],
  [
    '… not through an endpoint that denies it',
    { action: 'sts:GetCallerIdentity', resource: { arn: '*' } },
    { identity: [], vpcEndpoint: [all2('Deny')] },
    'explicitDeny',
  ],
  ['the root user needs no policy', { principal: ROOT }, { identity: [] }, 'allowed'],
  [
    '… and is subject to the organization',
    { principal: ROOT },
    { identity: [], serviceControl: [[denyAll]] },
    'explicitDeny',
  ],
  [
    '… and to key policies',
    { ...kms, principal: ROOT },
    { identity: [], resource: to(USER) },
    'implicitDeny',
  ],
  [
    'the bare account names its root user',
    { ...kms, principal: ROOT },
    { identity: [], resource: to(ACCOUNT) },
    'allowed',
  ],
  [
    'the root user cannot take a role',
    { ...assume, principal: ROOT },
    { identity: [all], resource: trusting(ACCOUNT) },
    'implicitDeny',
  ],
  [
    'a federated user without a session policy has nothing',
    { principal: `arn:aws:sts::${ACCOUNT}:federated-user/ana` },
    { identity: [all] },
    'implicitDeny',
  ],
  [
    'a federated user with one',
    { principal: `arn:aws:sts::${ACCOUNT}:federated-user/ana` },
    { identity: [all], session: [all] },
    'allowed',
  ],
  [
    'a web identity provider',
    { ...assume, action: 'sts:AssumeRoleWithWebIdentity', principal: 'accounts.google.com' },
    {
      identity: [],
      resource: without(
        { Action: 'sts:AssumeRoleWithWebIdentity', Principal: { Federated: 'accounts.google.com' } },
        'Resource',
      ),
    },
    'allowed',
  ],
  [
    'a role of another partition is another role',
    { principal: SESSION },
    { identity: [], resource: to(ROLE.replace('arn:aws:', 'arn:aws-cn:')) },
    'implicitDeny',
  ],
  [
    'layers that are null are not present',
    {},
    { identity: [all], resource: untyped(null), permissionsBoundary: untyped(null) },
    'allowed',
  ],
  [
    'an ARN of any account crosses accounts',
    { resource: { arn: 'arn:aws:sqs:eu-west-1:*:queue' } },
    { identity: [all] },
    'implicitDeny',
  ],
  [
    'identity providers are not services',
    { principal: 'sagemaker.amazonaws.com' },
    { identity: [], resource: doc({ Principal: { Federated: '*' } }) },
    'implicitDeny',
  ],
  [
    'but for Cognito',
    { principal: 'cognito-identity.amazonaws.com' },
    { identity: [], resource: doc({ Principal: { Federated: 'cognito-identity.amazonaws.com' } }) },
    'allowed',
  ],
  [
    'a context is set only with the trust policy’s consent',
    { ...assume, action: 'sts:SetContext' },
    { identity: [all] },
    'implicitDeny',
  ],
  [
    'a boundary in the set does not concern services',
    { principal: 'sagemaker.amazonaws.com' },
    {
      identity: [],
      permissionsBoundary: [all],
      resource: doc(
        { Principal: '*' },
        { Effect: 'Deny', NotPrincipal: { Service: 'sagemaker.amazonaws.com' } },
      ),
    },
    'allowed',
  ],
  ['anonymous, public', { principal: '*' }, { identity: [], resource: all2('Allow') }, 'allowed'],
  ['anonymous, not public', { principal: '*' }, { identity: [all], resource: to(ACCOUNT) }, 'implicitDeny'],
];

function all2(Effect: 'Allow' | 'Deny') {
  return doc({ Effect, Principal: '*' });
}

const may = (own: Partial<Statement>, ...names: readonly string[]) => ({
  identity: [without(own, ...names)],
});
const s3 = (arn: string) => ({ resource: { arn } });

const matchRows: readonly Row[] = [
  ['actions without regard to case', { action: 'S3:getobject' }, may({ Action: 's3:GetObject' }), 'allowed'],
  ['an action by prefix', {}, may({ Action: 's3:Get*' }), 'allowed'],
  ['? is one character', {}, may({ Action: 's3:GetObjec?' }), 'allowed'],
  ['? is not none', {}, may({ Action: 's3:GetObject?' }), 'implicitDeny'],
  ['another service', {}, may({ Action: 's3-outposts:*' }), 'implicitDeny'],
  [
    'ARNs with regard to case',
    s3('arn:aws:s3:::Bucket/key'),
    may({ Resource: 'arn:aws:s3:::bucket/*' }),
    'implicitDeny',
  ],
  ['* crosses slashes', s3('arn:aws:s3:::bucket/a/b'), may({ Resource: 'arn:aws:s3:::bucket/*' }), 'allowed'],
  [
    '* crosses colons of the sixth field',
    s3('arn:aws:s3:::bucket/a:b'),
    may({ Resource: 'arn:aws:s3:::b*b' }),
    'allowed',
  ],
  [
    '* does not cross the first five',
    s3(JOB),
    may({ Resource: 'arn:aws:sagemaker:*:training-job/x:*:team-a-1' }),
    'implicitDeny',
  ],
  [
    'region and account may be patterns',
    s3(JOB),
    may({ Resource: 'arn:*:sagemaker:eu-*:*:training-job/*' }),
    'allowed',
  ],
  ['fields that are missing are *', s3(JOB), may({ Resource: 'arn:aws:sagemaker' }), 'allowed'],
  ['… and only those', s3(JOB), may({ Resource: 'arn:aws:sagemaker:*:training-job/*' }), 'implicitDeny'],
  ['text that is no ARN names nothing', s3(JOB), may({ Resource: '*training-job*' }), 'implicitDeny'],
  ['partitions differ', s3(JOB), may({ Resource: JOB.replace('arn:aws:', 'arn:aws-cn:') }), 'implicitDeny'],
  ['dots are dots', s3('arn:aws:s3:::buckat'), may({ Resource: 'arn:aws:s3:::buck.t' }), 'implicitDeny'],
  ['brackets are brackets', s3('arn:aws:s3:::a'), may({ Resource: 'arn:aws:s3:::[a]' }), 'implicitDeny'],
  [
    'a bucket is not its objects',
    s3('arn:aws:s3:::bucket/key'),
    may({ Resource: 'arn:aws:s3:::bucket' }),
    'implicitDeny',
  ],
  [
    'objects are not the bucket',
    s3('arn:aws:s3:::bucket'),
    may({ Resource: 'arn:aws:s3:::bucket/*' }),
    'implicitDeny',
  ],
  ['a call without resource needs *', s3('*'), may({ Resource: 'arn:aws:s3:::*' }), 'implicitDeny'],
  ['a call without resource, *', s3('*'), may({ Resource: '*' }), 'allowed'],
  ['NotAction leaves out', {}, may({ NotAction: 's3:*' }, 'Action'), 'implicitDeny'],
  ['NotAction takes the rest', {}, may({ NotAction: 'iam:*' }, 'Action'), 'allowed'],
  ['NotAction is no Deny', {}, { identity: [without({ NotAction: 's3:*' }, 'Action'), all] }, 'allowed'],
  ['NotResource leaves out', {}, may({ NotResource: 'arn:aws:s3:::bucket/*' }, 'Resource'), 'implicitDeny'],
  ['NotResource takes the rest', {}, may({ NotResource: 'arn:aws:s3:::other/*' }, 'Resource'), 'allowed'],
  [
    'Deny with NotResource',
    {},
    { identity: [all, without({ Effect: 'Deny', NotResource: 'arn:aws:s3:::other/*' }, 'Resource')] },
    'explicitDeny',
  ],
  [
    'NotPrincipal exempts a user from a Deny',
    {},
    { identity: [all], resource: notPrincipal('Deny', USER) },
    'allowed',
  ],
  [
    'NotPrincipal denies the others',
    {},
    { identity: [all], resource: notPrincipal('Deny', `${USER}2`) },
    'explicitDeny',
  ],
  [
    'an account in NotPrincipal exempts no user of it from a Deny',
    {},
    { identity: [all], resource: notPrincipal('Deny', `arn:aws:iam::${ACCOUNT}:root`) },
    'explicitDeny',
  ],
  [
    'a role in NotPrincipal exempts its sessions',
    { principal: SESSION },
    { identity: [all], resource: notPrincipal('Deny', ROLE) },
    'allowed',
  ],
  [
    'an Allow with NotPrincipal leaves the account out',
    {},
    { identity: [], resource: notPrincipal('Allow', ACCOUNT) },
    'implicitDeny',
  ],
  [
    'principals take no patterns',
    {},
    { identity: [], resource: to(`arn:aws:iam::${ACCOUNT}:user/*`) },
    'implicitDeny',
  ],
  [
    'a single statement needs no list',
    {},
    { identity: [untyped({ Version: '2012-10-17', Statement: all.Statement[0] })] },
    'allowed',
  ],
];

const when = (Condition: Statement['Condition']) => ({ identity: [doc({ Condition })] });
const denyWhen = (Condition: Statement['Condition']) => ({
  identity: [all, doc({ Effect: 'Deny', Condition })],
});
const has = (context: AccessRequest['context']) => ({ context });
const old = (own: Partial<Statement>): Partial<PolicySet> => ({
  identity: [{ Statement: doc(own).Statement }],
});
const OWN = `arn:aws:s3:::bucket/\${aws:username}/*`;

const conditionRows: readonly Row[] = [
  [
    'keys without regard to case',
    has({ 'AWS:username': 'ana' }),
    when({ StringEquals: { 'aws:UserName': 'ana' } }),
    'allowed',
  ],
  [
    'tag keys too',
    has({ 'aws:ResourceTag/Owner': 'ana' }),
    when({ StringEquals: { 'aws:resourcetag/owner': 'ana' } }),
    'allowed',
  ],
  [
    'tag values with',
    has({ 'aws:ResourceTag/Owner': 'Ana' }),
    when({ StringEquals: { 'aws:ResourceTag/Owner': 'ana' } }),
    'implicitDeny',
  ],
  [
    'all operators',
    has({ a: '1', b: '2' }),
    when({ StringEquals: { a: '1' }, NumericLessThan: { b: '2' } }),
    'implicitDeny',
  ],
  ['all keys', has({ a: '1', b: '2' }), when({ StringEquals: { a: '1', b: '3' } }), 'implicitDeny'],
  ['any value', has({ a: '1' }), when({ StringEquals: { a: ['0', '1'] } }), 'allowed'],
  [
    'values that are no text',
    has({ a: 'true', b: '5' }),
    when(untyped({ Bool: { a: true }, NumericEquals: { b: 5 } })),
    'allowed',
  ],
  [
    'a missing key lets a negated Deny apply',
    {},
    denyWhen({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }),
    'explicitDeny',
  ],
  [
    'a Deny with IfExists applies too',
    {},
    denyWhen({ StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }),
    'explicitDeny',
  ],
  [
    'ForAllValues fails open',
    {},
    when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': 'team' } }),
    'allowed',
  ],
  [
    'variables',
    { ...s3('arn:aws:s3:::bucket/ana/x'), ...has({ 'aws:username': 'ana' }) },
    may({ Resource: OWN }),
    'allowed',
  ],
  [
    'variables of another',
    { ...s3('arn:aws:s3:::bucket/bob/x'), ...has({ 'aws:username': 'ana' }) },
    may({ Resource: OWN }),
    'implicitDeny',
  ],
  ['variables without a value', s3('arn:aws:s3:::bucket/ana/x'), may({ Resource: OWN }), 'implicitDeny'],
  [
    'variable names without regard to case',
    { ...s3('arn:aws:s3:::bucket/ana/x'), ...has({ 'aws:username': 'ana' }) },
    may({ Resource: OWN.replace('username', 'UserName') }),
    'allowed',
  ],
  [
    'what a variable brings in is literal',
    { ...s3('arn:aws:s3:::bucket/bob/x'), ...has({ 'aws:username': '*' }) },
    may({ Resource: OWN }),
    'implicitDeny',
  ],
  [
    '… also a slash or colon',
    { ...s3('arn:aws:s3:::bucket/a:b/x'), ...has({ 'aws:username': 'a:b' }) },
    may({ Resource: OWN }),
    'allowed',
  ],
  [
    'no version: variables are text',
    { ...s3('arn:aws:s3:::bucket/ana/x'), ...has({ 'aws:username': 'ana' }) },
    old({ Resource: OWN }),
    'implicitDeny',
  ],
  [
    'no version: the text itself',
    s3('arn:aws:s3:::bucket/${aws:username}/x'),
    old({ Resource: OWN }),
    'allowed',
  ],
  [
    'several values are no value',
    { ...s3('arn:aws:s3:::bucket/ana/x'), ...has({ 'aws:username': ['ana', 'bob'] }) },
    may({ Resource: OWN }),
    'implicitDeny',
  ],
  [
    'a default',
    s3('arn:aws:s3:::bucket/all/x'),
    may({ Resource: "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'all'}/*" }),
    'allowed',
  ],
  [
    'a default gives way',
    { ...s3('arn:aws:s3:::bucket/all/x'), ...has({ 'aws:PrincipalTag/team': 'a' }) },
    may({ Resource: "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'all'}/*" }),
    'implicitDeny',
  ],
  ['${*} is a star', has({ k: '*' }), when({ StringLike: { k: '${*}' } }), 'allowed'],
  ['${*} is nothing else', has({ k: 'x' }), when({ StringLike: { k: '${*}' } }), 'implicitDeny'],
  ['${?} under StringEquals', has({ k: 'a?' }), when({ StringEquals: { k: 'a${?}' } }), 'allowed'],
  ['${$} is a dollar', has({ k: '$a' }), when({ StringEquals: { k: '${$}a' } }), 'allowed'],
  [
    'a variable in a condition',
    has({ k: 'ana', 'aws:username': 'ana' }),
    when({ StringEquals: { k: '${aws:username}' } }),
    'allowed',
  ],
  [
    'an unset variable in a Deny',
    has({ k: 'ana' }),
    denyWhen({ StringNotEquals: { k: '${aws:username}' } }),
    'explicitDeny',
  ],
  [
    'an unset variable in an Allow',
    has({ k: 'ana' }),
    when({ StringEquals: { k: '${aws:username}' } }),
    'implicitDeny',
  ],
  [
    'a variable that is a whole ARN',
    has({ 'aws:SourceArn': JOB, 'aws:PrincipalTag/job': JOB }),
    when({ ArnEquals: { 'aws:SourceArn': '${aws:PrincipalTag/job}' } }),
    'allowed',
  ],
  [
    'a variable that an ARN begins with',
    has({ 'aws:SourceArn': `${JOB}/x`, 'aws:PrincipalTag/job': JOB }),
    when({ ArnLike: { 'aws:SourceArn': '${aws:PrincipalTag/job}/*' } }),
    'allowed',
  ],
  [
    'an empty value is a value',
    has({ 's3:prefix': '' }),
    when({ StringLike: { 's3:prefix': ['', 'home/*'] } }),
    'allowed',
  ],
  [
    '… in a list too',
    has({ 's3:prefix': [''] }),
    when({ StringLike: { 's3:prefix': ['', 'home/*'] } }),
    'allowed',
  ],
  [
    '… so that its key is not null',
    has({ 'aws:PrincipalTag/a': '' }),
    when({ Null: { 'aws:PrincipalTag/a': 'false' } }),
    'allowed',
  ],
  [
    'a set of nothing but empty values is null',
    has({ 'aws:TagKeys': [''] }),
    when({
      'ForAllValues:StringEquals': { 'aws:TagKeys': 'owner' },
      Null: { 'aws:TagKeys': 'false' },
    }),
    'implicitDeny',
  ],
  ['${ without an end', has({ k: '${a' }), when({ StringEquals: { k: '${a' } }), 'allowed'],
  ['${} is text', has({ k: '${}' }), when({ StringEquals: { k: '${}' } }), 'allowed'],
  [
    'a variable reaches into no other field',
    { ...s3('arn:aws:s3:::bucket'), ...has({ 'aws:PrincipalTag/place': ':::bucket' }) },
    may({ Resource: 'arn:aws:s3${aws:PrincipalTag/place}' }),
    'implicitDeny',
  ],
  [
    'tag keys with spaces',
    has({ k: 'a', 'aws:PrincipalTag/my team': 'a' }),
    when({ StringEquals: { k: '${aws:PrincipalTag/my team}' } }),
    'allowed',
  ],
  [
    'numbers take no variables',
    has({ k: '5', 'aws:PrincipalTag/n': '5' }),
    when({ NumericEquals: { k: '${aws:PrincipalTag/n}' } }),
    'implicitDeny',
  ],
  [
    'addresses take no variables',
    has({ k: '10.0.0.1', 'aws:PrincipalTag/n': '10.0.0.1' }),
    denyWhen({ NotIpAddress: { k: '${aws:PrincipalTag/n}' } }),
    'explicitDeny',
  ],
  ['NotResource with an unset variable', {}, may({ NotResource: OWN }, 'Resource'), 'allowed'],
  [
    'tags that a request sets',
    has({ 'aws:RequestTag/owner': 'ana', 'aws:TagKeys': ['owner'] }),
    when({
      StringEquals: { 'aws:RequestTag/owner': 'ana' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner', 'team'] },
    }),
    'allowed',
  ],
];

const broken = (statement: unknown): Partial<PolicySet> => ({
  identity: [untyped({ Version: '2012-10-17', Statement: [statement] })],
});
const errorRows: readonly Row[] = [
  ['no Effect', {}, broken({ Action: '*', Resource: '*' }), 'error'],
  ['another Effect', {}, broken({ Effect: 'allow', Action: '*', Resource: '*' }), 'error'],
  ['no Action', {}, broken({ Effect: 'Allow', Resource: '*' }), 'error'],
  [
    'Action and NotAction',
    {},
    broken({ Effect: 'Allow', Action: '*', NotAction: '*', Resource: '*' }),
    'error',
  ],
  ['no Resource', {}, broken({ Effect: 'Allow', Action: '*' }), 'error'],
  ['Action is a number', {}, broken({ Effect: 'Allow', Action: 1, Resource: '*' }), 'error'],
  ['Resource is a list of lists', {}, broken({ Effect: 'Allow', Action: '*', Resource: [['*']] }), 'error'],
  ['any service as principal', {}, { identity: [], resource: doc({ Principal: { Service: '*' } }) }, 'error'],
  [
    'an incomplete ARN in a session policy',
    {},
    { identity: [all], session: [doc({ Resource: 'arn:aws:s3' })] },
    'error',
  ],
  ['a principal in an identity policy', {}, { identity: [all2('Allow')] }, 'error'],
  ['no principal in a resource policy', {}, { identity: [], resource: all }, 'error'],
  ['an unknown operator', {}, when({ StringEqual: { k: 'a' } }), 'error'],
  ['NullIfExists', {}, when({ NullIfExists: { k: 'true' } }), 'error'],
  [
    'Condition is a list',
    {},
    broken({ Effect: 'Allow', Action: '*', Resource: '*', Condition: [] }),
    'error',
  ],
  ['a statement is null', {}, broken(null), 'error'],
  [
    'an unknown element',
    {},
    broken({ Effect: 'Allow', Action: '*', Resource: '*', Resources: '*' }),
    'error',
  ],
  ['an unknown version', {}, { identity: [{ Version: '2020-01-01', Statement: [] }] }, 'error'],
  ['a document is null', {}, { identity: [untyped(null)] }, 'error'],
  [
    'an error in a layer that is not asked',
    {},
    { identity: [all], permissionsBoundary: [untyped({})] },
    'error',
  ],
  ['an action with a wildcard', { action: 's3:*' }, {}, 'error'],
  ['an action without service', { action: 'GetObject' }, {}, 'error'],
  ['a resource that is no ARN', s3('bucket'), {}, 'error'],
  ['an ARN with five fields', s3('arn:aws:s3::bucket'), {}, 'error'],
  ['a principal that is none', { principal: 'ana' }, {}, 'error'],
  ['an account that is none', { resource: { arn: OBJECT, accountId: '4444-5555-6666' } }, {}, 'error'],
  ['an empty account', { resource: { arn: OBJECT, accountId: '' } }, {}, 'error'],
  [
    'an account that is a number',
    { resource: { arn: OBJECT, accountId: untyped(444455556666) } },
    {},
    'error',
  ],
  ['a resource policy that is a text', {}, { identity: [all], resource: untyped('') }, 'error'],
  ['a resource policy that is 0', {}, { identity: [all], resource: untyped(0) }, 'error'],
  ['a context that is a list', { context: untyped([]) }, {}, 'error'],
  ['a context with objects', { context: untyped({ k: {} }) }, {}, 'error'],
];

const verdictOf = (request: Partial<AccessRequest>, policies: Partial<PolicySet>) =>
  simulate(ask(request), { identity: [], ...policies }).verdict;

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html */
const CALLERS_OF_STS: readonly (readonly [principal: string, isUser: boolean])[] = [
  [USER, true],
  [ROOT, true],
  [ROLE, false],
  [SESSION, false],
  [SERVICE_LINKED, false],
  [`arn:aws:sts::${ACCOUNT}:federated-user/ana`, false],
];

describe('calls that policies don’t decide', () => {
  const verdicts = (principal: string, action: string) => {
    const asked = { principal, action, resource: { arn: '*' } };
    const [allowing, denying, silent] = [all, denyAll, nothing].map((one) =>
      verdictOf(asked, { identity: [all, one], session: [all, one], serviceControl: [[all, one]] }),
    );
    return {
      allowing,
      denying,
      silent: verdictOf(asked, { identity: [nothing], session: [all] }),
      both: silent,
    };
  };
  it.each(CALLERS_OF_STS)('GetCallerIdentity is allowed to %s', (principal) => {
    const all = { allowing: 'allowed', denying: 'allowed', silent: 'allowed', both: 'allowed' };
    expect(verdicts(principal, 'sts:GetCallerIdentity')).toEqual(all);
  });
  it.each(CALLERS_OF_STS)(
    'GetSessionToken is for users alone, whatever policies say: %s',
    (principal, isUser) => {
      const seen = Object.values(verdicts(principal, 'sts:GetSessionToken'));
      expect(seen.map((verdict) => verdict === 'allowed')).toEqual(seen.map(() => isUser));
    },
  );
  it.each(CALLERS_OF_STS)(
    'GetFederationToken is for users whose policies allow it: %s',
    (principal, isUser) => {
      const { allowing, denying, silent } = verdicts(principal, 'sts:GetFederationToken');
      expect(allowing === 'allowed').toBe(isUser);
      expect(denying).toBe('explicitDeny');
      // The root user needs no identity policy.
      expect(silent === 'allowed').toBe(principal === ROOT);
    },
  );
});

describe('simulate', () => {
  it.each(layerRows)('layers: %s', (_, request, policies, verdict) => {
    expect(verdictOf(request, policies)).toBe(verdict);
  });
  it.each(matchRows)('matching: %s', (_, request, policies, verdict) => {
    expect(verdictOf(request, policies)).toBe(verdict);
  });
  it.each(conditionRows)('conditions: %s', (_, request, policies, verdict) => {
    expect(verdictOf(request, policies)).toBe(verdict);
  });
  it.each(errorRows)('errors: %s', (_, request, policies, verdict) => {
    const decision = simulate(ask(request), { identity: [all], ...policies });
    expect(decision.verdict).toBe(verdict);
    expect(decision.errors.length).toBeGreaterThan(0);
  });
  it.each([undefined, null, 5, 'x', [], {}])(
    'reads %j as policies or as a request without throwing',
    (value) => {
      expect(simulate(ask(), untyped(value)).verdict).toBe('error');
      expect(simulate(untyped(value), { identity: [all] }).verdict).toBe('error');
    },
  );
});

describe('statements that IAM takes, without a word on their policy', () => {
  const call = { Effect: 'Allow', Action: 's3:GetObject' };
  it.each([
    [{ ...call, Resource: '*' }, true],
    [call, false],
    [{ ...call, Principal: '*' }, true],
    [{ ...call, NotPrincipal: { AWS: '111122223333' }, Resource: '*' }, true],
    [{ ...call, Principal: 'ana', Resource: '*' }, false],
    ['Allow', false],
  ])('%j: %s', (statement, isTaken) => {
    expect(isReadableStatement(statement)).toBe(isTaken);
  });
});

describe('what a decision contains', () => {
  const tagged = doc(
    {
      Action: 's3:Get*',
      Condition: { StringEquals: { 'aws:PrincipalTag/team': '${aws:username}', 'aws:SourceVpc': 'vpc-1' } },
    },
    { Action: 's3:Get*', Condition: { StringEquals: { 'aws:PrincipalTag/team': '${aws:username}' } } },
    { Action: 'iam:*' },
  );

  it('every statement that applies, by layer and place', () => {
    const decision = simulate(ask(), {
      identity: [nothing, doc({}, { Action: 's3:*' })],
      serviceControl: [[all], [nothing, all]],
    });
    expect(decision.matched.identity.allow).toEqual(['1/0', '1/1']);
    expect(decision.matched.serviceControl.allow).toEqual(['0/0/0', '1/1/0']);
    expect(decision.deciding).toHaveLength(4);
    expect(decision.layers).toMatchObject({
      identity: 'allows',
      serviceControl: 'allows',
      resource: 'notPresent',
    });
  });

  it('each Deny that applies decides', () => {
    const decision = simulate(ask(), { identity: [all, denyAll], permissionsBoundary: [denyAll] });
    expect(decision.layers).toMatchObject({ identity: 'denies', permissionsBoundary: 'denies' });
    expect(decision.deciding).toEqual([
      { layer: 'identity', statement: '1/0' },
      { layer: 'permissionsBoundary', statement: '0/0' },
    ]);
    expect(decision.nearestMisses).toEqual([]);
  });

  it('the level of the organization that lacks an Allow', () => {
    const decision = simulate(ask(), { identity: [all], serviceControl: [[all], [nothing]] });
    expect(decision.lacking).toEqual([{ layer: 'serviceControl', level: 1 }]);
    expect(decision.nearestMisses.map(({ statement }) => statement)).toEqual(['1/0/0']);
  });

  it('the nearest miss: fewest failures, values after substitution', () => {
    const context = { 'aws:username': 'ana', 'aws:PrincipalTag/team': 'blue' };
    const [nearest, next] = simulate(ask({ context }), { identity: [tagged] }).nearestMisses;
    expect(nearest).toEqual({
      layer: 'identity',
      statement: '0/1',
      failures: [
        {
          part: 'condition',
          operator: 'StringEquals',
          key: 'aws:PrincipalTag/team',
          expected: ['ana'],
          given: ['blue'],
          missingKeys: [],
        },
      ],
    });
    expect(next?.failures).toEqual([{ part: 'action', expected: ['iam:*'] }]);
  });

  it('the missing key, and the key of a variable without a value', () => {
    const [nearest] = simulate(ask(), { identity: [tagged] }).nearestMisses;
    expect(nearest?.failures).toMatchObject([
      { given: undefined, expected: ['${aws:username}'], missingKeys: ['aws:username'] },
    ]);
  });

  it('a resource that does not match, with its patterns', () => {
    const [nearest] = simulate(ask({ context: { 'aws:username': 'bob' } }), may2(OWN)).nearestMisses;
    expect(nearest?.failures).toEqual([
      { part: 'resource', expected: ['arn:aws:s3:::bucket/bob/*'], missingKeys: [] },
    ]);
  });
  const may2 = (Resource: string) => ({ identity: [doc({ Resource })] });
});

describe('keys that were not given', () => {
  const unknown = (policies: Partial<PolicySet>, context: AccessRequest['context'] = {}) =>
    simulate(ask({ context }), { identity: [], ...policies }, { missingKeys: 'unknown' });
  const vpc = { StringEquals: { 'aws:SourceVpc': 'vpc-1' } };

  const branchesOf = (policies: Partial<PolicySet>, call: Partial<AccessRequest> = {}) =>
    simulate(ask(call), { identity: [], ...policies }, { missingKeys: 'unknown' }).dependsOn.map(
      ({ key, branches }) => [
        key,
        ...branches.map(
          ({ value, isOther, verdict }) => `${isOther ? 'other' : (value ?? 'absent')} ${verdict}`,
        ),
      ],
    );
  const username = 'arn:aws:s3:::bucket/${aws:username}/*';
  it.each<readonly [string, Partial<PolicySet>, Partial<AccessRequest>, readonly string[]]>([
    [
      'a text',
      when(vpc),
      {},
      ['aws:SourceVpc', 'absent implicitDeny', 'vpc-1 allowed', 'other implicitDeny'],
    ],
    [
      'true and false',
      denyWhen({ Bool: { 'aws:SecureTransport': 'false' } }),
      {},
      ['aws:SecureTransport', 'absent allowed', 'false explicitDeny', 'true allowed'],
    ],
    [
      'a number and those beside it',
      denyWhen({ NumericLessThan: { k: '10' } }),
      {},
      ['k', 'absent allowed', '10 allowed', '9 explicitDeny', '11 allowed'],
    ],
    [
      'a time and those beside it',
      denyWhen({ DateLessThan: { k: '2026-01-01' } }),
      {},
      ['k', 'absent allowed', '2026-01-01 allowed', '1767225599 explicitDeny', '1767225601 allowed'],
    ],
    [
      'an address of a range',
      denyWhen({ IpAddress: { k: '10.0.0.0/8' } }),
      {},
      ['k', 'absent allowed', '10.0.0.0 explicitDeny', 'other allowed'],
    ],
    [
      'a value of a pattern, and one that is none of it',
      when({ StringLike: { k: ['a*', '*-value'] } }),
      {},
      ['k', 'absent implicitDeny', 'ax allowed', 'x-value allowed', 'other implicitDeny'],
    ],
    [
      'a star that is no wildcard',
      when({ StringEquals: { k: 'a*' } }),
      {},
      ['k', 'absent implicitDeny', 'a* allowed', 'other implicitDeny'],
    ],
    [
      'a variable of the resource',
      { identity: [doc({ Resource: username })] },
      s3('arn:aws:s3:::bucket/ana/x'),
      ['aws:username', 'absent implicitDeny', 'ana allowed'],
    ],
    [
      'a variable of a condition',
      when({ StringEquals: { k: 'x-${aws:username}' } }),
      has({ k: 'x-ana' }),
      ['aws:username', 'absent implicitDeny', 'ana allowed'],
    ],
  ])('shows on either side of %s', (_, policies, call, branches) => {
    expect(branchesOf(policies, call)).toEqual([branches]);
  });
  it('says how many values it did not try', () => {
    const k = Array.from({ length: 20 }, (_, index) => `v${index}`);
    const [dependency] = unknown(when({ StringEquals: { k } })).dependsOn;
    expect(dependency?.branches).toHaveLength(14);
    expect(dependency?.moreValues).toBe(8);
  });
  it('is certain where the key does not matter', () => {
    expect(unknown({ identity: [all, ...when(vpc).identity] }).verdict).toBe('allowed');
    expect(
      unknown({ identity: [nothing, ...denyWhen(vpc).identity], permissionsBoundary: [nothing] }).verdict,
    ).toBe('implicitDeny');
    expect(unknown({ identity: [denyAll, ...when(vpc).identity] }).verdict).toBe('explicitDeny');
  });
  it('takes an empty list as absent', () => {
    expect(unknown(when(vpc), { 'aws:SourceVpc': [] }).verdict).toBe('implicitDeny');
  });
  it('names the key of a variable', () => {
    const decision = unknown({ identity: [doc({ Resource: 'arn:aws:s3:::bucket/${aws:username}' })] });
    expect(decision.dependsOn.map(({ key }) => key)).toEqual(['aws:username']);
  });
});

describe('prepare', () => {
  it('answers as simulate does', () => {
    const policies = { identity: [doc({ Action: 's3:*' })] };
    const prepared = prepare(policies);
    expect(prepared.simulate(ask()).verdict).toBe('allowed');
    expect(simulate(ask({ action: 'iam:GetUser' }), prepared).verdict).toBe('implicitDeny');
  });
});
