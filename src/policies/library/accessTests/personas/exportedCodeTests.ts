import { arn, mustAllow, mustDeny, object, type AccessTest } from '../accessTest.ts';

const iam = (name: string) => `arn:<PARTITION>:iam::<ACCOUNT_ID>:${name}`;
const role = iam('role/<CREATED_PREFIX>training-role');
const policy = iam('policy/<CREATED_PREFIX>training-role');
const other = iam('role/Administrator');
const boundary = { 'iam:PermissionsBoundary': iam('policy/<BOUNDARY_NAME>') };
const read = { activity: 'readRoles' };
const create = { activity: 'createRoles' };
const state = { activity: 'terraformState' };
const own = iam('role/Pipeline');
const takes = { trust: 'samePrincipals' };
const throughS3 = { 'kms:ViaService': 's3.<REGION>.amazonaws.com' };

const stack = arn('cloudformation', 'stack/<CREATED_PREFIX>roles/1');
const otherStack = arn('cloudformation', 'stack/zz-other/1');
const endpoint = arn('ec2', 'vpc-endpoint/vpce-0fffffffffffffff0');
const group = arn('sagemaker', 'model-package-group/zz-another-team');
const permissionSet = 'arn:<PARTITION>:sso:::permissionSet/ssoins-1111111111111111/ps-2222222222222222';
const tagPolicy = 'arn:<PARTITION>:organizations::<ACCOUNT_ID>:policy/o-zzanother01/tag_policy/p-0123456789';

/** Of what each role can have besides, which applies or plans what is beside the roles of the code. */
const beside = mustDeny([
  ['change-set', 'plans a stack of another team', 'cloudformation:CreateChangeSet', otherStack],
  ['stack-policy', 'changes the stack policy', 'cloudformation:SetStackPolicy', stack],
  ['instance', 'starts an EC2 instance', 'ec2:RunInstances', arn('ec2', 'instance/i-0fffffffffffffff0')],
  ['endpoint-tags', 'changes the tags of an endpoint', 'ec2:CreateTags', endpoint],
  [
    'endpoint-subnet',
    'creates an endpoint in another subnet',
    'ec2:CreateVpcEndpoint',
    arn('ec2', 'subnet/subnet-0fffffffffffffff0'),
  ],
  ['other-group', 'reads the policy of another group', 'sagemaker:GetModelPackageGroupPolicy', group],
  ['read-bucket', 'reads the policy of another bucket', 's3:GetBucketPolicy', object('zz-another-team')],
  ['read-key', 'reads the policy of another KMS key', 'kms:GetKeyPolicy', arn('kms', 'key/zz-another')],
  [
    'other-repository',
    'reads the policy of another repository',
    'ecr:GetRepositoryPolicy',
    arn('ecr', 'repository/zz-another-team'),
  ],
  ['assign', 'assigns a permission set', 'sso:CreateAccountAssignment', permissionSet],
  ['other-control', 'reads a tag policy', 'organizations:DescribePolicy', tagPolicy],
  ['change-control', 'changes a tag policy', 'organizations:UpdatePolicy', tagPolicy],
  ['attach-control', 'attaches a tag policy', 'organizations:AttachPolicy', tagPolicy],
  [
    'create-control',
    'creates a tag policy',
    'organizations:CreatePolicy',
    '*',
    { 'organizations:PolicyType': 'TAG_POLICY' },
  ],
  ['other-policy', 'reads another policy', 'iam:GetPolicyVersion', iam('policy/zz-another')],
  ['other-version', 'changes another policy', 'iam:CreatePolicyVersion', iam('policy/zz-another')],
  ['decrypt', 'decrypts with another KMS key', 'kms:Decrypt', arn('kms', 'key/zz-another'), throughS3],
]);

const reads = mustAllow([
  ['role', 'reads a role of the code', 'iam:GetRole', role, {}, read],
  ['policy', 'reads a policy of the code', 'iam:GetPolicyVersion', policy, {}, read],
  [
    'state-list',
    'lists the state',
    's3:ListBucket',
    object('<STATE_BUCKET>'),
    { 's3:prefix': '<STATE_PREFIX>/ml.tfstate' },
    state,
  ],
  [
    'workspaces',
    'looks for workspaces, as terraform init does',
    's3:ListBucket',
    object('<STATE_BUCKET>'),
    { 's3:prefix': 'env:/' },
    state,
  ],
  [
    'workspace',
    'reads the state of a workspace',
    's3:GetObject',
    object('<STATE_BUCKET>/env:/dev/<STATE_PREFIX>/ml.tfstate'),
    {},
    { ...state, when: { workspaces: 'on' } },
  ],
  [
    'lock',
    'writes the lock',
    's3:PutObject',
    object('<STATE_BUCKET>/<STATE_PREFIX>/ml.tfstate.tflock'),
    {},
    state,
  ],
  ['state', 'reads the state', 's3:GetObject', object('<STATE_BUCKET>/<STATE_PREFIX>/ml.tfstate'), {}, state],
  [
    'taken',
    'is assumed by the pipeline',
    'sts:AssumeRole',
    own,
    {},
    { ...takes, caller: '<TRUSTED_PRINCIPAL_ARN>' },
  ],
]);

