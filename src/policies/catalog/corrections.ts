import type { ResourceType } from './service.ts';

/**
 * Where AWS's own pages or messages say otherwise than the service authorization reference. Each was read on the day beside it;
 * one that the reference has taken over can go.
 */

interface Correction {
  readonly action: string;
  readonly source: string;
  /** The day on which the source was read. */
  readonly read: string;
}

/** Actions that the reference has without resource types, and the ARN on which AWS asks for them. */
const askedOn: readonly (Correction & { readonly arn: string })[] = [
  {
    action: 's3:ListAllMyBuckets',
    arn: 'arn:aws:s3:::*',
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/walkthrough1.html',
    read: '2026-11-29',
  },
  {
    action: 'logs:DescribeLogGroups',
    arn: 'arn:${Partition}:logs:${Region}:${Account}:log-group::log-stream:',
    source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html',
    read: '2026-11-29',
  },
];

/** Resource types that an action takes besides those of the reference. */
const furtherTypes: readonly (Correction & { readonly type: ResourceType })[] = [
  {
    action: 'cloudformation:CreateChangeSet',
    type: {
      name: 'transform',
      arnPattern: 'arn:${Partition}:cloudformation:${Region}:aws:transform/${TransformName}',
      conditionKeys: [],
    },
    source:
      'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-permissions-cloudformation.html',
    read: '2026-11-29',
  },
];

/** Condition keys of a service that an action has, though the reference lists them for none. */
const furtherKeys: readonly (Correction & { readonly keys: readonly string[] })[] = [
  {
    action: 'states:InvokeHTTPEndpoint',
    keys: ['states:HTTPEndpoint', 'states:HTTPMethod'],
    source: 'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    read: '2026-11-29',
  },
];

export const corrections: readonly Correction[] = [...askedOn, ...furtherTypes, ...furtherKeys];

const isOf =
  (action: string) =>
  (correction: Correction): boolean =>
    correction.action.toLowerCase() === action.toLowerCase();

/** The ARN on which AWS asks for an action that has no resource types; nothing where that is `*`. */
export const arnAskedOn = (action: string): string | undefined => askedOn.find(isOf(action))?.arn;

/** Resource types of an action that the reference doesn’t have. */
export const typesBeside = (action: string): readonly ResourceType[] =>
  furtherTypes.filter(isOf(action)).map(({ type }) => type);

/** The same of all actions of a service. */
export const typesOfService = (service: string): readonly ResourceType[] =>
  furtherTypes.filter(({ action }) => action.startsWith(`${service}:`)).map(({ type }) => type);

/** Condition keys of an action that the reference doesn’t have for it. */
export const keysBeside = (action: string): readonly string[] =>
  furtherKeys.filter(isOf(action)).flatMap(({ keys }) => keys);

/** Lower-case key → what the reference calls it since, and since which day. AWS doesn’t say whether requests still carry the old one. */
const renamed: ReadonlyMap<string, { readonly key: string; readonly since: string }> = new Map(
  [
    'VolumeKmsKey',
    'OutputKmsKey',
    'DomainSharingOutputKmsKey',
    'FeatureGroupOfflineStoreKmsKey',
    'FeatureGroupOnlineStoreKmsKey',
  ].map((name) => [`sagemaker:${name}`.toLowerCase(), { key: `sagemaker:${name}Arn`, since: '2026-06-03' }]),
);

/** The present name of a condition key that AWS has renamed; nothing for any other. */
export const renamedKey = (lowerKey: string) => renamed.get(lowerKey);
