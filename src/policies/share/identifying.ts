import type { VariableKindId } from '../library/variables/variable.ts';

/**
 * Whether values of a kind tell whose they are. What says only how AWS is used stays: Regions, instance types, numbers, names of
 * actions, keys of tags. Values of tags go, for they often name a team.
 */
export const isIdentifyingKind: Readonly<Record<VariableKindId, boolean>> = {
  partition: false,
  region: false,
  accountId: true,
  roleArn: true,
  kmsKeyArn: true,
  s3Location: true,
  s3Bucket: true,
  ecrRepositoryPrefix: true,
  tagKey: false,
  tagValue: true,
  studioDomainId: true,
  subnetId: true,
  securityGroupId: true,
  resourceNamePrefix: true,
  organizationId: true,
  readAction: false,
  instanceType: false,
  positiveInteger: false,
  vpcEndpointId: true,
  vpcId: true,
  cidr: true,
  samlProviderArn: true,
  principalArn: true,
  externalId: true,
  databaseName: true,
  workgroupName: true,
  resourceId: true,
};

/**
 * What looks like an identifier anywhere, and its replacement: not the placeholder of a variable, so that no value of another
 * user is filled in. Longer forms come first. Sources: the kinds in `variables/`.
 */
export const lookalikes: readonly (readonly [form: RegExp, instead: string])[] = [
  [/\b(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})\b/gi, '<OTHER_KEY_ID>'],
  [
    /\b(?:vpce|vpc|subnet|sg|eni|igw|rtb|i|ami|vol|snap)-(?:[0-9a-f]{17}|[0-9a-f]{8})\b/gi,
    '<OTHER_RESOURCE_ID>',
  ],
  [/\bo-[a-z0-9]{10,32}\b/g, '<OTHER_ORGANIZATION_ID>'],
  [/\bou-[a-z0-9]{4,32}-[a-z0-9]{8,32}\b/g, '<OTHER_ORGANIZATIONAL_UNIT_ID>'],
  [/\b(?:AKIA|ASIA|AROA|AIDA|AGPA|ANPA|AIPA|ABIA|ACCA)[A-Z0-9]{16,17}\b/g, '<OTHER_UNIQUE_ID>'],
  [/\bd-[a-z0-9]{10,61}\b/g, '<OTHER_DOMAIN_ID>'],
  [/(?<![\w-])r-[a-z0-9]{4,32}(?![\w-])/g, '<OTHER_ORGANIZATION_ROOT_ID>'],
  [/(?<![0-9])(?:[0-9]{12}|[0-9]{4}-[0-9]{4}-[0-9]{4})(?![0-9])/g, '<OTHER_ACCOUNT_ID>'],
  [/(?<![0-9.])(?:[0-9]{1,3}\.){3}[0-9]{1,3}(?:\/[0-9]{1,2})?(?![0-9.])/g, '<OTHER_ADDRESSES>'],
  // Of the blocks that are given out, those for private use and those of a link: an ARN has two colons in a row as well.
  [
    /(?<![\w:.-])(?:[23][0-9a-f]{3}|f[c-f][0-9a-f]{2}):[0-9a-f:]{1,35}(?:\/[0-9]{1,3})?(?![\w:])/gi,
    '<OTHER_ADDRESSES>',
  ],
  [/(?<=:accesspoint\/)[A-Za-z0-9][A-Za-z0-9._-]*/g, '<OTHER_ACCESS_POINT_NAME>'],
  // Also the part of a name before a wildcard or a policy variable.
  [/(?<=:s3:::)[A-Za-z0-9][A-Za-z0-9._-]*/g, '<OTHER_BUCKET_NAME>'],
  [/[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g, '<OTHER_ADDRESS>'],
];
