import { arn, object, type AccessTest, type ContextTemplate } from '../accessTest.ts';
import type { GuardrailTests, GuardrailRow } from './guardrailTest.ts';

const PARTNER = '<PARTNER_ACCOUNT_ID>';
const OUTSIDE = '999988887777';

/** For a caller with all other permissions, in another account if the context has one. */
const storeTests = (rows: readonly GuardrailRow[]): readonly AccessTest[] =>
  rows.map(([id, expect, title, action, resource, context = {}, when]) => {
    const account = context['aws:PrincipalAccount'];
    return {
      id,
      expect,
      title,
      action,
      resource,
      context,
      resourceControl: true,
      ...(typeof account === 'string' ? { caller: `arn:<PARTITION>:iam::${account}:role/Visitor` } : {}),
      ...(when ? { when } : {}),
    };
  });

const OBJECT = object('<MODEL_BUCKET_NAME>/models/model.tar.gz');
const KEY = '<DATA_KMS_CMK_ARN>';
const REPOSITORY = arn('ecr', 'repository/team-a');
const LOGS = arn('logs', 'log-group:/aws/sagemaker/TrainingJobs:*');
const SECRET = arn('secretsmanager', 'secret:team-a-1a2b3c');
const ROLE = 'arn:<PARTITION>:iam::<ACCOUNT_ID>:role/Anybody';

