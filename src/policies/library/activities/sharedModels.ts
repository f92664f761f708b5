import type { StatementTemplate } from './activity.ts';

/** Parts of sharing models from a registry account that both accounts use. */

export const ofRegistry = (service: string, resource: string): string =>
  `arn:<PARTITION>:${service}:<REGION>:<REGISTRY_ACCOUNT_ID>:${resource}`;

export const throughS3 = {
  StringEquals: { 'kms:ViaService': ['s3.<REGION>.amazonaws.com', 's3.<REGION>.<DNS_SUFFIX>'] },
} as const;

/** Listing the location of the artifacts: models of several files are found by their prefix. */
export const listBucketOf = (
  Sid: string,
  Condition: NonNullable<StatementTemplate['Condition']>,
  Principal?: StatementTemplate['Principal'],
): readonly StatementTemplate[] => {
  const list = {
    Effect: 'Allow',
    ...(Principal ? { Principal } : {}),
    Action: ['s3:ListBucket'],
    Resource: ['arn:<PARTITION>:s3:::<SHARED_MODEL_BUCKET>'],
    forEach: 'sharedModelArtifacts',
  } as const;
  const prefixes = ['<SHARED_MODEL_PREFIX>', '<SHARED_MODEL_PREFIX>/*'];
  return [
    {
      ...list,
      Sid: `${Sid}List`,
      Condition: { ...Condition, StringLike: { 's3:prefix': prefixes } },
      having: { placeholder: 'SHARED_MODEL_PREFIX', part: 'given' },
    },
    {
      ...list,
      Sid: `${Sid}ListBucket`,
      ...(Object.keys(Condition).length > 0 ? { Condition } : {}),
      having: { placeholder: 'SHARED_MODEL_PREFIX', part: 'empty' },
    },
  ];
};
