import { dnsSuffix, regionCode } from '../../language/partitions.ts';
import { imageRepository } from './imageRepository.ts';

/** Where a call was made, as far as it is known. */
export interface PlaceOfCall {
  readonly partition: string;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
}

/** How IAM's messages name what an account has: `role NAME`. */
const IAM_NAMES: Readonly<Record<string, string>> = {
  role: 'role',
  user: 'user',
  group: 'group',
  policy: 'policy',
  'instance profile': 'instance-profile',
};

/** Services whose ARNs have no Region, and no account where it is `''`. */
const GLOBAL_SERVICES = new Set(['iam', 'sts', 'organizations', 'route53', 'cloudfront']);

const IAM_NAME = /^(role|user|group|policy|instance profile)\s+(\S+)$/i;

const SHORT_ARN = /^([a-z][a-z0-9-]{1,30}):([a-z][a-z-]*[/:]\S+)$/;

/**
 * The ARN of a resource as messages write it: `role NAME`, `s3://bucket/key`, the address of an image, `aoss:collection/ID`. Nothing
 * where the Region or the account that belongs to it is not known.
 */
export function completeResource(text: string, place: PlaceOfCall): string | undefined {
  if (text === '*' || /^arn:[\w-]+:[\w-]+:/.test(text)) return text;
  return ofIam(text, place) ?? ofS3(text, place) ?? imageRepository(text) ?? shortArn(text, place);
}

function ofIam(text: string, { partition, account }: PlaceOfCall): string | undefined {
  const [, noun = '', name] = IAM_NAME.exec(text) ?? [];
  const type = IAM_NAMES[noun.toLowerCase()];
  if (!type || !name) return undefined;
  if (name.startsWith('arn:')) return name;
  return account && `arn:${partition}:iam::${account}:${type}/${name}`;
}

/**
 * The address of an object, with its bucket in the path or in front of the host.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
const S3_ADDRESS = new RegExp(
  String.raw`^https:\/\/(?:(?<before>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\.)?s3(?:[.-](?:dualstack\.)?${regionCode})?\.${dnsSuffix}\/(?<path>\S*)$`,
);

/** Bucket and key of an address of S3. A key with signs that ARNs read as wildcards has none: the ARN would be of other objects as well. */
function bucketPathOf(text: string): string | undefined {
  const { before, path = '' } = S3_ADDRESS.exec(text)?.groups ?? {};
  if (before === undefined && path === '') return undefined;
  const key = decoded(path.replace(/[?#].*$/, ''));
  if (key === undefined || /[*?]|\$\{/.test(key)) return undefined;
  return before === undefined ? key : `${before}/${key}`;
}

/** A path as the object is named; nothing where it is no whole encoding. */
function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function ofS3(text: string, { partition }: PlaceOfCall): string | undefined {
  const written = bucketPathOf(text) ?? /^s3:\/\/(\S*)$/.exec(text)?.[1] ?? '';
  const [, bucketPath] = /^([a-z0-9][a-z0-9.-]{2,62}(?:\/[^\n]*)?)$/.exec(written) ?? [];
  return bucketPath && `arn:${partition}:s3:::${bucketPath.replace(/\/$/, '')}`;
}

function shortArn(text: string, { partition, region, account }: PlaceOfCall): string | undefined {
  const [, service = '', resource] = SHORT_ARN.exec(text) ?? [];
  if (!resource || service === 's3' || service === 'arn' || !account) return undefined;
  if (GLOBAL_SERVICES.has(service)) return `arn:${partition}:${service}::${account}:${resource}`;
  return region && `arn:${partition}:${service}:${region}:${account}:${resource}`;
}
