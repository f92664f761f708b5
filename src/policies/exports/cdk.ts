import { environmentFiles } from './environmentFiles.ts';
import { endpointInput, endpointInputs } from './endpointInputs.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { commentLines, contentDescription, headerLines, oneLine } from './header.ts';
import { camelCase, pascalCase } from '../language/letterCase.ts';
import { NEW_ENDPOINTS, notesFile } from './newEndpoints.ts';
import type { Parameter, Reference } from './parameters.ts';
import { instanceArn, permissionSetDescription } from './permissionSets.ts';
import { descriptionOf, targetIds } from './plan.ts';
import {
  type ExistingRole,
  type ExportPart,
  isPermissions,
  isReferredTo,
  makesSomething,
  type PlannedEndpoint,
  type PlannedOrganizationPolicy,
  type PlannedPermissionSet,
  type PlannedPolicy,
  type PlannedResourcePolicy,
  type PlannedRole,
} from './planned.ts';
import { cdkForms } from './resourceForms.ts';
import { stackPlan } from './stackPlan.ts';
import { cdkImports } from './cdkImports.ts';
import { trustFiles } from './trustFiles.ts';
import {
  CHECK_FUNCTION,
  checkedConstant,
  documentLiteral,
  inComment,
  roleConstant,
  textLiteral,
  parameterType,
  type Values,
} from './typeScript.ts';

export const cdk: Exporter = {
  id: 'cdk',
  label: 'AWS CDK',
  help: 'A TypeScript stack. Missing values become constructor arguments.',
  makes: 'resources',
  notes: (set) => stackPlan(set).flatMap(({ notes }) => notes),
  write: (set) =>
    stackPlan(set).flatMap((part) => [
      stackFile(set, part),
      ...environmentFiles('cdk', set, part),
      ...trustFiles(part, `${part.name}.`),
    ]),
};

/**
 * Constructs of level 1: what is synthesised is the policy as it is here. Level 2 merges and sorts statements.
 * Source: https://docs.aws.amazon.com/cdk/v2/guide/constructs.html
 */
function stackFile(set: ExportSet, part: ExportPart): ExportedFile {
  if (!makesSomething(part)) return notesFile(set, part, cdk.label);
  const inputs = [...part.parameters, ...endpointInputs(part.endpoints)];
  const name = pascalCase(part.name);
  const header = headerLines(
    set,
    part,
    `Use it in an app: new ${name}Stack(app, '${part.name}'${inputs.length > 0 ? ', { … }' : ''});`,
    ...(part.endpoints.length > 0 ? [NEW_ENDPOINTS] : []),
  );
  const made = [
    ...part.policies.filter((policy) => !isPermissions(policy, part)).map((policy) => managed(policy, part)),
    ...part.roles.map((role) => roleCode(role, part)),
    ...part.roles.flatMap((role) =>
      role.inline.map((policy) => inlineCode(policy, '', `${roleConstant(role.id)}.ref`, part)),
    ),
    ...part.existing.flatMap((role) => existingCode(role, part)),
    ...part.policies.filter((policy) => isPermissions(policy, part)).map((policy) => managed(policy, part)),
    ...part.permissionSets.map((set) => permissionSetCode(set, part)),
    ...part.endpoints.map((endpoint) => endpointCode(endpoint, part)),
    ...part.resourcePolicies.flatMap((policy) => resourcePolicyCode(policy, part)),
    ...part.organizationPolicies.map((policy, index) =>
      control(policy, part, part.organizationPolicies[index - 1]),
    ),
  ];
  const text = [
    commentLines('//', header),
    cdkImports(part),
    ...(inputs.length > 0 ? [parametersType(name, inputs), CHECK_FUNCTION] : []),
    stackClass(name, inputs, made),
  ].join('\n\n');
  return {
    name: `${part.name}-stack.ts`,
    title: `AWS CDK: ${contentDescription(part)}`,
    text: `${text}\n`,
    mediaType: 'text/plain',
  };
}

