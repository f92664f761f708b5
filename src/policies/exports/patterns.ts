import {
  dnsSuffixPattern,
  enterOneOf,
  offeredPartitions,
  partitionPattern,
  regionPattern,
  signInHostPattern,
} from '../language/partitions.ts';
import { consoleReadActions } from '../library/activities/consoleReadActions.ts';
import { kindOf } from '../library/variables/kinds.ts';
import type { VariableKindId } from '../library/variables/variable.ts';

/** What a parameter's value must look like. */
export interface ValuePattern {
  /**
   * A regular expression without its anchors that Terraform (RE2), CloudFormation (Java), JavaScript and bash (POSIX) read alike:
   * groups, alternatives, classes and counts only.
   */
  readonly pattern: string;
  /** What must be found nowhere in a value, where a pattern without a look ahead cannot say so. Written like the pattern, with anchors. */
  readonly refused?: string;
  /** The pattern in words, where the rule of the kind does not fit. */
  readonly rule?: string;
}

const account = '[0-9]{12}';
const hex = '[0-9a-f]';
const path = '([A-Za-z0-9_+=,.@/-]{1,511}/)?[A-Za-z0-9_+=,.@-]{1,64}';
const id = (prefix: string): ValuePattern => ({ pattern: `${prefix}-(${hex}{8}|${hex}{17})` });
const byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
const bucket: ValuePattern = {
  pattern: '[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]',
  refused:
    '[.][.]|^[0-9]{1,3}([.][0-9]{1,3}){3}$|^(xn--|sthree-|amzn-s3-demo-)|(-s3alias|--ol-s3|[.]mrap|--x-s3|--table-s3)$',
};
const named = 'letters, digits, spaces or _ . : / = + - @';
/** A tag key without `aws:` at its start, in letters of any size: the first character that differs decides. */
const tagKey = [
  '[B-Zb-z0-9 _.:/=+@-][A-Za-z0-9 _.:/=+@-]{0,127}',
  '[Aa]([A-VX-Za-vx-z0-9 _.:/=+@-][A-Za-z0-9 _.:/=+@-]{0,126})?',
  '[Aa][Ww]([A-RT-Za-rt-z0-9 _.:/=+@-][A-Za-z0-9 _.:/=+@-]{0,125})?',
  '[Aa][Ww][Ss]([A-Za-z0-9 _./=+@-][A-Za-z0-9 _.:/=+@-]{0,124})?',
].join('|');

/**
 * One pattern for each part of a value, in the kind's order. None lets through a character that means something in JSON or
 * in a policy: a value can be put into a document as it is. Where the page takes a wider range of letters, these are narrower.
 */
const patterns: Readonly<Record<VariableKindId, readonly ValuePattern[]>> = {
  partition: [
    { pattern: partitionPattern },
    {
      pattern: dnsSuffixPattern,
      rule: enterOneOf(offeredPartitions.map(({ dnsSuffix }) => dnsSuffix)),
    },
    {
      pattern: signInHostPattern,
      rule: enterOneOf(offeredPartitions.map(({ signInHost }) => signInHost)),
    },
  ],
  region: [{ pattern: regionPattern }],
  accountId: [{ pattern: account }],
  roleArn: [{ pattern: `arn:${partitionPattern}:iam::${account}:role/${path}` }],
  kmsKeyArn: [
    {
      pattern: `arn:${partitionPattern}:kms:[a-z]{2,4}(-[a-z]+){1,2}-[0-9]:${account}:key/(mrk-${hex}{32}|${hex}{8}-${hex}{4}-${hex}{4}-${hex}{4}-${hex}{12})`,
    },
  ],
  s3Location: [
    { ...bucket, rule: `Enter only the bucket, for example ml-input. ${kindOf('s3Bucket').rule}` },
    {
      pattern: '[A-Za-z0-9!_.()+,:;=@-]+(/[A-Za-z0-9!_.()+,:;=@-]+)*',
      rule: 'Enter a prefix such as team-a/data: letters, digits, or ! _ . ( ) + , : ; = @ -, without a leading or trailing slash. For a whole bucket, enter the bucket on the page and export again.',
    },
  ],
  s3Bucket: [bucket],
  ecrRepositoryPrefix: [{ pattern: '([a-z0-9]+([._-][a-z0-9]+)*/)*[a-z0-9]+([._-][a-z0-9]+)*' }],
  tagKey: [{ pattern: tagKey, rule: `Enter 1 to 128 ${named}. Don’t start with “aws:”.` }],
  tagValue: [{ pattern: '[A-Za-z0-9 _.:/=+@-]{1,256}', rule: `Enter 1 to 256 ${named}.` }],
  studioDomainId: [{ pattern: 'd-(-?[a-z0-9]){1,61}' }],
  subnetId: [id('subnet')],
  securityGroupId: [id('sg')],
  resourceNamePrefix: [{ pattern: '[a-zA-Z0-9][a-zA-Z0-9-]{0,61}' }],
  organizationId: [{ pattern: 'o-[a-z0-9]{10,32}' }],
  readAction: [
    { pattern: `(${Object.keys(consoleReadActions).join('|')})` },
    {
      pattern: `([*]|arn:${partitionPattern}:sagemaker:[a-z0-9-]+:${account}:[*])`,
      rule: 'Enter the resource of the action: arn:<partition>:sagemaker:<Region>:<account>:*, or * for an action without resource-level permissions.',
    },
  ],
  instanceType: [{ pattern: '(system|ml[.][a-z0-9-]+[.]([*]|[a-z0-9-]+))' }],
  positiveInteger: [{ pattern: '[1-9][0-9]{0,8}' }],
  vpcEndpointId: [id('vpce')],
  vpcId: [id('vpc')],
  cidr: [{ pattern: `${byte}[.]${byte}[.]${byte}[.]${byte}/([89]|[12][0-9]|3[0-2])` }],
  samlProviderArn: [
    { pattern: `arn:${partitionPattern}:iam::${account}:saml-provider/[A-Za-z0-9._-]{1,128}` },
  ],
  principalArn: [{ pattern: `arn:${partitionPattern}:iam::${account}:(role|user)/${path}` }],
  // In two pieces: Terraform counts to 1,000 at most.
  externalId: [{ pattern: '[A-Za-z0-9_+=,.@:/-]{2,1000}[A-Za-z0-9_+=,.@:/-]{0,224}' }],
  databaseName: [{ pattern: '[a-z0-9_]{1,128}' }],
  workgroupName: [{ pattern: '[a-zA-Z0-9._-]{1,128}' }],
  resourceId: [{ pattern: '[a-zA-Z0-9][a-zA-Z0-9_-]{0,99}' }],
};

/** Pattern and rule of one part of a kind's values; every part has a pattern. */
export function patternOf(
  kind: VariableKindId,
  part: number,
): (ValuePattern & { readonly rule: string }) | undefined {
  const found = patterns[kind][part];
  return found && { ...found, rule: found.rule ?? kindOf(kind).rule };
}
