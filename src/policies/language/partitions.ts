/** A partition of AWS whose accounts the page makes policies for. */
export interface Partition {
  readonly id: string;
  /** Its Regions in words: "China Regions". */
  readonly place: string;
  /** End of the names of its hosts and of some of its services. */
  readonly dnsSuffix: string;
  readonly signInHost: string;
  /** End of the hosts of its console and of the sign-in page of an account. */
  readonly consoleDomain: string;
  /** How the codes of its Regions start; empty for all that no other partition has. */
  readonly regionStart: string;
  readonly exampleRegion: string;
}

/**
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html and, for signing in,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml_assertions.html. Of the European Sovereign
 * Cloud: the endpoint data of the AWS SDKs. Its one Region has a sign-in endpoint, and the partition none.
 */
export const offeredPartitions = [
  {
    id: 'aws',
    place: 'commercial Regions',
    dnsSuffix: 'amazonaws.com',
    signInHost: 'signin.aws.amazon.com',
    consoleDomain: 'aws.amazon.com',
    regionStart: '',
    exampleRegion: 'eu-west-1',
  },
  {
    id: 'aws-cn',
    place: 'China Regions',
    dnsSuffix: 'amazonaws.com.cn',
    signInHost: 'signin.amazonaws.cn',
    consoleDomain: 'amazonaws.cn',
    regionStart: 'cn-',
    exampleRegion: 'cn-north-1',
  },
  {
    id: 'aws-us-gov',
    place: 'GovCloud (US)',
    dnsSuffix: 'amazonaws.com',
    signInHost: 'signin.amazonaws-us-gov.com',
    consoleDomain: 'amazonaws-us-gov.com',
    regionStart: 'us-gov-',
    exampleRegion: 'us-gov-west-1',
  },
  {
    id: 'aws-eusc',
    place: 'European Sovereign Cloud',
    dnsSuffix: 'amazonaws.eu',
    signInHost: 'eusc-de-east-1.signin.amazonaws-eusc.eu',
    consoleDomain: 'amazonaws-eusc.eu',
    regionStart: 'eusc-',
    exampleRegion: 'eusc-de-east-1',
  },
] as const satisfies readonly Partition[];

export const offeredPartitionIds: readonly string[] = offeredPartitions.map(({ id }) => id);

export const findPartition = (id: string): Partition | undefined =>
  offeredPartitions.find((partition) => partition.id === id);

/** The partition that a Region is in, by its code. */
export const partitionOfRegion = (region: string): string =>
  offeredPartitions.find(({ regionStart }) => regionStart !== '' && region.startsWith(regionStart))?.id ??
  'aws';

/** A rule that names each value once. */
export function enterOneOf(values: readonly string[]): string {
  const names = [...new Set(values)];
  return `Enter ${names.slice(0, -1).join(', ')}, or ${names.at(-1)}.`;
}

/** Alternatives of a regular expression, the longest first: `amazonaws.com` is how `amazonaws.com.cn` starts. */
const alternatives = (texts: readonly string[]): string =>
  [...new Set(texts)]
    .toSorted((one, other) => other.length - one.length)
    .map((text) => text.replaceAll('.', '[.]'))
    .join('|');

/** Groups of regular expressions that every dialect reads. */
export const partitionPattern = `(${offeredPartitionIds.join('|')})`;
export const dnsSuffixPattern = `(${alternatives(offeredPartitions.map(({ dnsSuffix }) => dnsSuffix))})`;
export const signInHostPattern = `(${alternatives(offeredPartitions.map(({ signInHost }) => signInHost))})`;
const regionAreas = 'af|ap|ca|cn|eu|eusc-de|il|me|mx|sa|us|us-gov';
const directions = 'north|south|east|west|central|northeast|northwest|southeast|southwest';
export const regionPattern = `(${regionAreas})-(${directions})-[1-9]`;

/** The same without what captures. */
const uncaptured = (pattern: string): string => pattern.replaceAll('(', '(?:');
export const dnsSuffix = uncaptured(dnsSuffixPattern);
export const regionCode = uncaptured(regionPattern);
export const consoleDomain = `(?:${alternatives(offeredPartitions.map((one) => one.consoleDomain))})`;

const DNS_SUFFIX = new RegExp(String.raw`\.${dnsSuffix}$`);
const SERVICE_PRINCIPAL = new RegExp(String.raw`^[a-z0-9][a-z0-9.-]*\.${dnsSuffix}$`);

/** The name of a host or of a service as a principal without its end: `sagemaker`, `runtime.sagemaker`. */
export const withoutDnsSuffix = (host: string): string => host.replace(DNS_SUFFIX, '');

/** Whether a text is the name of a service as a principal: `sagemaker.amazonaws.com`. */
export const isServicePrincipal = (text: string): boolean => SERVICE_PRINCIPAL.test(text);
