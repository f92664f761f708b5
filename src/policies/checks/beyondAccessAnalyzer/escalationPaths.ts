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
   * Resources on which the step opens the path, with a name that nobody would write (`UNMEANT_NAME`). `named`: a statement that names
   * others limits the step. `free`: the holder chooses the name, so that naming resources limits nothing.
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
  /** What to do about it: a sentence without its full stop. */
  readonly limit: string;
}

/** A name that no policy means: only a pattern that takes in every name takes it in. */
export const UNMEANT_NAME = 'Zq8zq';

const iam = (type: string): readonly string[] => [
  `arn:*:iam::*:${type}/${UNMEANT_NAME}`,
  `arn:*:iam::*:${type}/${UNMEANT_NAME}/${UNMEANT_NAME}`,
];

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate */
const boundary: StepLimit = {
  key: 'iam:PermissionsBoundary',
  open: iam('policy'),
  why: 'The permissions boundary restricts the principal regardless of its policies.',
};

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html */
const attachedPolicy: StepLimit = {
  key: 'iam:PolicyARN',
  open: ['arn:*:iam::aws:policy/AdministratorAccess', ...iam('policy')],
  always: true,
  why: 'Only the named policies can be attached.',
};

const named = (action: string, on: readonly string[], limits: readonly StepLimit[] = []): Step => ({
  action,
  on,
  names: 'named',
  limits,
});

const free = (action: string, on: string, limits: readonly StepLimit[] = []): Step => ({
  action,
  on: [on],
  names: 'free',
  limits,
});

/**
 * Tags of the role are no limit: AWS says that `iam:ResourceTag` gives no reliable result with `iam:PassRole`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
const passRole = (
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

const sageMaker = (type: string): string => `arn:*:sagemaker:*:*:${type}/${UNMEANT_NAME}`;

const ownerTags: readonly StepLimit[] = ['aws:ResourceTag/', 'sagemaker:ResourceTag/'].map((key) => ({
  key,
  open: [UNMEANT_NAME],
  why: 'Only resources with this tag value, for example your own.',
}));

/** Calls that take a role and a container, a script or a definition of the caller’s. */
const sageMakerWithRole: readonly (readonly [action: string, type: string])[] = [
  ['CreateNotebookInstance', 'notebook-instance'],
  ['CreateTrainingJob', 'training-job'],
  ['CreateHyperParameterTuningJob', 'hyper-parameter-tuning-job'],
  ['CreateProcessingJob', 'processing-job'],
  ['CreateModel', 'model'],
  ['CreateMonitoringSchedule', 'monitoring-schedule'],
  ['CreatePipeline', 'pipeline'],
  ['UpdatePipeline', 'pipeline'],
  ['CreateDomain', 'domain'],
  ['CreateUserProfile', 'user-profile/*'],
  ['CreateCluster', 'cluster'],
];

const runsAs = (where: string): string => `run code ${where} as any role that trusts the service`;
const NAME_ROLES = 'list the roles that can be passed in Resource';

const inSageMaker: EscalationPath = {
  id: 'passRoleToSageMaker',
  needs: [passRole(['sagemaker.amazonaws.com'], ['arn:*:sagemaker:*:*:*'])],
  oneOf: sageMakerWithRole.map(([action, type]) => free(`sagemaker:${action}`, sageMaker(type))),
  gain: runsAs('in SageMaker'),
  limit: NAME_ROLES,
};