function parametersType(name: string, inputs: readonly Parameter[]): string {
  const members = inputs.map(
    (input) =>
      `  /** ${inComment(input.description)} */\n  readonly ${camelCase(input.name)}: ${parameterType(input)};`,
  );
  return `export interface ${name}Parameters {\n${members.join('\n')}\n}`;
}

function stackClass(name: string, inputs: readonly Parameter[], made: readonly string[]): string {
  const argument = inputs.length > 0 ? `, parameters: ${name}Parameters` : '';
  const constants = inputs.map(
    (input) => `    ${checkedConstant(input, `parameters.${camelCase(input.name)}`)}\n`,
  );
  return `export class ${name}Stack extends cdk.Stack {
  constructor(scope: Construct, id: string${argument}, props?: cdk.StackProps) {
    super(scope, id, props);
${constants.join('')}${made.map((code) => `\n${code}\n`).join('')}  }
}`;
}

const INDENT = '      ';

/** A construct, assigned to a constant where another one needs it. */
function construct(
  type: string,
  id: string,
  keep: string | undefined,
  properties: readonly (readonly [string, string])[],
): string {
  const lines = properties.map(([key, value]) => `${INDENT}${key}: ${value},\n`).join('');
  const made = `new ${type}(this, ${textLiteral(pascalCase(id))}, {\n${lines}    });`;
  return `    ${keep === undefined ? '' : `const ${keep} = `}${made}`;
}

const constant = (id: string): string => `${camelCase(id)}Policy`;

const valuesOf = ({ parameters }: ExportPart, references: readonly Reference[]): Values => ({
  inputs: [...parameters, ...references],
  arnOf: ({ role }) => `${roleConstant(role)}.attrArn`,
});

/** A policy says which roles it is attached to, not a role which policies it has: a role's policy may name the role itself. */
function managed(policy: PlannedPolicy, part: ExportPart): string {
  const isBoundary = part.roles.some(({ boundary }) => boundary === policy);
  const roles = [
    ...part.roles.filter((role) => role.managed.includes(policy)).map(({ id }) => `${roleConstant(id)}.ref`),
    ...part.existing
      .filter((role) => role.managed.includes(policy))
      .flatMap((role) => existingConstants(role).map((name) => `${name}.roleName`)),
  ];
  return construct('iam.CfnManagedPolicy', policy.id, isBoundary ? constant(policy.id) : undefined, [
    ['managedPolicyName', textLiteral(policy.name)],
    ['policyDocument', documentLiteral(policy.document, valuesOf(part, policy.references), INDENT)],
    ...(roles.length > 0 ? [['roles', `[${roles.join(', ')}]`] as const] : []),
  ]);
}

function roleCode(role: PlannedRole, part: ExportPart): string {
  const isNamed = role.managed.length + role.inline.length > 0 || isReferredTo(role, part);
  return construct('iam.CfnRole', role.id, isNamed ? roleConstant(role.id) : undefined, [
    ['roleName', textLiteral(role.name)],
    ['assumeRolePolicyDocument', documentLiteral(role.trust, valuesOf(part, role.trustReferences), INDENT)],
    ...(role.boundary ? [['permissionsBoundary', `${constant(role.boundary.id)}.ref`] as const] : []),
  ]);
}

/** The constants of roles that exist: where there are several, each has one. */
const existingConstants = ({ id, arns }: ExistingRole): readonly string[] =>
  arns.map((_, index) => `${roleConstant(id)}${index === 0 ? '' : index + 1}`);

function existingCode(role: ExistingRole, part: ExportPart): readonly string[] {
  if (role.managed.length + role.inline.length === 0) return [];
  return existingConstants(role).flatMap((name, index) => [
    `    const ${name} = iam.Role.fromRoleArn(this, ${textLiteral(pascalCase(name))}, ${textLiteral(role.arns[index] ?? '')});`,
    ...role.inline.map((policy) =>
      inlineCode(policy, index === 0 ? '' : `-${index + 1}`, `${name}.roleName`, part),
    ),
  ]);
}

/** Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.CfnRolePolicy.html */
const inlineCode = (policy: PlannedPolicy, number: string, roleName: string, part: ExportPart): string =>
  construct('iam.CfnRolePolicy', `${policy.id}-inline${number}`, undefined, [
    ['policyName', textLiteral(policy.id)],
    ['roleName', roleName],
    ['policyDocument', documentLiteral(policy.document, valuesOf(part, policy.references), INDENT)],
  ]);

/** Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_sso.CfnPermissionSet.html */
function permissionSetCode(set: PlannedPermissionSet, part: ExportPart): string {
  const { id, name, managed: policies, inline, boundary } = set;
  const named = (policy: PlannedPolicy) => `{ name: ${textLiteral(policy.name)}, path: '/' }`;
  return construct('sso.CfnPermissionSet', id, undefined, [
    ['instanceArn', camelCase(instanceArn.name)],
    ['name', textLiteral(name)],
    ['description', textLiteral(permissionSetDescription(set))],
    ...(inline
      ? [['inlinePolicy', documentLiteral(inline.document, valuesOf(part, []), INDENT)] as const]
      : []),
    ...(policies.length > 0
      ? [['customerManagedPolicyReferences', `[${policies.map(named).join(', ')}]`] as const]
      : []),
    ...(boundary
      ? [['permissionsBoundary', `{ customerManagedPolicyReference: ${named(boundary)} }`] as const]
      : []),
  ]);
}

function endpointCode(endpoint: PlannedEndpoint, part: ExportPart): string {
  const { id, title, document, service, references } = endpoint;
  const { vpc, routeTables, subnets, securityGroups } = endpointInput;
  const copy = ({ name }: Parameter) => `[...${camelCase(name)}]`;
  const [before = '', after = ''] = (service?.name ?? '').split('<REGION>');
  const made = construct('ec2.CfnVPCEndpoint', id, undefined, [
    ['vpcId', camelCase(vpc.name)],
    ['serviceName', `\`${before}\${this.region}${after}\``],
    ...(service?.type === 'gateway'
      ? [['vpcEndpointType', "'Gateway'"] as const, ['routeTableIds', copy(routeTables)] as const]
      : [
          ['vpcEndpointType', "'Interface'"] as const,
          ['privateDnsEnabled', 'true'] as const,
          ['subnetIds', copy(subnets)] as const,
          ['securityGroupIds', copy(securityGroups)] as const,
        ]),
    ['policyDocument', documentLiteral(document, valuesOf(part, references), INDENT)],
  ]);
  return `    // ${oneLine(title)}\n${made}`;
}

function resourcePolicyCode(policy: PlannedResourcePolicy, part: ExportPart): readonly string[] {
  const { id, document, resource } = policy;
  if (resource.type === 'key') return [];
  const form = cdkForms[resource.type];
  const values = valuesOf(part, []);
  const keep = resource.type === 'bucket' ? undefined : constant(id);
  const made = construct(form.type, id, keep, [
    [form.resource, textLiteral(resource.name, values)],
    [form.policy, documentLiteral(document, values, INDENT)],
  ]);
  return [keep === undefined ? made : `${made}\n    ${keep}.applyRemovalPolicy(cdk.RemovalPolicy.RETAIN);`];
}

/** One after the other: Organizations refuses changes at the same time. */
function control(policy: PlannedOrganizationPolicy, part: ExportPart, before?: PlannedPolicy): string {
  const constantName = part.organizationPolicies.length > 1 ? constant(policy.id) : undefined;
  const made = construct('organizations.CfnPolicy', policy.id, constantName, [
    ['name', textLiteral(policy.name)],
    ['description', textLiteral(descriptionOf(policy))],
    ['type', textLiteral(policy.type)],
    ['targetIds', `[...${camelCase(targetIds.name)}]`],
    ['content', documentLiteral(policy.document, valuesOf(part, policy.references), INDENT)],
  ]);
  if (before === undefined) return made;
  return `${made}\n    ${constant(policy.id)}.addDependency(${constant(before.id)});`;
}
