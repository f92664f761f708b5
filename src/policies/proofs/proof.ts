/** A context with placeholders. An empty list says that the request does not have the key. */
export type ProofContext = Readonly<Record<string, string | readonly string[]>>;

/**
 * A call that the policies of a persona, or a guardrail, must allow or must deny. Texts may hold the placeholders of variables
 * (`<ACCOUNT_ID>`); each stands for its first value.
 */
export interface Proof {
  /** Unique among the proofs of its owner. */
  readonly id: string;
  /** What somebody does: "starts a colleague's notebook". */
  readonly title: string;
  readonly expect: 'allowed' | 'denied';
  readonly action: string;
  /** An ARN, or `*`. */
  readonly resource: string;
  readonly context: ProofContext;
  /** Who calls; the persona's role unless said. Trust is always asked of somebody else. */
  readonly caller?: string;
  /** Asked only while this activity is chosen. */
  readonly activity?: string;
  /** Asked only while the role is taken in this way; the trust policy is what is asked. */
  readonly trust?: string;
  /** Not asked when the persona shares its document with others: they may need the call. */
  readonly alone?: boolean;
  /** Placeholder of a prefix; not asked while it has none and stands for the whole bucket. */
  readonly prefix?: string;
  /** The endpoint's document that is asked, for whoever may do everything otherwise. */
  readonly endpoint?: string;
}

type Extra = Pick<Proof, 'caller' | 'activity' | 'trust' | 'alone' | 'prefix' | 'endpoint'>;

export type ProofRow = readonly [
  id: string,
  title: string,
  action: string,
  resource: string,
  context?: ProofContext,
  extra?: Extra,
];

/** Rows that must be allowed. */
export const mustAllow = (rows: readonly ProofRow[]): readonly Proof[] =>
  rows.map((row) => proofOf('allowed', row));

/** Rows that must be denied. */
export const mustDeny = (rows: readonly ProofRow[]): readonly Proof[] =>
  rows.map((row) => proofOf('denied', row));

function proofOf(
  expect: Proof['expect'],
  [id, title, action, resource, context = {}, extra = {}]: ProofRow,
): Proof {
  return { id, title, expect, action, resource, context, ...extra };
}

export const arn = (service: string, resource: string): string =>
  `arn:<PARTITION>:${service}:<REGION>:<ACCOUNT_ID>:${resource}`;

export const sageMaker = (resource: string): string => arn('sagemaker', resource);

export const object = (path: string): string => `arn:<PARTITION>:s3:::${path}`;

/** What a call carries that keeps to every limit: within the network, encrypted, isolated, tagged, and small. */
export const carefulCall: ProofContext = {
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
