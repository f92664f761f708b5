import { expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { exampleValues, fillExamples } from '../compose/exampleValues.ts';
import { defaultKeyPolicy, identityPolicies } from '../compose/appliedPolicies.ts';
import { chooseActivity, createDraft } from '../draft/createDraft.ts';
import { builtIn } from '../library/builtIn.ts';
import type { Draft, GuardrailPlacement } from '../model/draft.ts';
import { simulate } from '../simulate/simulate.ts';
import { exporters } from './index.ts';
import { setOf } from './testing/exportCases.ts';

/**
 * Each call that the exported code makes when it is applied is one that the apply role can make, and each that reads one that the
 * plan role can make. What the code makes is read in what the exporters write: a kind of resource without a line here fails.
 */

/** Every part, with its policies attached in both ways, and limits in the account and in the organization. */
const parts = (attach: 'managed' | 'inline', delivery: GuardrailPlacement): Draft =>
  fillExamples(
    createDraft(
      {
        personas: ['dataScientist', 'mlopsEngineer', 'trainingRole', 'sharedRegistry', 'vpcEndpoint'],
        trust: { dataScientist: { form: 'identityCenter', options: {} } },
        layout: 'perPersona',
        sizing: { attach, split: true, shorten: 'none' },
        limits: {
          chosen: [
            { guardrail: 'vpcOnly', options: {} },
            { guardrail: 'storePerimeter', options: {} },
          ],
          delivery,
          exemption: false,
          ceiling: 'services',
        },
      },
      builtIn,
    ),
    builtIn,
  );

const drafts = (['managed', 'inline'] as const).flatMap((attach) =>
  (['boundary', 'serviceControl'] as const).map((delivery) => parts(attach, delivery)),
);

const written = (id: string): string => {
  const exporter = exporters.find((one) => one.id === id);
  return drafts
    .flatMap((draft) => exporter?.write(setOf(draft)) ?? [])
    .map(({ text }) => text)
    .join('\n');
};

const found = (text: string, pattern: RegExp): readonly string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].toSorted();

/** Reads and writes; a name without a service is one of the service before it. */
type Calls = readonly [reads: string, writes: string];

const names = (list: string): readonly string[] => {
  let service = '';
  return list
    .split(' ')
    .filter(Boolean)
    .map((name) => {
      if (!name.includes(':')) return `${service}:${name}`;
      service = name.split(':')[0] ?? '';
      return name;
    });
};

/**
 * What the provider for Terraform calls for a resource, which that for Pulumi is made of.
 * Source: https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service
 */
const ofProvider: Readonly<Record<string, Calls>> = {
  iam_policy: [
    'iam:GetPolicy GetPolicyVersion ListPolicyVersions',
    'iam:CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion',
  ],
  iam_role: [
    'iam:GetRole ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies',
    'iam:CreateRole DeleteRole PutRolePermissionsBoundary UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription',
  ],
  iam_role_policy: ['iam:GetRolePolicy', 'iam:DeleteRolePolicy PutRolePolicy'],
  iam_role_policy_attachment: ['iam:ListAttachedRolePolicies', 'iam:AttachRolePolicy DetachRolePolicy'],
  ssoadmin_permission_set: [
    'sso:DescribePermissionSet ListTagsForResource',
    'sso:CreatePermissionSet DeletePermissionSet ProvisionPermissionSet UpdatePermissionSet',
  ],
  ssoadmin_permission_set_inline_policy: [
    'sso:DescribePermissionSetProvisioningStatus GetInlinePolicyForPermissionSet',
    'sso:DeleteInlinePolicyFromPermissionSet ProvisionPermissionSet PutInlinePolicyToPermissionSet',
  ],
  ssoadmin_customer_managed_policy_attachment: [
    'sso:ListCustomerManagedPolicyReferencesInPermissionSet',
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet',
  ],
  ssoadmin_permissions_boundary_attachment: [
    'sso:GetPermissionsBoundaryForPermissionSet',
    'sso:DeletePermissionsBoundaryFromPermissionSet PutPermissionsBoundaryToPermissionSet',
  ],
  vpc_endpoint_policy: ['ec2:DescribeVpcEndpoints', 'ec2:ModifyVpcEndpoint'],
  organizations_policy: [
    'organizations:DescribePolicy ListTagsForResource',
    'organizations:CreatePolicy DeletePolicy UpdatePolicy',
  ],
  organizations_policy_attachment: [
    'organizations:ListTargetsForPolicy',
    'organizations:AttachPolicy DetachPolicy',
  ],
  sagemaker_model_package_group_policy: [
    'sagemaker:GetModelPackageGroupPolicy',
    'sagemaker:DeleteModelPackageGroupPolicy PutModelPackageGroupPolicy',
  ],
  s3_bucket_policy: ['s3:GetBucketPolicy', 's3:DeleteBucketPolicy PutBucketPolicy'],
  kms_key_policy: ['kms:DescribeKey GetKeyPolicy GetKeyRotationStatus ListResourceTags', 'kms:PutKeyPolicy'],
  ecr_repository_policy: ['ecr:GetRepositoryPolicy', 'ecr:DeleteRepositoryPolicy SetRepositoryPolicy'],
};

