import { patternKind } from './pattern.ts';

/** Resource identifiers have 8 or 17 hexadecimal digits: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html */
export const subnetId = patternKind(
  'subnetId',
  'A subnet ID is “subnet-” and 8 or 17 digits 0–9, a–f.',
  /^subnet-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

export const securityGroupId = patternKind(
  'securityGroupId',
  'A security group ID is “sg-” and 8 or 17 digits 0–9, a–f.',
  /^sg-(?:[0-9a-f]{8}|[0-9a-f]{17})$/,
);

/** Source: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeDomain.html (at most 63 characters) */
export const studioDomainId = patternKind(
  'studioDomainId',
  'A Studio domain ID is “d-” and small letters, digits or dashes, 63 characters at most.',
  /^d-(?:[a-z0-9]|-(?=[a-z0-9])){1,61}$/,
);