/** As `inSageMaker`, in other services that run code with a role. */
const elsewhere: readonly EscalationPath[] = [
  {
    id: 'passRoleToLambda',
    needs: [passRole(['lambda.amazonaws.com'], ['arn:*:lambda:*:*:*'])],
    oneOf: [free('lambda:CreateFunction', `arn:*:lambda:*:*:function:${UNMEANT_NAME}`)],
    gain: runsAs('in a Lambda function'),
    limit: NAME_ROLES,
  },
  {
    id: 'passRoleToEc2',
    // In China the principal of EC2 has a suffix: https://github.com/kubernetes/kops/issues/27
    needs: [passRole(['ec2.amazonaws.com'], ['arn:*:ec2:*:*:*'], ['ec2.amazonaws.com.cn'])],
    oneOf: [
      free('ec2:RunInstances', `arn:*:ec2:*:*:instance/${UNMEANT_NAME}`, [
        {
          key: 'ec2:InstanceProfile',
          open: iam('instance-profile'),
          why: 'Instances can start only with the named instance profiles.',
        },
      ]),
    ],
    gain: runsAs('on an EC2 instance'),
    limit: NAME_ROLES,
  },
  {
    id: 'passRoleToGlue',
    needs: [passRole(['glue.amazonaws.com'], ['arn:*:glue:*:*:*'])],
    oneOf: [free('glue:CreateJob', `arn:*:glue:*:*:job/${UNMEANT_NAME}`)],
    gain: runsAs('in a Glue job'),
    limit: NAME_ROLES,
  },
  {
    id: 'passRoleToCodeBuild',
    needs: [
      passRole(['codebuild.amazonaws.com'], ['arn:*:codebuild:*:*:*']),
      free('codebuild:StartBuild', `arn:*:codebuild:*:*:project/${UNMEANT_NAME}`),
    ],
    oneOf: [
      free('codebuild:CreateProject', `arn:*:codebuild:*:*:project/${UNMEANT_NAME}`, [
        {
          key: 'codebuild:serviceRole',
          open: iam('role'),
          why: 'Projects can be created only with the named roles.',
        },
      ]),
    ],
    gain: runsAs('in a CodeBuild project'),
    limit: NAME_ROLES,
  },
  {
    id: 'passRoleToCloudFormation',
    needs: [passRole(['cloudformation.amazonaws.com'], ['arn:*:cloudformation:*:*:*'])],
    oneOf: [
      free('cloudformation:CreateStack', `arn:*:cloudformation:*:*:stack/${UNMEANT_NAME}`, [
        { key: 'cloudformation:RoleArn', open: iam('role'), why: 'Stacks can use only the named roles.' },
        {
          key: 'cloudformation:TemplateUrl',
          open: [`https://${UNMEANT_NAME}.s3.amazonaws.com/${UNMEANT_NAME}`],
          why: 'Stacks can use only the named templates.',
        },
      ]),
    ],
    gain: 'create any resource with the permissions of any role that trusts CloudFormation',
    limit: NAME_ROLES,
  },
];

const ofPolicies: readonly EscalationPath[] = [
  ['CreatePolicyVersion', 'rewrite any customer managed policy'],
  ['SetDefaultPolicyVersion', 'restore an older version of any customer managed policy'],
].map(([action, gain]) => ({
  id: `${action}`,
  needs: [named(`iam:${action}`, iam('policy'))],
  gain: `${gain}`,
  limit: 'list the policies in Resource',
}));

const POLICIES_ATTACHED = [attachedPolicy, boundary];

const ofPrincipals: readonly EscalationPath[] = (
  [
    ['AttachRolePolicy', 'role', 'attach any policy to any role', POLICIES_ATTACHED],
    ['AttachUserPolicy', 'user', 'attach any policy to any user', POLICIES_ATTACHED],
    ['AttachGroupPolicy', 'group', 'attach any policy to any group', [attachedPolicy]],
    ['PutRolePolicy', 'role', 'write any inline policy into any role', [boundary]],
    ['PutUserPolicy', 'user', 'write any inline policy into any user', [boundary]],
    ['PutGroupPolicy', 'group', 'write any inline policy into any group', []],
    // A condition on the boundary names those whose boundary may be removed: it is no limit.
    ['DeleteRolePermissionsBoundary', 'role', 'remove the permissions boundary of any role', []],
    ['DeleteUserPermissionsBoundary', 'user', 'remove the permissions boundary of any user', []],
    ['UpdateAssumeRolePolicy', 'role', 'change a trust policy to assume any role', [boundary]],
    ['AddUserToGroup', 'group', 'add themselves to any group', []],
    ['CreateAccessKey', 'user', 'create access keys of any user', []],
    ['CreateLoginProfile', 'user', 'give any user a password', []],
    ['UpdateLoginProfile', 'user', 'change the password of any user', []],
  ] as const
).map(([action, type, gain, limits]) => ({
  id: action,
  needs: [named(`iam:${action}`, iam(type), limits)],
  gain,
  limit: `list the ${type}s in Resource${limits.length > 0 ? `, or add a condition on ${limits[0]?.key}` : ''}`,
}));

const notebook = [sageMaker('notebook-instance')];
const profile = [sageMaker('user-profile/*')];
const LIMIT_TO_OWNER = 'limit it to the caller’s resources, by name or owner tag';

