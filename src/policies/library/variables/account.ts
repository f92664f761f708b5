import { acceptedValue, patternKind, refusedValue } from './pattern.ts';
import type { VariableKind } from './variable.ts';

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and, for signing in,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html. Of the European Sovereign
 * Cloud: the endpoint data of the AWS SDKs. Its one Region has a sign-in endpoint, and the partition none.
 */
const hosts: Readonly<Record<string, readonly [dnsSuffix: string, signIn: string]>> = {
  aws: ['amazonaws.com', 'signin.aws.amazon.com'],
  'aws-cn': ['amazonaws.com.cn', 'signin.amazonaws.cn'],
  'aws-us-gov': ['amazonaws.com', 'signin.amazonaws-us-gov.com'],
  'aws-eusc': ['amazonaws.eu', 'eusc-de-east-1.signin.amazonaws-eusc.eu'],
};

const PARTITION_RULE = 'Enter aws, aws-cn, aws-us-gov, or aws-eusc.';

export const partition: VariableKind = {
  id: 'partition',
  rule: PARTITION_RULE,
  choices: [
    { value: 'aws', label: 'aws: commercial Regions' },
    { value: 'aws-cn', label: 'aws-cn: China Regions' },
    { value: 'aws-us-gov', label: 'aws-us-gov: GovCloud (US)' },
    { value: 'aws-eusc', label: 'aws-eusc: European Sovereign Cloud' },
  ],
  read: (value) => {
    const found = Object.hasOwn(hosts, value) ? hosts[value] : undefined;
    return found ? acceptedValue(value, ...found) : refusedValue(PARTITION_RULE);
  },
};

const REGION =
  /^(?:af|ap|ca|cn|eu|eusc-de|il|me|mx|sa|us|us-gov)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-[1-9]$/;

const REGION_RULE = 'Enter a Region code, for example eu-central-1.';

/** Source: https://docs.aws.amazon.com/general/latest/gr/rande.html */
export const region: VariableKind = {
  id: 'region',
  rule: REGION_RULE,
  read: (value, context) => {
    if (!REGION.test(value)) return refusedValue(REGION_RULE);
    const owner = partitionOfRegion(value);
    if (owner === context.partition) return acceptedValue(value);
    return refusedValue(`${value} is in the ${owner} partition, but you selected ${context.partition}.`);
  },
};

function partitionOfRegion(value: string): string {
  if (value.startsWith('cn-')) return 'aws-cn';
  if (value.startsWith('eusc-')) return 'aws-eusc';
  return value.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

export const accountId = patternKind(
  'accountId',
  'Enter 12 digits without hyphens, for example 111122223333.',
  /^\d{12}$/,
);

/** Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
export const organizationId = patternKind(
  'organizationId',
  'Enter “o-” followed by 10 to 32 lowercase letters or digits, for example o-a1b2c3d4e5.',
  /^o-[a-z0-9]{10,32}$/,
);
