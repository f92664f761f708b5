import { acceptedValue, patternKind, refusedValue } from './pattern.ts';
import type { VariableKind } from './variable.ts';

/** Resource identifiers have 8 or 17 hexadecimal digits: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
export const subnetId = patternKind(
  'subnetId',
  'Enter a subnet ID: “subnet-” followed by 8 or 17 characters (0–9, a–f).',
  /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

export const securityGroupId = patternKind(
  'securityGroupId',
  'Enter a security group ID: “sg-” followed by 8 or 17 characters (0–9, a–f).',
  /^sg-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html (at most 63 characters) */
export const studioDomainId = patternKind(
  'studioDomainId',
  'Enter a Studio domain ID: “d-” followed by lowercase letters, digits, or hyphens, up to 63 characters.',
  /^d-(?:[a-z0-9]|-(?=[a-z0-9])){1,61}$/,
);

export const vpcEndpointId = patternKind(
  'vpcEndpointId',
  'Enter a VPC endpoint ID: “vpce-” followed by 8 or 17 characters (0–9, a–f).',
  /^vpce-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

export const vpcId = patternKind(
  'vpcId',
  'Enter a VPC ID: “vpc-” followed by 8 or 17 characters (0–9, a–f).',
  /^vpc-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

const CIDR_RULE =
  'Enter a public IPv4 CIDR range with a prefix length from 8 to 32, for example 203.0.113.0/24.';

/** Private ranges never reach AWS from outside: https://www.rfc-editor.org/rfc/rfc1918 */
const PRIVATE = /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.)/;

export const cidr: VariableKind = {
  id: 'cidr',
  rule: CIDR_RULE,
  read: (value) => {
    const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(value)?.slice(1).map(Number);
    const length = parts?.[4] ?? 0;
    const good = parts?.slice(0, 4).every((part) => part <= 255) && length >= 8 && length <= 32;
    return good && !PRIVATE.test(value) ? acceptedValue(value) : refusedValue(CIDR_RULE);
  },
};