const approvedScripts: StepLimit = {
  key: 'sagemaker:StudioLifecycleConfigArns',
  open: [sageMaker('studio-lifecycle-config')],
  why: 'Only the named lifecycle configurations can be attached.',
};

// A domain has many users: naming it limits nothing.
const updateDomain = (limits: readonly StepLimit[] = []): Step =>
  free('sagemaker:UpdateDomain', sageMaker('domain'), limits);

/** Notebooks and Studio of others: whoever gets into one acts as its role. */
const ofNotebooks: readonly EscalationPath[] = [
  {
    id: 'openNotebook',
    needs: [named('sagemaker:CreatePresignedNotebookInstanceUrl', notebook, ownerTags)],
    gain: 'open any notebook instance and act as its role',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'openStudio',
    needs: [named('sagemaker:CreatePresignedDomainUrl', profile, ownerTags)],
    gain: 'open Studio as any user profile and act as its role',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'openRemotely',
    needs: [named('sagemaker:StartSession', [sageMaker('space/*')], ownerTags)],
    gain: 'connect to any Studio space and act as its role',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'rewriteLifecycleConfig',
    needs: [
      named(
        'sagemaker:UpdateNotebookInstanceLifecycleConfig',
        [sageMaker('notebook-instance-lifecycle-config')],
        ownerTags,
      ),
    ],
    gain: 'change the startup script of other users’ notebook instances, which runs as root with the role of the instance',
    limit: 'list the lifecycle configurations in Resource',
  },
  {
    id: 'attachLifecycleConfig',
    needs: [
      free(
        'sagemaker:CreateNotebookInstanceLifecycleConfig',
        sageMaker('notebook-instance-lifecycle-config'),
      ),
      named('sagemaker:UpdateNotebookInstance', notebook, [
        ...ownerTags,
        {
          key: 'sagemaker:NotebookInstanceLifecycleConfigArns',
          open: [sageMaker('notebook-instance-lifecycle-config')],
          why: 'Only the named lifecycle configurations can be attached.',
        },
      ]),
    ],
    gain: 'run a script in notebook instances of other users, with the role of the instance',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'attachStudioLifecycleConfig',
    needs: [free('sagemaker:CreateStudioLifecycleConfig', sageMaker('studio-lifecycle-config'))],
    oneOf: [
      named('sagemaker:UpdateUserProfile', profile, [...ownerTags, approvedScripts]),
      named('sagemaker:UpdateSpace', [sageMaker('space/*')], [...ownerTags, approvedScripts]),
      updateDomain([approvedScripts]),
    ],
    gain: 'run a script in Studio apps of other users, with the role of the app',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'attachAppImageConfig',
    needs: [free('sagemaker:CreateAppImageConfig', sageMaker('app-image-config'))],
    // Naming the images limits nothing: the command of the configuration runs in any of them. Those that spaces name have none.
    oneOf: [named('sagemaker:UpdateUserProfile', profile, ownerTags), updateDomain()],
    gain: 'run a command in Studio apps of other users, with the role of the app',
    limit: LIMIT_TO_OWNER,
  },
  {
    id: 'rewriteAppImageConfig',
    needs: [named('sagemaker:UpdateAppImageConfig', [sageMaker('app-image-config')], ownerTags)],
    gain: 'change the command that Studio apps of other users start with, which runs with the role of the app',
    limit: 'list the app image configurations in Resource',
  },
  {
    id: 'changeNotebookRole',
    needs: [
      passRole(['sagemaker.amazonaws.com'], ['arn:*:sagemaker:*:*:*']),
      free('sagemaker:UpdateNotebookInstance', sageMaker('notebook-instance')),
    ],
    gain: 'give a notebook instance any role that trusts SageMaker',
    limit: NAME_ROLES,
  },
];

const ofFunctions: EscalationPath = {
  id: 'rewriteFunction',
  needs: [
    named('lambda:UpdateFunctionCode', [`arn:*:lambda:*:*:function:${UNMEANT_NAME}`], ownerTags.slice(0, 1)),
  ],
  gain: 'change the code of any Lambda function, which runs as its role',
  limit: 'list the functions in Resource',
};

export const escalationPaths: readonly EscalationPath[] = [
  ...ofPolicies,
  ...ofPrincipals,
  inSageMaker,
  ...elsewhere,
  ...ofNotebooks,
  ofFunctions,
];
