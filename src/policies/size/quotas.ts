import { kindTitles } from '../model/labels.ts';
import type { AttachedResource, ComposedDocument } from '../model/composedDocument.ts';

/** What a document is saved as; its quota depends on it. */
export type SizeKind =
  | 'managed'
  | 'inlineRole'
  | 'inlineUser'
  | 'inlineGroup'
  | 'permissions-boundary'
  | 'service-control'
  | 'resource-control'
  | 'trust'
  | 'vpc-endpoint'
  | AttachedResource['type'];

/** A limit of AWS as it was found. Limits change: two of these did between 2023 and 2026. */
export interface Quota {
  readonly kind: SizeKind;
  readonly label: string;
  /** Most characters. */
  readonly limit: number;
  /** Most characters after a request to AWS. */
  readonly maximum?: number;
  /** Whether white space between the elements counts. */
  readonly whiteSpace: 'counted' | 'ignored';
  /** The limit is for all inline policies of the role, user or group together. */
  readonly total?: true;
  /** How many such documents may be attached to one role, user, group, account or endpoint. */
  readonly attachments: number;
  readonly maximumAttachments?: number;
  /** Day on which the source was read, and the source. */
  readonly asOf: string;
  readonly source: string;
  readonly note?: string;
}

const iamQuotas = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html';
const asOf = '2026-11-23';

const ofResource = (kind: AttachedResource['type'], label: string, limit: number, source: string): Quota => ({
  kind,
  label,
  limit,
  whiteSpace: 'counted',
  attachments: 1,
  asOf: '2026-11-30',
  source,
});

const policiesOfResources: readonly Quota[] = [
  ofResource(
    'modelPackageGroup',
    'Model package group policy',
    20_480,
    'https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_PutModelPackageGroupPolicy.html',
  ),
  ofResource(
    'bucket',
    'Bucket policy',
    20_480,
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-iam-policies.html',
  ),
  ofResource(
    'key',
    'Key policy',
    32_768,
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html',
  ),
  ofResource(
    'repository',
    'Repository policy',
    10_240,
    'https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html',
  ),
];

export const quotas: readonly Quota[] = [
  {
    kind: 'managed',
    label: 'Managed policy',
    limit: 6144,
    whiteSpace: 'ignored',
    attachments: 10,
    maximumAttachments: 20,
    asOf,
    source: iamQuotas,
    note: 'In 2023, AWS documented up to 20 attachments on request. Since then, 25 has been reported.',
  },
  {
    kind: 'inlineRole',
    label: 'Inline in a role',
    limit: 10_240,
    whiteSpace: 'ignored',
    total: true,
    attachments: 1,
    asOf,
    source: iamQuotas,
  },
  {
    kind: 'inlineGroup',
    label: 'Inline in a group',
    limit: 5120,
    whiteSpace: 'ignored',
    total: true,
    attachments: 1,
    asOf,
    source: iamQuotas,
  },
  {
    kind: 'inlineUser',
    label: 'Inline in a user',
    limit: 2048,
    whiteSpace: 'ignored',
    total: true,
    attachments: 1,
    asOf,
    source: iamQuotas,
  },
  {
    kind: 'permissions-boundary',
    label: kindTitles['permissions-boundary'],
    limit: 6144,
    whiteSpace: 'ignored',
    attachments: 1,
    asOf,
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
    note: 'A permissions boundary is one managed policy for each role or user, so it can’t be split.',
  },
  {
    kind: 'service-control',
    label: kindTitles['service-control'],
    limit: 10_240,
    whiteSpace: 'counted',
    attachments: 10,
    asOf,
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
    note: 'Doubled on May 15, 2026, from 5,120 characters and 5 attachments. White space counts if you save the policy with the API. FullAWSAccess uses one of the attachments.',
  },
  {
    kind: 'resource-control',
    label: kindTitles['resource-control'],
    limit: 5120,
    whiteSpace: 'counted',
    attachments: 5,
    asOf: '2026-11-30',
    source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html',
    note: 'White space counts if you save the policy with the API. RCPFullAWSAccess is always attached and uses one of the attachments.',
  },
  {
    kind: 'trust',
    label: kindTitles.trust,
    limit: 2048,
    maximum: 4096,
    whiteSpace: 'ignored',
    attachments: 1,
    asOf,
    source: iamQuotas,
    note: 'In 2023, AWS documented up to 4,096 characters on request. Since then, 8,192 has been reported.',
  },
  {
    kind: 'vpc-endpoint',
    label: kindTitles['vpc-endpoint'],
    limit: 20_480,
    whiteSpace: 'counted',
    attachments: 1,
    asOf,
    source: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html',
  },
  ...policiesOfResources,
];

const byKind = new Map(quotas.map((quota) => [quota.kind, quota]));

export function quotaOf(kind: SizeKind): Quota {
  const quota = byKind.get(kind);
  if (!quota) throw new RangeError(`no quota for ${kind}`);
  return quota;
}

/** How a document is saved; identity policies can be saved in two ways. */
export function sizeKindOf(
  { kind, resource }: Pick<ComposedDocument, 'kind' | 'resource'>,
  attach: 'managed' | 'inline',
): SizeKind {
  // The smallest of the quotas, where it isn’t known of which resource a policy is.
  if (kind === 'resource') return resource?.type ?? 'repository';
  if (kind !== 'identity') return kind;
  return attach === 'managed' ? 'managed' : 'inlineRole';
}
