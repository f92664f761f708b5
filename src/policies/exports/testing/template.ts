import { type Created, createdArnOf, normal, resourcesMade } from './exportCases.ts';
import type { Values } from './inputs.ts';

/** Reads what a template of CloudFormation makes, whether it was written as one or synthesized by the CDK. */

/** A template's value with its functions carried out, as the reference describes them. */
function resolved(value: any, values: Values): any {
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, values));
  if (typeof value !== 'object' || value === null) return value;
  const [name, argument] = Object.entries<any>(value)[0] ?? [];
  if (name === 'Ref') return values[argument] ?? `ref:${argument}`;
  if (name === 'Fn::GetAtt') return values[[argument].flat().join('.')] ?? `unknown:${argument}`;
  if (name === 'Fn::Sub')
    return argument.replace(/\$\{(!?)([^}]+)\}/g, (_: string, kept: string, inner: string) =>
      kept ? `\${${inner}}` : (values[inner] ?? `unknown:${inner}`),
    );
  if (name === 'Fn::Join') return resolved(argument[1], values).join(argument[0]);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, resolved(child, values)]));
}

/** The policy types that the template gives IAM, as text where it is text. */
const policyOf = (value: any) => normal(typeof value === 'string' ? JSON.parse(value) : value);

/** As the CDK is given them, names of properties begin with small letters; its library writes them as CloudFormation has them. */
function permissionSetOf({
  InstanceArn,
  Description,
  InlinePolicy,
  CustomerManagedPolicyReferences = [],
  PermissionsBoundary,
}: any): Created['permissionSets'][string] {
  if (!/^arn:aws:sso:::instance\//.test(InstanceArn)) throw new Error(`no instance: ${InstanceArn}`);
  const named = ({ Name, Path, name = Name, path = Path }: any): string => {
    if (path !== '/') throw new Error(`no path: ${path}`);
    return name;
  };
  const boundary =
    PermissionsBoundary?.CustomerManagedPolicyReference ??
    PermissionsBoundary?.customerManagedPolicyReference;
  return {
    description: Description,
    ...(InlinePolicy ? { inline: policyOf(InlinePolicy) } : {}),
    managed: CustomerManagedPolicyReferences.map(named).sort(),
    ...(boundary ? { boundary: named(boundary) } : {}),
  };
}

/** Attached resource → the type in a template, and its properties with the resource and the policy. */
const resourcePolicyTypes = {
  modelPackageGroup: [
    'AWS::SageMaker::ModelPackageGroup',
    'ModelPackageGroupName',
    'ModelPackageGroupPolicy',
  ],
  bucket: ['AWS::S3::BucketPolicy', 'Bucket', 'PolicyDocument'],
  repository: ['AWS::ECR::Repository', 'RepositoryName', 'RepositoryPolicyText'],
} as const;

type ResourcesOfType = (type: string) => readonly any[];

const policiesAttached = (role: string, ofType: ResourcesOfType) => ({
  managed: ofType('AWS::IAM::ManagedPolicy')
    .filter(([, { Roles = [] }]) => Roles.includes(role))
    .map(([, { ManagedPolicyName }]): string => ManagedPolicyName)
    .sort(),
  inline: Object.fromEntries(
    ofType('AWS::IAM::RolePolicy')
      .filter(([, { RoleName }]) => RoleName === role)
      .map(([, { PolicyName, PolicyDocument }]) => [PolicyName, policyOf(PolicyDocument)]),
  ),
});

/** What a template's resources are, parameters filled. */
export function createdByTemplate(template: any, given: Values): Created {
  const arns = Object.entries<any>(template.Resources ?? {}).flatMap(([id, { Type, Properties }]) =>
    Type === 'AWS::IAM::Role' ? [[`${id}.Arn`, createdArnOf(Properties.RoleName)]] : [],
  );
  const values = { ...given, ...Object.fromEntries(arns) };
  const entries = Object.entries<any>(resolved(template.Resources ?? {}, values));
  const ofType = (type: string) =>
    entries.filter(([, { Type }]) => Type === type).map(([id, { Properties }]) => [id, Properties]);
  const names = new Map(
    ofType('AWS::IAM::ManagedPolicy').map(([id, { ManagedPolicyName }]) => [`ref:${id}`, ManagedPolicyName]),
  );
  const named = (type: string, name: string, document: string) =>
    Object.fromEntries(
      ofType(type).map(([, properties]) => [properties[name], policyOf(properties[document])]),
    );
  const policiesOf = (role: string) => policiesAttached(role, ofType);
  const having: string[] = [
    ...ofType('AWS::IAM::ManagedPolicy').flatMap(([, { Roles = [] }]) => Roles),
    ...ofType('AWS::IAM::RolePolicy').map(([, { RoleName }]) => RoleName),
  ].filter((role: string) => !role.startsWith('ref:'));
  return {
    policies: named('AWS::IAM::ManagedPolicy', 'ManagedPolicyName', 'PolicyDocument'),
    roles: Object.fromEntries(
      ofType('AWS::IAM::Role').map(([id, role]) => [
        role.RoleName,
        {
          trust: policyOf(role.AssumeRolePolicyDocument),
          ...policiesOf(`ref:${id}`),
          ...(role.PermissionsBoundary ? { boundary: names.get(role.PermissionsBoundary) } : {}),
        },
      ]),
    ),
    existing: Object.fromEntries([...new Set(having)].map((role) => [role, policiesOf(role)])),
    permissionSets: Object.fromEntries(
      ofType('AWS::SSO::PermissionSet').map(([, properties]) => [
        properties.Name,
        permissionSetOf(properties),
      ]),
    ),
    endpoints: ofType('AWS::EC2::VPCEndpoint').map(([, { PolicyDocument }]) => policyOf(PolicyDocument)),
    resourcePolicies: resourcesMade(
      resourcePolicyTypes,
      (type) => ofType(type).map(([, properties]) => properties),
      policyOf,
    ),
    organizationPolicies: named('AWS::Organizations::Policy', 'Name', 'Content'),
    targets: Array.from(
      new Set(ofType('AWS::Organizations::Policy').flatMap(([, { TargetIds }]): string[] => TargetIds)),
    ).sort(),
  };
}

/**
 * Organizations refuses changes at the same time, so that each of its policies must wait for the one before: those that
 * wait for another one than they must, or for none.
 */
export function unchained({ Resources }: any): readonly string[] {
  const ids = Object.keys(Resources).filter((id) => Resources[id].Type === 'AWS::Organizations::Policy');
  return ids.filter((id, index) => [Resources[id].DependsOn].flat()[0] !== ids[index - 1]);
}