const denials = mustDeny([
  [
    'other-state',
    'lists the state of others in the bucket',
    's3:ListBucket',
    object('<STATE_BUCKET>'),
    { 's3:prefix': 'zz-another-team/' },
  ],
  [
    'state-delete',
    'deletes the state',
    's3:DeleteObject',
    object('<STATE_BUCKET>/<STATE_PREFIX>/ml.tfstate'),
  ],
  [
    'own-stack',
    'deploys a stack of another team',
    'cloudformation:UpdateStack',
    arn('cloudformation', 'stack/zz-other/1'),
  ],
  ['other-key', 'sets the policy of another KMS key', 'kms:PutKeyPolicy', arn('kms', 'key/zz-another')],
  ['other-bucket', 'sets the policy of another bucket', 's3:PutBucketPolicy', object('zz-another-team')],
  ['other-role', 'reads another role', 'iam:GetRole', other],
  ['other-inline', 'reads an inline policy of another role', 'iam:GetRolePolicy', other],
  ['user', 'creates an IAM user', 'iam:CreateUser', iam('user/<CREATED_PREFIX>x')],
  ['key', 'creates an access key', 'iam:CreateAccessKey', iam('user/ben')],
  [
    'pass',
    'passes a role of the code',
    'iam:PassRole',
    role,
    { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
  ],
  ['data', 'reads data in S3', 's3:GetObject', object('zz-another-team/data.csv')],
  [
    'stranger',
    'is assumed by someone else',
    'sts:AssumeRole',
    own,
    {},
    { ...takes, caller: iam('user/ben') },
  ],
]);

export const planRole: readonly AccessTest[] = [
  ...reads,
  ...denials,
  ...beside,
  ...mustDeny([['update-stack', 'deploys a stack', 'cloudformation:UpdateStack', stack]]),
  ...mustDeny([
    ['create', 'creates a role', 'iam:CreateRole', role, boundary],
    ['attach', 'attaches a policy', 'iam:AttachRolePolicy', role, boundary],
    ['delete', 'deletes a role', 'iam:DeleteRole', role, boundary],
  ]),
];

export const applyRole: readonly AccessTest[] = [
  ...reads,
  ...mustAllow([
    ['create', 'creates a role with the boundary', 'iam:CreateRole', role, boundary, create],
    [
      'inline',
      'sets the inline policy of a role with the boundary',
      'iam:PutRolePolicy',
      role,
      boundary,
      create,
    ],
    [
      'attach',
      'attaches a policy of the code',
      'iam:AttachRolePolicy',
      role,
      { ...boundary, 'iam:PolicyARN': policy },
      create,
    ],
    ['trust', 'changes the trust policy of a role', 'iam:UpdateAssumeRolePolicy', role, boundary, create],
    ['remove', 'deletes a role of the code', 'iam:DeleteRole', role, boundary, create],
    ['version', 'changes a policy of the code', 'iam:CreatePolicyVersion', policy, {}, create],
  ]),
  ...denials,
  ...beside,
  ...mustDeny([
    ['no-boundary', 'creates a role without a boundary', 'iam:CreateRole', role],
    [
      'other-boundary',
      'creates a role with another boundary',
      'iam:CreateRole',
      role,
      { 'iam:PermissionsBoundary': iam('policy/Anything') },
    ],
    ['other-create', 'creates a role with another name', 'iam:CreateRole', other, boundary],
    [
      'administrator',
      'attaches AdministratorAccess',
      'iam:AttachRolePolicy',
      role,
      { ...boundary, 'iam:PolicyARN': 'arn:<PARTITION>:iam::aws:policy/AdministratorAccess' },
    ],
    [
      'remove-boundary',
      'removes the boundary of a role',
      'iam:DeleteRolePermissionsBoundary',
      role,
      boundary,
    ],
    ['change-boundary', 'changes the boundary', 'iam:CreatePolicyVersion', iam('policy/<BOUNDARY_NAME>')],
    [
      'other-trust',
      'changes the trust policy of another role',
      'iam:UpdateAssumeRolePolicy',
      other,
      boundary,
    ],
    [
      'unbound-trust',
      'changes the trust policy of a role without the boundary',
      'iam:UpdateAssumeRolePolicy',
      role,
    ],
    ['unbound-delete', 'deletes a role without the boundary', 'iam:DeleteRole', role],
  ]),
];
