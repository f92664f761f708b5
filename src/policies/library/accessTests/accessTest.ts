import type { AttachedResource } from '../../model/composedDocument.ts';

/** A context with placeholders. An empty list says that the request does not have the key. */
export type ContextTemplate = Readonly<Record<string, string | readonly string[]>>;

/**
 * A call that the policies of a persona, or a guardrail, must allow or must deny. Texts may hold the placeholders of variables
 * (`<ACCOUNT_ID>`); each is replaced by the first value.
 */
export interface AccessTest {
  /** Unique among the tests of its owner. */
  readonly id: string;
  /** What somebody does: "starts a colleague's notebook". */
  readonly title: string;
  readonly expect: 'allowed' | 'denied';
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  readonly context: ContextTemplate;
  /** Who calls; the persona's role unless said. Trust is always asked of somebody else. */
  readonly caller?: string;
  /** The activity that it tests. A call that must be allowed is skipped while the activity is not selected, a Deny never. */
  readonly activity?: string;
  /** Belongs to these values of the options of its activity, or of its guardrail; with other values another test takes its place. */
  readonly when?: Readonly<Record<string, string>>;
  /** Activity id → values of its options: skipped where one that is selected has others, and therefore allows the call. */
  readonly besides?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Skipped unless the role is assumed in this way; the trust policy is what is asked. */
  readonly trust?: string;
  /** Of older presets, without effect: a persona that shares its policy with others is asked like every other. */
  readonly alone?: boolean;
  /** Placeholder of a prefix; skipped while it has no value, which includes the whole bucket. */
  readonly prefix?: string;
  /** Placeholder of a value that follows from the Region; skipped where the Region has none. */
  readonly ofRegion?: string;
  /** `public`: the repository is in another account and lets everybody pull, as AWS's do. */
  readonly registry?: 'public';
  /** Of a guardrail: decided by the resource control policies alone, of a caller whom every other policy allows everything. */
  readonly resourceControl?: true;
  /** The resource is in another account, whose resource-based policy allows this account everything. */
  readonly otherAccount?: true;
  /** The resource of this set whose policy is asked, for a caller of another account who may do everything otherwise. */
  readonly attachedTo?: AttachedResource['type'];
  /** The endpoint's document that is asked, for a caller who may do everything otherwise. */
  readonly endpoint?: string;
}

/** What a row says besides. */
export type Extra = Pick<
  AccessTest,
  | 'caller'
  | 'activity'
  | 'when'
  | 'besides'
  | 'trust'
  | 'prefix'
  | 'ofRegion'
  | 'registry'
  | 'endpoint'
  | 'resourceControl'
  | 'otherAccount'
  | 'attachedTo'
>;

export type TestRow = readonly [
  id: string,
  title: string,
  action: string,
  resource: string,
  context?: ContextTemplate,
  extra?: Extra,
];

/** Rows that must be allowed. */
export const mustAllow = (rows: readonly TestRow[]): readonly AccessTest[] =>
  rows.map((row) => testOf('allowed', row));

/** Rows that must be denied. */
export const mustDeny = (rows: readonly TestRow[]): readonly AccessTest[] =>
  rows.map((row) => testOf('denied', row));

function testOf(
  expect: AccessTest['expect'],
  [id, title, action, resource, context = {}, extra = {}]: TestRow,
): AccessTest {
  return { id, title, expect, action, resource, context, ...extra };
}

export const arn = (service: string, resource: string): string =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;

export const sageMaker = (resource: string): string => arn('sagemaker', resource);

export const object = (path: string): string => `arn:<PARTITION>:s3:::${path}`;

/** What a call carries that keeps to every limit: within the network, encrypted, isolated, tagged, and small. */
export const carefulCall: ContextTemplate = {
  'sagemaker:VpcSubnets': ['<SUBNET_ID>'],
  'sagemaker:VpcSecurityGroupIds': ['<SECURITY_GROUP_ID>'],
  'sagemaker:NetworkIsolation': 'true',
  'sagemaker:InterContainerTrafficEncryption': 'true',
  'sagemaker:VolumeKmsKey': '<VOLUME_KMS_CMK_ARN>',
  'sagemaker:VolumeKmsKeyArn': '<VOLUME_KMS_CMK_ARN>',
  'sagemaker:OutputKmsKey': '<DATA_KMS_CMK_ARN>',
  'sagemaker:OutputKmsKeyArn': '<DATA_KMS_CMK_ARN>',
  'sagemaker:InstanceTypes': ['<INSTANCE_TYPE>'],
  'sagemaker:MaxRuntimeInSeconds': '<MAX_RUNTIME_SECONDS>',
  'sagemaker:KeepAlivePeriod': '<WARM_POOL_SECONDS>',
  'sagemaker:EnableRemoteDebug': 'false',
  'sagemaker:ModelArn': 'arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:model/<APPROVED_MODEL_PREFIX>1',
  'aws:RequestTag/<REQUIRED_TAG_KEY>': 'ana',
  'aws:TagKeys': ['<REQUIRED_TAG_KEY>'],
};