/**
 * What CloudFormation calls for a resource, which the CDK’s constructs are made of: the permissions of its handlers, without those for
 * properties that the templates don’t have, such as groups and tags.
 * Source: https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html
 */
const ofHandler: Readonly<Record<string, Calls>> = {
  'IAM::ManagedPolicy': [
    'iam:GetPolicy GetPolicyVersion ListEntitiesForPolicy ListPolicyVersions',
    'iam:AttachRolePolicy CreatePolicy CreatePolicyVersion DeletePolicy DeletePolicyVersion DetachRolePolicy',
  ],
  'IAM::Role': [
    'iam:GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies',
    'iam:CreateRole DeleteRole DeleteRolePolicy PutRolePermissionsBoundary PutRolePolicy UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription',
  ],
  'IAM::RolePolicy': ['iam:GetRolePolicy', 'iam:DeleteRolePolicy PutRolePolicy'],
  'SSO::PermissionSet': [
    'sso:DescribePermissionSet GetInlinePolicyForPermissionSet GetPermissionsBoundaryForPermissionSet ListCustomerManagedPolicyReferencesInPermissionSet ListManagedPoliciesInPermissionSet ListTagsForResource',
    'sso:AttachCustomerManagedPolicyReferenceToPermissionSet CreatePermissionSet DeletePermissionSet ProvisionPermissionSet PutInlinePolicyToPermissionSet PutPermissionsBoundaryToPermissionSet UpdatePermissionSet',
  ],
  'EC2::VPCEndpoint': [
    'ec2:DescribeVpcEndpoints',
    'ec2:CreateVpcEndpoint DeleteVpcEndpoints ModifyVpcEndpoint',
  ],
  'Organizations::Policy': [
    'organizations:DescribePolicy ListTagsForResource ListTargetsForPolicy',
    'organizations:AttachPolicy CreatePolicy DeletePolicy DetachPolicy UpdatePolicy',
  ],
  'SageMaker::ModelPackageGroup': [
    'sagemaker:DescribeModelPackageGroup GetModelPackageGroupPolicy ListTags',
    'sagemaker:CreateModelPackageGroup DeleteModelPackageGroupPolicy PutModelPackageGroupPolicy',
  ],
  'S3::BucketPolicy': ['s3:GetBucketPolicy', 's3:DeleteBucketPolicy PutBucketPolicy'],
  'ECR::Repository': [
    'ecr:DescribeRepositories GetLifecyclePolicy GetRepositoryPolicy ListTagsForResource',
    'ecr:CreateRepository DeleteRepositoryPolicy SetRepositoryPolicy',
  ],
};

const stackCalls: Calls = [
  'cloudformation:CreateChangeSet DescribeChangeSet DescribeStackEvents DescribeStacks GetTemplateSummary',
  'cloudformation:DeleteStack ExecuteChangeSet',
];

const pascal = (text: string): string =>
  text.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** `aws s3api get-bucket-policy` → s3:GetBucketPolicy. Anyone can make the one call of STS. */
const cliCalls = (text: string): Calls => {
  const services: Readonly<Record<string, string>> = { s3api: 's3', 'sso-admin': 'sso' };
  const calls = [...text.matchAll(/\baws ([a-z0-9-]+) ([a-z][a-z0-9-]+-[a-z0-9-]+)/g)]
    .filter(([, service]) => service !== 'sts')
    .map(([, service = '', command = '']) => `${services[service] ?? service}:${pascal(command)}`);
  const isRead = (call: string) => /:(Describe|Get|List)/.test(call);
  return [calls.filter(isRead).join(' '), calls.filter((call) => !isRead(call)).join(' ')];
};

const rowsOf = (
  found: readonly string[],
  table: Readonly<Record<string, Calls>>,
): readonly (readonly [kind: string, calls: Calls | undefined])[] =>
  found.map((kind) => [kind, table[kind]] as const);

