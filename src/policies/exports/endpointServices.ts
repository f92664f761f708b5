import { partitionPattern } from '../language/partitions.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { ComposedDocument } from '../model/composedDocument.ts';
import type { ExportSet } from './exporter.ts';

export interface EndpointService {
  /** `com.amazonaws.<REGION>.s3` */
  readonly name: string;
  readonly type: 'gateway' | 'interface';
}

const COMMON = 'com.amazonaws.<REGION>.';

/**
 * Services whose interface endpoints have another name in China; the others have the same everywhere.
 * Source: `getDefaultEndpointPrefix` of the AWS CDK, https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts
 */
const OTHER_IN_CHINA = new Set([
  'athena',
  'ecr.api',
  'ecr.dkr',
  'monitoring',
  's3',
  'sagemaker.api',
  'sagemaker.featurestore-runtime',
  'sagemaker.runtime',
  'sts',
]);

/** The same in the European Sovereign Cloud, from the same source. */
const OTHER_IN_SOVEREIGN_CLOUD = new Set(['ecr.api', 'ecr.dkr']);

/** The service that an endpoint document is for, by the endpoint in its id; nothing for a document that was imported. */
export function serviceOf(
  { id, kind }: ComposedDocument,
  partition: string,
  ruleset: Ruleset,
): EndpointService | undefined {
  if (kind !== 'vpc-endpoint') return undefined;
  const endpoint = ruleset.activities.find((activity) => `${activity.endpoint?.id}Endpoint` === id)?.endpoint;
  if (!endpoint) return undefined;
  const { serviceName, type } = endpoint;
  const shortName = serviceName.startsWith(COMMON) ? serviceName.slice(COMMON.length) : '';
  return { name: type === 'interface' ? nameIn(partition, serviceName, shortName) : serviceName, type };
}

function nameIn(partition: string, serviceName: string, shortName: string): string {
  if (partition === 'aws-cn' && OTHER_IN_CHINA.has(shortName)) return `cn.${serviceName}`;
  return partition === 'aws-eusc' && OTHER_IN_SOVEREIGN_CLOUD.has(shortName)
    ? `eu.amazonaws.<REGION>.${shortName}`
    : serviceName;
}

const ARN_START = new RegExp(`arn:${partitionPattern}:`);

/** The partition of a set: the given one, or the one that its ARNs name. */
export function partitionOfSet({ partition, documents }: Pick<ExportSet, 'partition' | 'documents'>): string {
  if (partition !== undefined) return partition;
  const text = JSON.stringify(documents.map(({ policy }) => policy));
  return ARN_START.exec(text)?.[1] ?? 'aws';
}