const outside: ContextTemplate = { 'aws:PrincipalAccount': OUTSIDE, 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' };
const alone: ContextTemplate = { 'aws:PrincipalAccount': OUTSIDE, 'aws:PrincipalOrgID': [] };
const partner: ContextTemplate = { 'aws:PrincipalAccount': PARTNER, 'aws:PrincipalOrgID': 'o-yyyyyyyyyy' };

const service = (source: ContextTemplate): ContextTemplate => ({
  'aws:PrincipalIsAWSService': 'true',
  'aws:PrincipalOrgID': [],
  ...source,
});

export const dataStores: GuardrailTests = {
  storePerimeter: storeTests([
    ['own-object', 'allowed', 'reads an object from within the organization', 's3:GetObject', OBJECT],
    ['own-role', 'allowed', 'assumes a role from within the organization', 'sts:AssumeRole', ROLE],
    ['object', 'denied', 'reads an object from another organization', 's3:GetObject', OBJECT, outside],
    [
      'no-organization',
      'denied',
      'reads an object from an account that isn’t in an organization',
      's3:GetObject',
      OBJECT,
      alone,
    ],
    ['key', 'denied', 'decrypts from another organization', 'kms:Decrypt', KEY, outside],
    ['image', 'denied', 'pulls an image from another organization', 'ecr:BatchGetImage', REPOSITORY, outside],
    ['logs', 'denied', 'reads logs from another organization', 'logs:GetLogEvents', LOGS, outside],
    [
      'secret',
      'denied',
      'reads a secret from another organization',
      'secretsmanager:GetSecretValue',
      SECRET,
      outside,
    ],
    [
      'role',
      'denied',
      'assumes a role from another organization',
      'sts:AssumeRole',
      ROLE,
      outside,
      { roles: 'on' },
    ],
    [
      'role-left',
      'allowed',
      'assumes a role that trusts it from another organization',
      'sts:AssumeRole',
      ROLE,
      outside,
      { roles: 'off' },
    ],
    [
      'federated',
      'allowed',
      'signs in with SAML',
      'sts:AssumeRoleWithSAML',
      ROLE,
      { 'aws:PrincipalOrgID': [] },
    ],
    [
      'sagemaker',
      'allowed',
      'describes a shared model package',
      'sagemaker:DescribeModelPackage',
      arn('sagemaker', 'model-package/shared/1'),
      outside,
    ],
    [
      'partner',
      'allowed',
      'reads an object from a trusted account',
      's3:GetObject',
      OBJECT,
      partner,
      { others: 'trusted' },
    ],
    [
      'partner-role',
      'allowed',
      'assumes a role from a trusted account',
      'sts:AssumeRole',
      ROLE,
      partner,
      { others: 'trusted' },
    ],
    [
      'not-partner',
      'denied',
      'reads an object from an account that isn’t trusted',
      's3:GetObject',
      OBJECT,
      outside,
      { others: 'trusted' },
    ],
    [
      'no-partner',
      'denied',
      'reads an object from any other account',
      's3:GetObject',
      OBJECT,
      partner,
      { others: 'none' },
    ],
    [
      'service',
      'allowed',
      'is a service that acts for the organization',
      's3:PutObject',
      OBJECT,
      service({ 'aws:SourceAccount': '<ACCOUNT_ID>', 'aws:SourceOrgID': '<ORGANIZATION_ID>' }),
    ],
    ['service-itself', 'allowed', 'is a service that acts for itself', 'kms:Decrypt', KEY, service({})],
    [
      'service-deputy',
      'denied',
      'is a service that acts for another organization',
      's3:PutObject',
      OBJECT,
      service({ 'aws:SourceAccount': OUTSIDE, 'aws:SourceOrgID': 'o-zzzzzzzzzz' }),
    ],
    [
      'service-alone',
      'denied',
      'is a service that acts for an account that isn’t in an organization',
      'kms:Decrypt',
      KEY,
      service({ 'aws:SourceAccount': OUTSIDE }),
    ],
    [
      'service-role',
      'denied',
      'is a service that assumes a role for another organization',
      'sts:AssumeRole',
      ROLE,
      service({ 'aws:SourceAccount': OUTSIDE, 'aws:SourceOrgID': 'o-zzzzzzzzzz' }),
      { roles: 'on' },
    ],
    [
      'service-role-left',
      'allowed',
      'is a service that assumes a role for another organization, which the role trusts',
      'sts:AssumeRole',
      ROLE,
      service({ 'aws:SourceAccount': OUTSIDE, 'aws:SourceOrgID': 'o-zzzzzzzzzz' }),
      { roles: 'off' },
    ],
    [
      'service-partner',
      'allowed',
      'is a service that acts for a trusted account',
      's3:PutObject',
      OBJECT,
      service({ 'aws:SourceAccount': PARTNER, 'aws:SourceOrgID': 'o-yyyyyyyyyy' }),
      { others: 'trusted' },
    ],
  ]),
  storeTls: storeTests([
    ['object', 'allowed', 'reads an object over TLS', 's3:GetObject', OBJECT],
    ['key', 'allowed', 'decrypts over TLS', 'kms:Decrypt', KEY],
    [
      'unknown-object',
      'denied',
      'reads an object over a connection of which AWS doesn’t say whether it uses TLS',
      's3:GetObject',
      OBJECT,
      { 'aws:SecureTransport': [] },
    ],
    [
      'plain-object',
      'denied',
      'reads an object without TLS',
      's3:GetObject',
      OBJECT,
      { 'aws:SecureTransport': 'false' },
    ],
    ['plain-key', 'denied', 'decrypts without TLS', 'kms:Decrypt', KEY, { 'aws:SecureTransport': 'false' }],
    [
      'plain-image',
      'denied',
      'pulls an image without TLS',
      'ecr:BatchGetImage',
      REPOSITORY,
      { 'aws:SecureTransport': 'false' },
    ],
    [
      'plain-logs',
      'denied',
      'writes logs without TLS',
      'logs:PutLogEvents',
      LOGS,
      { 'aws:SecureTransport': 'false' },
    ],
    [
      'plain-secret',
      'denied',
      'reads a secret without TLS',
      'secretsmanager:GetSecretValue',
      SECRET,
      { 'aws:SecureTransport': 'false' },
    ],
    [
      'plain-role',
      'denied',
      'assumes a role without TLS',
      'sts:AssumeRole',
      ROLE,
      { 'aws:SecureTransport': 'false' },
    ],
    [
      'plain-outside',
      'denied',
      'reads an object without TLS from another organization',
      's3:GetObject',
      OBJECT,
      { ...outside, 'aws:SecureTransport': 'false' },
    ],
  ]),
};
