import type { AttachedResource } from '../../model/composedDocument.ts';
import type { StatementTemplate, TemplatePrincipal } from '../activities/activity.ts';

export type GuaranteeCondition = NonNullable<StatementTemplate['Condition']>;

/**
 * Which policies a guarantee is about: what a role may do, who can assume it, what passes a VPC endpoint, or what the resource
 * control policies leave to anyone.
 */
export type GuaranteePolicy =
  | 'permissions'
  | 'trust'
  | 'resourceControl'
  | { readonly endpoint: string }
  | { readonly attachedTo: AttachedResource['type'] };

/**
 * What a statement is about: requests for these actions on these resources. Texts may hold placeholders; an entry with a
 * placeholder of n values becomes n entries, as in policies.
 */
export interface GuaranteeSubject {
  readonly actions: readonly string[];
  /** Every resource where neither this nor `exceptResources` is given. */
  readonly resources?: readonly string[];
  /** Every resource but these. */
  readonly exceptResources?: readonly string[];
  /** Only requests under this condition. */
  readonly under?: GuaranteeCondition;
  /**
   * What such a request must meet to be allowed: any of these. Without any, it must never be allowed.
   */
  readonly unless?: readonly GuaranteeCondition[];
  /** With `unless`: and it must come from one of these. */
  readonly principals?: TemplatePrincipal;
}

/** What holds for every request, whatever its values: what a persona's policies or a guardrail claim. Plain JSON. */
export interface Guarantee extends GuaranteeSubject {
  /** Unique among all guarantees. */
  readonly id: string;
  /** One plain sentence: "No training job starts without a VPC." */
  readonly sentence: string;
  /** The permissions of a role unless said. */
  readonly policy?: GuaranteePolicy;
  /** One question for each value of this variable: for placeholders in condition keys. */
  readonly forEach?: string;
  /** Activity id → resources that it adds to `exceptResources` where it is selected. */
  readonly exceptWith?: Readonly<Record<string, readonly string[]>>;
  /** Left out where one of these activities is selected: it is meant to do what the guarantee excludes. */
  readonly without?: readonly string[];
  /** Applies only where the options of its activity, guardrail or trust form have these values, and to a form without the options. */
  readonly when?: Readonly<Record<string, string>>;
  /** The activity whose options `when` is about. */
  readonly activity?: string;
  /** Activity id → values of its options: left out where another activity that is selected has others. */
  readonly besides?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Left out unless the role is assumed in this way. */
  readonly trust?: string;
  readonly source: string;
}

type Extra = Omit<Partial<Guarantee>, 'id' | 'sentence' | 'actions' | 'source'>;

type Row = readonly [id: string, sentence: string, actions: readonly string[]];

/** Requests that must never be allowed. */
export const never = ([id, sentence, actions]: Row, source: string, extra: Extra = {}): Guarantee => ({
  id,
  sentence,
  actions,
  source,
  ...extra,
});

/** Requests that must be allowed on no other resource than these. */
export const onlyOn = (
  row: Row,
  exceptResources: readonly string[],
  source: string,
  extra: Extra = {},
): Guarantee => never(row, source, { exceptResources, ...extra });

/** Requests that must be denied unless one of the conditions is met. */
export const deniedUnless = (
  row: Row,
  unless: readonly GuaranteeCondition[],
  source: string,
  extra: Extra = {},
): Guarantee => never(row, source, { unless, ...extra });

const iamGuide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide';
const sagemakerGuide = 'https://docs.aws.amazon.com/sagemaker/latest/dg';

/** Where AWS describes what the guarantees are about. */
export const guaranteeSources = {
  leastPrivilege: `${iamGuide}/best-practices.html`,
  passRole: `${iamGuide}/id_roles_use_passrole.html`,
  confusedDeputy: `${iamGuide}/confused-deputy.html`,
  principals: `${iamGuide}/reference_policies_elements_principal.html`,
  saml: `${iamGuide}/reference_policies_iam-condition-keys.html`,
  roles: `${sagemakerGuide}/sagemaker-roles.html`,
  studioOwner: `${sagemakerGuide}/security_iam_id-based-policy-examples.html`,
  jobVpc: `${sagemakerGuide}/train-vpc.html`,
  tagOnCreate: `${sagemakerGuide}/security_iam_service-with-iam.html`,
  grants: 'https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html',
  keys: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
  s3Access: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  s3Endpoint: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html',
  endpoints: 'https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
  ecr: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html',
  ecrTags: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-supported-iam-actions-tagging.html',
  logs: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/permissions-reference-cwl.html',
  metrics:
    'https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html',
  trails: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html',
  organizations: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_permissions_overview.html',
  secrets: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  codeBuild: 'https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html',
} as const;

export const sageMakerArns = (...resources: readonly string[]): readonly string[] =>
  resources.map((resource) => `arn:<PARTITION>:sagemaker:<REGION>:<ACCOUNT_ID>:${resource}`);
