/**
 * Permissions that together give their holder more than the policy says, as data: what each step needs, and what limits it.
 * Sources: https://rhinosecuritylabs.com/aws/aws-privilege-escalation-methods-mitigation/ and https://pathfinding.cloud for the
 * paths; for keys and resource types, the service authorization reference.
 */

/** A condition key that can close a path. */
export interface StepLimit {
  /** The key; one that ends with a slash means every key with that prefix. */
  readonly key: string;
  /** A value, or an ARN, with which the path is open. A condition that this value meets does not limit the path. */
  readonly open: readonly string[];
  /** Values with which the path is open in another partition than `aws`: allowing them limits nothing, denying them closes nothing. */
  readonly openElsewhere?: readonly string[];
  /** The request always has the key, so that `…IfExists` limits as well. */
  readonly always?: true;
  /** Why the key limits the path, for readers of this table. */
  readonly why: string;
}

export interface Step {
  readonly action: string;
  /**
   * Resources on which the step opens the path, with a name that no policy contains (`UNMEANT_NAME`). `named`: a statement that lists
   * other resources restricts the step. `free`: the principal chooses the name, so a list of resources restricts nothing.
   */
  readonly on: readonly string[];
  readonly names: 'named' | 'free';
  readonly limits: readonly StepLimit[];
}

/** The holder needs every step of `needs`, and one of `oneOf` where there are some. */
export interface EscalationPath {
  readonly id: string;
  readonly needs: readonly Step[];
  readonly oneOf?: readonly Step[];
  /** "The holder can …" */
  readonly gain: string;
  /** Ways to end the finding, the first of them that ends it is shown. See `adviceOf`. */
  readonly advice: readonly Advice[];
}

/** What to do about steps of a path, so that they are no longer open. */
export interface Advice {
  /** A sentence without its full stop. */
  readonly text: string;
  readonly actions: readonly string[];
  /** Each of these alone closes the steps: naming resources, a condition on a key, or not allowing the action at all. */
  readonly by: readonly ('name' | 'remove' | { readonly key: string })[];
}

/** A name that no policy means: only a pattern that covers every name covers it. */
export const UNMEANT_NAME = 'Zq8zq';

export const iam = (type: string): readonly string[] => [
  `arn:*:iam::*:${type}/${UNMEANT_NAME}`,
  `arn:*:iam::*:${type}/${UNMEANT_NAME}/${UNMEANT_NAME}`,
];

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate */
export const boundary: StepLimit = {
  key: 'iam:PermissionsBoundary',
  open: iam('policy'),
  why: 'The permissions boundary restricts the principal regardless of its policies.',
};

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
export const attachedPolicy: StepLimit = {
  key: 'iam:PolicyARN',
  open: ['arn:*:iam::aws:policy/AdministratorAccess', ...iam('policy')],
  always: true,
  why: 'Only the named policies can be attached.',
};

export const named = (action: string, on: readonly string[], limits: readonly StepLimit[] = []): Step => ({
  action,
  on,
  names: 'named',
  limits,
});

export const free = (action: string, on: string, limits: readonly StepLimit[] = []): Step => ({
  action,
  on: [on],
  names: 'free',
  limits,
});

/**
 * Tags of the role are no limit: AWS says that `iam:ResourceTag` gives no reliable result with `iam:PassRole`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export const passRole = (
  services: readonly string[],
  resources: readonly string[],
  openElsewhere: readonly string[] = [],
): Step =>
  named('iam:PassRole', iam('role'), [
    {
      key: 'iam:PassedToService',
      open: services,
      openElsewhere,
      always: true,
      why: 'The role can be passed to other services only. Limiting it to the service of this path has no effect.',
    },
    {
      key: 'iam:AssociatedResourceArn',
      open: resources,
      why: 'The role can be passed only for resources of another kind.',
    },
  ]);

export const ownerTags: readonly StepLimit[] = ['aws:ResourceTag/', 'sagemaker:ResourceTag/'].map((key) => ({
  key,
  open: [UNMEANT_NAME],
  why: 'Only resources with this tag value, for example your own.',
}));

/** What to do about the only step of a path. */
export const limited = (text: string, step: string, ...keys: readonly string[]): readonly Advice[] => [
  { text, actions: [step], by: ['name', ...keys.map((key) => ({ key }))] },
];

export const runsAs = (where: string): string =>
  `run code ${where} with the permissions of any role that trusts the service`;
export const NAME_ROLES = limited('list the roles that can be passed in Resource', 'iam:PassRole');
