import type { LibraryOption, StatementTemplate } from '../activities/activity.ts';

export type GuardrailGroup =
  | 'network'
  | 'encryption'
  | 'compute'
  | 'notebooks'
  | 'studio'
  | 'tags'
  | 'callers'
  | 'stores';

/** A condition that an Allow of these actions gets: the conditioned form of a guardrail. */
export type ConditionedAllow = Pick<
  StatementTemplate,
  'Sid' | 'Action' | 'Condition' | 'when' | 'forEach'
> & {
  readonly Condition: NonNullable<StatementTemplate['Condition']>;
};

/** A denial, on every resource. */
export type Denial = ConditionedAllow;

/**
 * A restriction that applies regardless of other permissions, as plain JSON.
 *
 * Only actions that carry the condition keys of a statement are listed in it: on any other a `Null … true` or
 * `…IfExists` denial would refuse every call, and a condition on an Allow would never hold. Denials say what must not
 * be absent with the operator that catches absence; `ForAllValues` in an Allow comes with `Null … false`.
 */
export interface Guardrail {
  readonly id: string;
  /** Number that reviewers quote: `G1`. */
  readonly number: string;
  readonly group: GuardrailGroup;
  /** What holds when it is on: "Jobs, models and notebooks run in a VPC". */
  readonly title: string;
  readonly summary: string;
  readonly options: readonly LibraryOption[];
  readonly deny: readonly Denial[];
  /** Empty where a condition on an Allow cannot say it. */
  readonly allow: readonly ConditionedAllow[];
  /**
   * Deny statements for every caller, always in a resource control policy, however the others are enforced. The exemption tag
   * doesn’t apply, because outsiders can set it.
   */
  readonly resourceControl?: readonly Denial[];
  /** For the person whose call was refused: "set SubnetIds and SecurityGroupIds". */
  readonly toComply: string;
  readonly source: string;
}

/** What carries most keys: see the data behind https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html */
export const jobs = [
  'sagemaker:CreateTrainingJob',
  'sagemaker:CreateHyperParameterTuningJob',
  'sagemaker:CreateProcessingJob',
] as const;

export const autoMl = ['sagemaker:CreateAutoMLJob', 'sagemaker:CreateAutoMLJobV2'] as const;

export const monitoring = [
  'sagemaker:CreateMonitoringSchedule',
  'sagemaker:UpdateMonitoringSchedule',
  'sagemaker:CreateDataQualityJobDefinition',
  'sagemaker:CreateModelBiasJobDefinition',
  'sagemaker:CreateModelExplainabilityJobDefinition',
  'sagemaker:CreateModelQualityJobDefinition',
] as const;

/** What has a storage volume. UpdateNotebookInstance never carries the key. */
export const withVolume = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateEndpointConfig',
  'sagemaker:CreateNotebookInstance',
  'sagemaker:CreateDomain',
  'sagemaker:CreateLabelingJob',
] as const;

/** What writes results to S3. */
export const withOutput = [
  ...jobs,
  ...autoMl,
  ...monitoring,
  'sagemaker:CreateTransformJob',
  'sagemaker:CreateLabelingJob',
  'sagemaker:CreateJob',
] as const;

/** Actions on stores of data, images, keys, and secrets. Resource control policies support these services, but not SageMaker. */
export const stores = ['s3:*', 'kms:*', 'ecr:*', 'logs:*', 'secretsmanager:*'] as const;

export const references = {
  keys: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsagemaker.html',
  governance:
    'https://docs.aws.amazon.com/whitepapers/latest/build-secure-enterprise-ml-platform/governance-and-control.md',
  perimeter:
    'https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/service_control_policies/service_specific_controls',
  setOperators:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  operators:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  globalKeys: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
} as const;
