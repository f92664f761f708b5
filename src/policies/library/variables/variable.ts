/**
 * What the user is asked for once and every statement may use.
 *
 * A variable appears in statement templates as one or more placeholders in the guide's notation,
 * `<ACCOUNT_ID>`. Without a value it stays in the text as its placeholder. With several values it
 * multiplies the entries of the list that it is in. Placeholders of one variable that has parts
 * (`<INPUT_BUCKET_NAME>`, `<INPUT_PREFIX>`) always come from the same value: they are never crossed.
 */
export interface Variable {
  readonly id: string;
  readonly label: string;
  /** One sentence: what it is for and where to find it. */
  readonly help: string;
  /** Placeholder names without the angle brackets, one per part of the value, in the kind's order. */
  readonly placeholders: readonly [string, ...string[]];
  readonly kind: VariableKindId;
  readonly group: VariableGroup;
  /** May hold several values. */
  readonly many: boolean;
  /** Its values are in another account than the draft's: none is completed with that. */
  readonly ofOtherAccount?: true;
  /** Each of its values is an account other than the draft's. */
  readonly notOwnAccount?: true;
  /** Used while the user has entered nothing; such a variable is never a placeholder in the text. */
  readonly default?: readonly string[];
  /**
   * Used while the user has entered nothing, where it depends on the Region of the draft: Region → values. A Region that is not
   * in it has none, and the placeholders stand for the empty text. Such a variable is never asked for: the Region is.
   */
  readonly byRegion?: Readonly<Record<string, readonly string[]>>;
  /** Values that pass the kind's validation, used by "Fill with example values". */
  readonly example: readonly [string, ...string[]];
}

export type VariableGroup =
  | 'account'
  | 'roles'
  | 'data'
  | 'keys'
  | 'network'
  | 'naming'
  | 'console'
  | 'limits'
  | 'trust';

export type VariableKindId =
  | 'partition'
  | 'region'
  | 'accountId'
  | 'roleArn'
  | 'kmsKeyArn'
  | 's3Location'
  | 's3Bucket'
  | 'ecrRepositoryPrefix'
  | 'tagKey'
  | 'tagValue'
  | 'studioDomainId'
  | 'subnetId'
  | 'securityGroupId'
  | 'resourceNamePrefix'
  | 'organizationId'
  | 'readAction'
  | 'instanceType'
  | 'positiveInteger'
  | 'vpcEndpointId'
  | 'vpcId'
  | 'cidr'
  | 'samlProviderArn'
  | 'principalArn'
  | 'externalId'
  | 'databaseName'
  | 'workgroupName'
  | 'resourceId';

/** What a validation may need to know besides the value. */
export interface ValidationContext {
  /** Partition of the draft: `aws`, `aws-cn`, `aws-us-gov` or `aws-eusc`. */
  readonly partition: string;
}

/** `parts` line up with the variable's placeholders; a part may be the empty string. */
export type ValueReading =
  | { readonly ok: true; readonly parts: readonly string[] }
  | { readonly ok: false; readonly rule: string };

/** How values of one kind are checked and cut into parts. `rule` says what a good value looks like. */
export interface VariableKind {
  readonly id: VariableKindId;
  readonly rule: string;
  /** Pick-list, where the kind is an enumeration. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  read(value: string, context: ValidationContext): ValueReading;
}