/** Exporter id → each kind of resource that it writes, with its calls. */
const made = {
  terraform: rowsOf(found(written('terraform'), /^resource "aws_(\w+)"/gm), ofProvider),
  cloudFormation: rowsOf(
    found(
      written('cloudFormation'),
      /\bType: ["']?AWS::(?!EC2::VPC::|EC2::Subnet::|EC2::SecurityGroup::)([A-Za-z0-9]+::[A-Za-z0-9]+)["']?$/gm,
    ),
    ofHandler,
  ),
  cdk: rowsOf(
    found(written('cdk'), /\bnew (\w+\.Cfn(?!Parameter|Output)\w+)\(/g).map((name) => {
      const services: Readonly<Record<string, string>> = {
        iam: 'IAM',
        sso: 'SSO',
        ec2: 'EC2',
        s3: 'S3',
        ecr: 'ECR',
        sagemaker: 'SageMaker',
        organizations: 'Organizations',
      };
      const [service = '', kind = ''] = name.split('.Cfn');
      return `${services[service] ?? service}::${kind}`;
    }),
    ofHandler,
  ),
  pulumi: rowsOf(
    found(written('pulumi'), /\bnew aws\.(\w+\.\w+)\(/g).map((name) => {
      const [service = '', kind = ''] = name.split('.');
      // The provider names resources of a VPC without the service.
      return `${service === 'ec2' ? '' : `${service}_`}${kind.replace(/(?<=[a-z])([A-Z])/g, '_$1').toLowerCase()}`;
    }),
    ofProvider,
  ),
  awsCli: [['script', cliCalls(written('awsCli'))] as const],
  stacks: [['stack', stackCalls] as const],
};

/** Each activity that the persona offers, with everything that its options add. */
const withAll = (persona: string): Draft => {
  const offered = builtIn.personaById.get(persona)?.activities ?? [];
  const chosen = offered.map(({ activity }) => {
    const choice = chooseActivity(activity, builtIn);
    const create = 'create' in choice.options || activity === 'setEndpointPolicies';
    return create ? { ...choice, options: { ...choice.options, create: 'on' } } : choice;
  });
  return fillExamples(
    createDraft({ personas: [persona], activities: { [persona]: chosen } }, builtIn),
    builtIn,
  );
};

const account = '111122223333';
const value = (id: string): string => {
  const variable = builtIn.variables.find((one) => one.id === id);
  return (variable && exampleValues(variable, 'aws')[0]) ?? '';
};
const prefix = value('createdPrefixes');

/** The resource that a call of the exported code is about. */
function resourcesOf(action: string): readonly string[] {
  const [service = '', name = ''] = action.split(':');
  const regional = (of: string, resource: string) =>
    `arn:aws:${of}:${value('region')}:${account}:${resource}`;
  if (service === 'iam')
    return [`arn:aws:iam::${account}:${/Role/.test(name) ? 'role' : 'policy'}/${prefix}training-role`];
  if (service === 'ec2')
    return name.startsWith('Describe')
      ? ['*']
      : [
          regional('ec2', 'vpc-endpoint/vpce-1'),
          ...(name.startsWith('Create')
            ? [regional('ec2', 'vpc/vpc-1'), regional('ec2', `subnet/${value('subnetIds')}`)]
            : []),
        ];
  if (service === 'sso')
    return ['arn:aws:sso:::instance/ssoins-1', 'arn:aws:sso:::permissionSet/ssoins-1/ps-1'];
  if (service === 'organizations') {
    const organization = value('organizationId');
    const policy = `arn:aws:organizations::${account}:policy/${organization}/resource_control_policy/p-1`;
    if (name === 'ListPolicies') return ['*'];
    const target = `arn:aws:organizations::${account}:ou/${organization}/ou-1`;
    return /^(Attach|Detach)/.test(name) ? [policy, target] : [policy];
  }
  if (service === 'sagemaker')
    return [regional('sagemaker', `model-package-group/${value('sharedModelGroup')}`)];
  if (service === 's3') return [`arn:aws:s3:::${value('sharedModelArtifacts').split('/')[0]}`];
  if (service === 'kms') return [value('registryKeyArns')];
  if (service === 'ecr') return [regional('ecr', `repository/${value('sharedModelRepository')}`)];
  return [regional('cloudformation', `stack/${prefix}account/1`)];
}

const context = {
  'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/${value('boundaryName')}`,
  'iam:PolicyARN': `arn:aws:iam::${account}:policy/${prefix}training-role`,
  'organizations:PolicyType': 'RESOURCE_CONTROL_POLICY',
};

const refusedBy = (persona: string, calls: readonly string[]): readonly string[] => {
  const documents = compose(withAll(persona), builtIn);
  return [...new Set(calls)].filter((action) => {
    const resource = action.startsWith('kms:') ? { resource: defaultKeyPolicy('aws', account) } : {};
    const { set } = identityPolicies(documents, persona, resource);
    return resourcesOf(action).some(
      (arn) =>
        simulate(
          { principal: `arn:aws:iam::${account}:role/Pipeline`, action, resource: { arn }, context },
          set,
        ).verdict !== 'allowed',
    );
  });
};

it.each(Object.entries(made))('%s: what it makes has its calls here', (_, rows) => {
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(([, calls]) => !calls).map(([kind]) => kind)).toEqual([]);
});

it.each(Object.entries(made))(
  '%s: the apply role can make every call, the plan role every call that reads',
  (_, rows) => {
    const reads = rows.flatMap(([, calls]) => names(calls?.[0] ?? ''));
    const writes = rows.flatMap(([, calls]) => names(calls?.[1] ?? ''));
    expect(reads.length).toBeGreaterThan(3);
    expect(writes.length).toBeGreaterThan(1);
    expect(refusedBy('applyRole', [...reads, ...writes])).toEqual([]);
    expect(refusedBy('planRole', reads)).toEqual([]);
  },
);

it('the plan role can make none of the calls that change the account', () => {
  const writes = Object.values(made)
    .flat()
    .flatMap(([, calls]) => names(calls?.[1] ?? ''));
  const unique = [...new Set(writes)];
  expect(refusedBy('planRole', unique)).toEqual(unique);
});
