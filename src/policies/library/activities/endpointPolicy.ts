import type { Activity, ActivityOption, Endpoint, StatementTemplate } from './activity.ts';

/** What the activities of the VPC endpoint persona share: each makes the one policy of one endpoint. */

export const perimeterSource =
  'https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies';
export const endpointSource = 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html';
export const sagemakerEndpointSource =
  'https://docs.aws.amazon.com/sagemaker/latest/dg/interface-vpc-endpoint.html';

export const styleOption: ActivityOption = {
  id: 'style',
  label: 'Style',
  help: 'What the endpoint policy allows. It doesn’t grant access by itself.',
  choices: [
    {
      value: 'strict',
      label: 'Strict',
      help: 'Only the required actions and resources.',
    },
    {
      value: 'perimeter',
      label: 'Data perimeter',
      help: 'Every action if the caller and the resource are yours. Calls by AWS services keep working.',
    },
  ],
  default: 'strict',
  stances: ['hardened'],
};

export const boundedOption: ActivityOption = {
  id: 'bounded',
  label: 'Who can use it',
  help: 'Without a restriction, credentials of any account can use the endpoint.',
  choices: [
    { value: 'account', label: 'This account', help: 'Principals in the specified account only.' },
    { value: 'organization', label: 'The organization', help: 'Principals in all its accounts.' },
  ],
  default: 'account',
  stances: ['hardened'],
};

type Bound = 'account' | 'organization';

const callers = {
  account: { 'aws:PrincipalAccount': ['<ACCOUNT_ID>'] },
  organization: { 'aws:PrincipalOrgID': ['<ORGANIZATION_ID>'] },
} as const;

const callersAndResources = {
  account: { ...callers.account, 'aws:ResourceAccount': ['<ACCOUNT_ID>'] },
  organization: { ...callers.organization, 'aws:ResourceOrgID': ['<ORGANIZATION_ID>'] },
} as const;

const bounds: readonly (readonly [bounded: Bound, suffix: string])[] = [
  ['account', ''],
  ['organization', 'OfOrganization'],
];

type Core = Pick<
  StatementTemplate,
  'Sid' | 'Action' | 'Resource' | 'guide' | 'companion' | 'forEach' | 'having'
> & {
  readonly when?: Readonly<Record<string, string>>;
};

/** A statement of the strict style for each bound. `resources`: its ARNs hold no account, so that is bound as well. */
export const strict = (
  statement: Core,
  bind: 'callers' | 'resources' = 'callers',
): readonly StatementTemplate[] =>
  bounded({ ...statement, when: { ...statement.when, style: 'strict' } }, bind);

/** A statement for each bound, in both styles. */
export function bounded(
  statement: Core,
  bind: 'callers' | 'resources' = 'callers',
): readonly StatementTemplate[] {
  const { Sid, when = {}, ...rest } = statement;
  const conditions = bind === 'callers' ? callers : callersAndResources;
  return bounds.map(([bound, suffix]) => ({
    ...rest,
    Sid: `${Sid}${suffix}`,
    Effect: 'Allow',
    Principal: '*',
    Condition: { StringEquals: conditions[bound] },
    when: { ...when, bounded: bound },
  }));
}

/** The data perimeter: trusted callers to trusted resources, and AWS services. `prefix` makes Sids differ between endpoints. */
export function perimeter(prefix: string): readonly StatementTemplate[] {
  const everything = { Effect: 'Allow', Principal: '*', Action: ['*'], Resource: ['*'] } as const;
  const withinPerimeter = bounds.map(([bounded, suffix]) => ({
    ...everything,
    Sid: `${prefix}OwnToOwn${suffix}`,
    Condition: { StringEquals: callersAndResources[bounded] },
    when: { style: 'perimeter', bounded },
  }));
  const services = {
    ...everything,
    Sid: `${prefix}AwsServices`,
    Condition: { Bool: { 'aws:PrincipalIsAWSService': ['true'] } },
    when: { style: 'perimeter' },
  };
  return [...withinPerimeter, services];
}

interface EndpointActivity {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly endpoint: Endpoint;
  readonly options?: readonly ActivityOption[];
  readonly statements: readonly StatementTemplate[];
}

/** An endpoint that the guide has no sample for. */
export function endpointActivity(part: EndpointActivity): Activity {
  return {
    id: part.id,
    title: part.title,
    summary: part.summary,
    status: 'missingInGuide',
    endpoint: part.endpoint,
    options: part.options ?? [styleOption, boundedOption],
    hardened: part.statements,
  };
}
