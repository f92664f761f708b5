import { type Denial, type Guardrail, stores } from './guardrail.ts';

export const examples =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html';
export const overview =
  'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html';

/** Services have no organization ID; separate statements restrict whom they act for. */
const notServices = { BoolIfExists: { 'aws:PrincipalIsAWSService': ['false'] } };

/** The key of the source account is missing where a service acts for itself. */
const servicesForSomeone = {
  Bool: { 'aws:PrincipalIsAWSService': ['true'] },
  Null: { 'aws:SourceAccount': ['false'] },
};

const organization = { 'aws:PrincipalOrgID': ['<ORGANIZATION_ID>'] };
const sourceOrganization = { 'aws:SourceOrgID': ['<ORGANIZATION_ID>'] };

/** Stores and roles in one statement, or only stores. */
const withRolesOrNot = (
  [withRoles, alone]: readonly [string, string],
  ofRoles: string,
  Condition: Denial['Condition'],
  others: 'none' | 'trusted',
): readonly Denial[] => [
  { Sid: withRoles, Action: [...stores, ofRoles], Condition, when: { others, roles: 'on' } },
  { Sid: alone, Action: stores, Condition, when: { others, roles: 'off' } },
];

const deniedOutside = (
  suffix: string,
  callers: Readonly<Record<string, readonly string[]>>,
  others: 'none' | 'trusted',
): readonly Denial[] =>
  withRolesOrNot(
    [`DenyStoresAndRoles${suffix}`, `DenyStores${suffix}`],
    'sts:AssumeRole',
    { StringNotEqualsIfExists: callers, ...notServices },
    others,
  );

const deniedServices = (
  suffix: string,
  sources: Readonly<Record<string, readonly string[]>>,
  others: 'none' | 'trusted',
): readonly Denial[] =>
  withRolesOrNot(
    [`DenyServicesFor${suffix}`, `DenyStoresToServicesFor${suffix}`],
    'sts:*',
    { StringNotEqualsIfExists: sources, ...servicesForSomeone },
    others,
  );

export const storePerimeter: Guardrail = {
  id: 'storePerimeter',
  number: 'G28',
  group: 'stores',
  title: 'Restrict data stores to your organization',
  summary:
    'S3 buckets, KMS keys, ECR repositories, log groups, secrets, and roles can be used only by principals of your organization, and by AWS services on their behalf.',
  options: [
    {
      id: 'others',
      label: 'Accounts outside your organization',
      help: 'Accounts that also use your stores or assume your roles.',
      choices: [
        { value: 'none', label: 'None', help: 'Only principals of your organization.' },
        {
          value: 'trusted',
          label: 'Trusted accounts',
          help: 'Also principals of these accounts.',
        },
      ],
      default: 'none',
    },
    {
      id: 'roles',
      label: 'Include roles',
      help: 'Who can assume roles. Federation with SAML or OpenID Connect isn’t affected.',
      choices: [
        { value: 'on', label: 'Yes', help: 'Vendor accounts that assume roles must be trusted.' },
        { value: 'off', label: 'No', help: 'Only trust policies decide who can assume roles.' },
      ],
      default: 'on',
    },
  ],
  deny: [],
  allow: [],
  resourceControl: [
    ...deniedOutside('OutsideOrganization', organization, 'none'),
    ...deniedOutside(
      'OutsideTrustedAccounts',
      { ...organization, 'aws:PrincipalAccount': ['<PARTNER_ACCOUNT_ID>'] },
      'trusted',
    ),
    ...deniedServices('OtherOrganizations', sourceOrganization, 'none'),
    ...deniedServices(
      'OtherAccounts',
      { ...sourceOrganization, 'aws:SourceAccount': ['<PARTNER_ACCOUNT_ID>'] },
      'trusted',
    ),
  ],
  toComply: 'use the resource with a principal of the organization, or ask for your account to be trusted.',
  source: examples,
};
