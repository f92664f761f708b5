/** What a pasted or dropped text can be. Ids are kept: the page and its tests name them. */
export type RecognizedKind =
  | 'empty'
  | 'unknown'
  | 'policy'
  | 'policies'
  | 'trustPolicy'
  | 'resourcePolicy'
  | 'endpointPolicy'
  | 'serviceControlPolicy'
  | 'resourceControlPolicy'
  | 'yamlPolicy'
  | 'pythonPolicy'
  | 'urlEncodedPolicy'
  | 'fencedPolicy'
  | 'accessDenied'
  | 'encodedMessage'
  | 'decodedMessage'
  | 'cliOutput'
  | 'cliYaml'
  | 'cloudTrail'
  | 'activityTable'
  | 'callList'
  | 'cloudFormation'
  | 'sam'
  | 'cdk'
  | 'cdkDiff'
  | 'awsCliTable'
  | 'cdkCode'
  | 'cdktfCode'
  | 'pulumiCode'
  | 'policyCode'
  | 'serverless'
  | 'terraform'
  | 'terraformPlan'
  | 'terraformPlanText'
  | 'terraformState'
  | 'pulumi'
  | 'shareLink'
  | 'workspace'
  | 'draft'
  | 'preset'
  | 'arns'
  | 'terraformOutputs'
  | 'cloudFormationOutputs'
  | 'keyValues'
  | 'base64'
  | 'secrets';

/** `sure`: by its structure; `likely`: by several signs; `possible`: one sign, or a second use of the same text. */
export type Confidence = 'sure' | 'likely' | 'possible';

/** Where a text can be used. `resources`: the fields of the step Resources. `none`: nothing on the page reads it; `what` says what to do. */
export type Destination =
  | 'import'
  | 'validate'
  | 'accessDenied'
  | 'activity'
  | 'link'
  | 'workspace'
  | 'draft'
  | 'preset'
  | 'resources'
  | 'none';

export interface Recognized {
  readonly kind: RecognizedKind;
  readonly confidence: Confidence;
  readonly destination: Destination;
  /** What it is, to follow "This looks like": "an access denied message". */
  readonly title: string;
  /** One sentence: what can be done with it now. */
  readonly what: string;
  /** What the destination reads: the text, or the part of it that counts. */
  readonly text: string;
}

export interface Recognition {
  /** Best first, never empty; several where the text can be several things. */
  readonly kinds: readonly Recognized[];
}

/** A kind that a text can be, before it has its words. */
export interface Sighting {
  readonly kind: RecognizedKind;
  readonly confidence: Confidence;
  /** Other than the usual one of the kind: `none` where this form of it is not read. */
  readonly destination?: Destination;
  /** Other than the whole text. */
  readonly text?: string;
}
