import { camelCase } from '../../language/letterCase.ts';
import type { ExportPart } from '../planned.ts';
import { type Created, normal, resourcesMade, valueOf } from './exportCases.ts';

/** Reads what a program of Pulumi makes, whether Pulumi itself ran it or a stand-in. */

export const configInputsOf = (part: ExportPart) => [
  ...part.parameters,
  ...part.endpoints.map(({ endpointId }) => endpointId),
];

/** Configuration as Pulumi keeps it: lists as JSON, and in them what consists of digits as a number. */
export const configOf = (part: ExportPart): Readonly<Record<string, string>> =>
  Object.fromEntries(
    configInputsOf(part).map(({ name, placeholder, list }) => {
      const values = valueOf(name, placeholder);
      return [camelCase(name), list ? JSON.stringify(values.map(asKept)) : (values[0] ?? '')];
    }),
  );

const asKept = (value: string) => (/^[1-9]\d*$/.test(value) ? Number(value) : value);

export interface Made {
  readonly type: string;
  readonly inputs: any;
}

/** Attached resource → the type of Pulumi, and its inputs with the resource and the policy. */
const resourcePolicyTypes = {
  modelPackageGroup: [
    'aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy',
    'modelPackageGroupName',
    'resourcePolicy',
  ],
  bucket: ['aws:s3/bucketPolicy:BucketPolicy', 'bucket', 'policy'],
  key: ['aws:kms/keyPolicy:KeyPolicy', 'keyId', 'policy'],
  repository: ['aws:ecr/repositoryPolicy:RepositoryPolicy', 'repository', 'policy'],
} as const;

type InputsOfType = (type: string) => readonly any[];

const policyOf = (text: string) => normal(JSON.parse(text));

function permissionSetMade({ name, description }: any, ofType: InputsOfType) {
  const attached = (type: string) =>
    ofType(`aws:ssoadmin/${type}`).filter(({ permissionSetArn }) => permissionSetArn === name);
  const [inline] = attached('permissionSetInlinePolicy:PermissionSetInlinePolicy');
  const [boundary] = attached('permissionsBoundaryAttachment:PermissionsBoundaryAttachment');
  return {
    description,
    ...(inline ? { inline: policyOf(inline.inlinePolicy) } : {}),
    managed: attached('customerManagedPolicyAttachment:CustomerManagedPolicyAttachment')
      .map((policy): string => policy.customerManagedPolicyReference.name)
      .sort(),
    ...(boundary ? { boundary: boundary.permissionsBoundary.customerManagedPolicyReference.name } : {}),
  };
}

/** What the resources of a program are. Each has its name as ID, policies their name as ARN. */
export function createdByProgram(resources: readonly Made[]): Created {
  const ofType = (type: string) =>
    resources.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
  const roles = ofType('aws:iam/role:Role');
  const of = (type: string, role: string) => ofType(type).filter((inputs) => inputs.role === role);
  const attachment = 'aws:iam/rolePolicyAttachment:RolePolicyAttachment';
  const inlinePolicy = 'aws:iam/rolePolicy:RolePolicy';
  const policiesOf = (role: string) => ({
    managed: of(attachment, role)
      .map(({ policyArn }): string => policyArn)
      .sort(),
    inline: Object.fromEntries(of(inlinePolicy, role).map((own) => [own.name, policyOf(own.policy)])),
  });
  const having = [...ofType(attachment), ...ofType(inlinePolicy)].map(({ role }): string => role);
  const existing = new Set(having.filter((role) => !roles.some(({ name }) => name === role)));
  return {
    policies: Object.fromEntries(
      ofType('aws:iam/policy:Policy').map(({ name, policy }) => [name, policyOf(policy)]),
    ),
    roles: Object.fromEntries(
      roles.map(({ name, assumeRolePolicy, permissionsBoundary }) => [
        name,
        {
          trust: policyOf(assumeRolePolicy),
          ...policiesOf(name),
          ...(permissionsBoundary ? { boundary: permissionsBoundary } : {}),
        },
      ]),
    ),
    existing: Object.fromEntries([...existing].map((role) => [role, policiesOf(role)])),
    permissionSets: Object.fromEntries(
      ofType('aws:ssoadmin/permissionSet:PermissionSet').map((set) => [
        set.name,
        permissionSetMade(set, ofType),
      ]),
    ),
    endpoints: ofType('aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy').map(({ policy }) => policyOf(policy)),
    resourcePolicies: resourcesMade(resourcePolicyTypes, ofType, policyOf),
    organizationPolicies: Object.fromEntries(
      ofType('aws:organizations/policy:Policy').map(({ name, content }) => [name, policyOf(content)]),
    ),
    targets: Array.from(
      new Set(
        ofType('aws:organizations/policyAttachment:PolicyAttachment').map(({ targetId }): string => targetId),
      ),
    ).sort(),
  };
}
