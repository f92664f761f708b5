import { stores } from '../../guardrails/guardrail.ts';
import { deniedUnless, type Guarantee, type GuaranteeCondition } from '../guarantee.ts';

const examples =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html';

const policy = 'resourceControl';

const inOrganization: readonly GuaranteeCondition[] = [
  { StringEquals: { 'aws:PrincipalOrgID': ['<ORGANIZATION_ID>'] } },
  { Bool: { 'aws:PrincipalIsAWSService': ['true'] } },
];

const trusted: GuaranteeCondition = { StringEquals: { 'aws:PrincipalAccount': ['<PARTNER_ACCOUNT_ID>'] } };

/** A service that acts for itself, or for an account in the organization. */
const forOrganization: readonly GuaranteeCondition[] = [
  { StringEquals: { 'aws:SourceOrgID': ['<ORGANIZATION_ID>'] } },
  { Null: { 'aws:SourceAccount': ['true'] } },
  { Bool: { 'aws:PrincipalIsAWSService': ['false'] } },
  { Null: { 'aws:PrincipalIsAWSService': ['true'] } },
];

const trustedSource: GuaranteeCondition = { StringEquals: { 'aws:SourceAccount': ['<PARTNER_ACCOUNT_ID>'] } };

export const dataStores: Readonly<Record<string, readonly Guarantee[]>> = {
  storePerimeter: [
    deniedUnless(
      [
        'stores-in-organization',
        'No one outside the organization uses its buckets, keys, repositories, log groups, or secrets.',
        stores,
      ],
      inOrganization,
      examples,
      { policy, when: { others: 'none' } },
    ),
    deniedUnless(
      [
        'stores-in-trusted-accounts',
        'No one outside the organization and the trusted accounts uses its buckets, keys, repositories, log groups, or secrets.',
        stores,
      ],
      [...inOrganization, trusted],
      examples,
      { policy, when: { others: 'trusted' } },
    ),
    deniedUnless(
      [
        'roles-in-organization',
        'No one outside the organization assumes its roles with AWS credentials.',
        ['sts:AssumeRole'],
      ],
      inOrganization,
      examples,
      { policy, when: { others: 'none', roles: 'on' } },
    ),
    deniedUnless(
      [
        'roles-in-trusted-accounts',
        'No one outside the organization and the trusted accounts assumes its roles with AWS credentials.',
        ['sts:AssumeRole'],
      ],
      [...inOrganization, trusted],
      examples,
      { policy, when: { others: 'trusted', roles: 'on' } },
    ),
    deniedUnless(
      [
        'services-for-organization',
        'No AWS service that names a source account uses these stores for anyone outside the organization.',
        stores,
      ],
      forOrganization,
      examples,
      { policy, when: { others: 'none' } },
    ),
    deniedUnless(
      [
        'services-for-trusted-accounts',
        'No AWS service that names a source account uses these stores for anyone outside the organization and the trusted accounts.',
        stores,
      ],
      [...forOrganization, trustedSource],
      examples,
      { policy, when: { others: 'trusted' } },
    ),
  ],
  storeTls: [
    deniedUnless(
      [
        'stores-over-tls',
        'No bucket, key, repository, log group, secret, or role is used without TLS.',
        [...stores, 'sts:*'],
      ],
      [{ Bool: { 'aws:SecureTransport': ['true'] } }],
      examples,
      { policy },
    ),
  ],
};
