import { environmentFiles } from './environmentFiles.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { commentLines, contentDescription, headerLines } from './header.ts';
import { camelCase } from '../language/letterCase.ts';
import type { Parameter, Reference } from './parameters.ts';
import { instanceArn, permissionSetDescription } from './permissionSets.ts';
import { descriptionOf, planOf, targetIds } from './plan.ts';
import {
  type ExistingRole,
  type ExportPart,
  isPermissions,
  isReferredTo,
  namesOf,
  type PlannedEndpoint,
  type PlannedOrganizationPolicy,
  type PlannedPermissionSet,
  type PlannedPolicy,
  type PlannedResourcePolicy,
  type PlannedRole,
} from './planned.ts';
import { packagesFile, projectFile } from './pulumiProject.ts';
import { pulumiForms } from './resourceForms.ts';
import { trustFiles } from './trustFiles.ts';
import {
  CHECK_FUNCTION,
  checkedConstant,
  documentLiteral,
  roleConstant,
  textLiteral,
  type Values,
} from './typeScript.ts';

export const pulumi: Exporter = {
  id: 'pulumi',
  label: 'Pulumi',
  help: 'TypeScript programs. Missing values become configuration.',
  makes: 'resources',
  write: (set) => planOf(set).flatMap((part) => partFiles(set, part)),
};

function partFiles(set: ExportSet, part: ExportPart): readonly ExportedFile[] {
  const inputs = [...part.parameters, ...part.endpoints.map(({ endpointId }) => endpointId)];
  const file = (name: string, title: string, mediaType: string, text: string): ExportedFile => ({
    name: `${part.id}/${name}`,
    title: `Pulumi: ${title}`,
    mediaType,
    text,
  });
  return [
    file('index.ts', contentDescription(part), 'text/plain', program(set, part, inputs)),
    file('Pulumi.yaml', 'project', 'application/yaml', projectFile(set, part, inputs)),
    file('package.json', 'packages', 'application/json', packagesFile(part)),
    ...environmentFiles('pulumi', set, part),
    ...trustFiles(part, `${part.id}/`),
  ];
}

function program(set: ExportSet, part: ExportPart, inputs: readonly Parameter[]): string {
  const code = [
    ...part.policies.filter((policy) => !isPermissions(policy, part)).map((policy) => managed(policy, part)),
    ...part.roles.map((role) => roleCode(role, part)),
    ...part.policies.filter((policy) => isPermissions(policy, part)).map((policy) => managed(policy, part)),
    ...[...part.roles, ...part.existing].flatMap((role) => attachments(role, part)),
    ...part.permissionSets.flatMap((set) => permissionSetCode(set, part)),
    ...part.endpoints.map((endpoint) => endpointCode(endpoint, part)),
    ...part.resourcePolicies.map((policy) => resourcePolicy(policy, part)),
    ...part.organizationPolicies.flatMap((policy) => control(policy, part)),
  ];
  const config = inputs.map((input) =>
    checkedConstant(
      input,
      input.list
        ? `config.requireObject<readonly unknown[]>('${camelCase(input.name)}')`
        : `config.require('${camelCase(input.name)}')`,
    ),
  );
  const text = [
    commentLines('//', headerLines(set, part, ...inputs.filter(({ list }) => list).map(listUsage))),
    [
      "import * as aws from '@pulumi/aws';",
      ...(inputs.length > 0 || code.some((made) => made.includes('pulumi.jsonStringify('))
        ? ["import * as pulumi from '@pulumi/pulumi';"]
        : []),
    ].join('\n'),
    ...(inputs.length > 0
      ? [CHECK_FUNCTION, ['const config = new pulumi.Config();', ...config].join('\n')]
      : []),
    ...code,
  ].join('\n\n');
  return `${text}\n`;
}

/** How to give a list. An entry of digits becomes a number there, which the program reads as text. */
const listUsage = ({ name, description }: Parameter): string =>
  `pulumi config set --path '${camelCase(name)}[0]' <ID>, and so on. ${description}`;

/** A resource, assigned to a constant where another one needs it. */
function resource(
  type: string,
  id: string,
  keep: string | undefined,
  properties: readonly (readonly [string, string])[],
): string {
  const lines = properties.map(([key, value]) => `  ${key}: ${value},\n`).join('');
  const made = `new ${type}(${textLiteral(id)}, {\n${lines}});`;
  return keep === undefined ? made : `const ${keep} = ${made}`;
}

const policyConstant = (id: string): string => `${camelCase(id)}Policy`;

/** A document as the text of its JSON; an output of that text if it has the ARN of a role, which exists once the role does. */
function documentText(document: PolicyDocument, references: readonly Reference[], part: ExportPart): string {
  const values: Values = {
    inputs: [...part.parameters, ...references],
    arnOf: ({ role }) => `${roleConstant(role)}.arn`,
  };
  const stringify = references.length > 0 ? 'pulumi.jsonStringify' : 'JSON.stringify';
  return `${stringify}(${documentLiteral(document, values, '  ')})`;
}

const textOf = ({ document, references }: PlannedPolicy, part: ExportPart): string =>
  documentText(document, references, part);

function managed(policy: PlannedPolicy, part: ExportPart): string {
  const used =
    part.roles.some(({ boundary }) => boundary === policy) ||
    [...part.roles, ...part.existing].some(({ managed: attached }) => attached.includes(policy));
  return resource('aws.iam.Policy', policy.id, used ? policyConstant(policy.id) : undefined, [
    ['name', textLiteral(policy.name)],
    ['policy', textOf(policy, part)],
  ]);
}

function roleCode(role: PlannedRole, part: ExportPart): string {
  const isNamed = role.managed.length + role.inline.length > 0 || isReferredTo(role, part);
  return resource('aws.iam.Role', role.id, isNamed ? roleConstant(role.id) : undefined, [
    ['name', textLiteral(role.name)],
    ['assumeRolePolicy', documentText(role.trust, role.trustReferences, part)],
    ...(role.boundary ? [['permissionsBoundary', `${policyConstant(role.boundary.id)}.arn`] as const] : []),
  ]);
}

/** The policies of a role that is created, or of each of those that exist. */
function attachments(role: PlannedRole | ExistingRole, part: ExportPart): readonly string[] {
  if (!('arns' in role)) {
    const constant = roleConstant(role.id);
    return policiesOf(role, role.id, { id: `${constant}.id`, name: `${constant}.name` }, part);
  }
  return namesOf(role).flatMap((name, index) => {
    const literal = textLiteral(name);
    const id = `${role.id}${index === 0 ? '' : `-${index + 1}`}`;
    return policiesOf(role, id, { id: literal, name: literal }, part);
  });
}

/** The policies of one role, given its ID and name. */
function policiesOf(
  { managed: attached, inline }: PlannedRole | ExistingRole,
  id: string,
  of: { readonly id: string; readonly name: string },
  part: ExportPart,
): readonly string[] {
  return [
    ...attached.map((policy) =>
      resource('aws.iam.RolePolicyAttachment', `${id}-${policy.id}`, undefined, [
        ['role', of.name],
        ['policyArn', `${policyConstant(policy.id)}.arn`],
      ]),
    ),
    ...inline.map((policy) =>
      resource('aws.iam.RolePolicy', `${id}-${policy.id}`, undefined, [
        ['name', textLiteral(policy.id)],
        ['role', of.id],
        ['policy', textOf(policy, part)],
      ]),
    ),
  ];
}

/** Source: https://www.pulumi.com/registry/packages/aws/api-docs/ssoadmin/permissionset/ */
function permissionSetCode(set: PlannedPermissionSet, part: ExportPart): readonly string[] {
  const { inline, boundary } = set;
  const constant = `${camelCase(set.id)}PermissionSet`;
  const named = (policy: PlannedPolicy) => `{ name: ${textLiteral(policy.name)}, path: '/' }`;
  const attachment = (type: string, id: string, key: string, value: string) =>
    resource(`aws.ssoadmin.${type}`, id, undefined, [
      ['instanceArn', `${constant}.instanceArn`],
      ['permissionSetArn', `${constant}.arn`],
      [key, value],
    ]);
  return [
    resource('aws.ssoadmin.PermissionSet', set.id, constant, [
      ['instanceArn', camelCase(instanceArn.name)],
      ['name', textLiteral(set.name)],
      ['description', textLiteral(permissionSetDescription(set))],
    ]),
    ...(inline
      ? [attachment('PermissionSetInlinePolicy', set.id, 'inlinePolicy', textOf(inline, part))]
      : []),
    ...set.managed.map((policy) =>
      attachment(
        'CustomerManagedPolicyAttachment',
        `${set.id}-${policy.id}`,
        'customerManagedPolicyReference',
        named(policy),
      ),
    ),
    ...(boundary
      ? [
          attachment(
            'PermissionsBoundaryAttachment',
            set.id,
            'permissionsBoundary',
            `{ customerManagedPolicyReference: ${named(boundary)} }`,
          ),
        ]
      : []),
  ];
}

const endpointCode = (endpoint: PlannedEndpoint, part: ExportPart): string =>
  resource('aws.ec2.VpcEndpointPolicy', endpoint.id, undefined, [
    ['vpcEndpointId', camelCase(endpoint.endpointId.name)],
    ['policy', textOf(endpoint, part)],
  ]);

function resourcePolicy(policy: PlannedResourcePolicy, part: ExportPart): string {
  const form = pulumiForms[policy.resource.type];
  return resource(form.type, policy.id, undefined, [
    [form.resource, textLiteral(policy.resource.name, { inputs: part.parameters, arnOf: () => '' })],
    [form.policy, textOf(policy, part)],
  ]);
}

function control(policy: PlannedOrganizationPolicy, part: ExportPart): readonly string[] {
  const id = policyConstant(policy.id);
  return [
    resource('aws.organizations.Policy', policy.id, id, [
      ['name', textLiteral(policy.name)],
      ['description', textLiteral(descriptionOf(policy))],
      ['type', textLiteral(policy.type)],
      ['content', textOf(policy, part)],
    ]),
    `for (const targetId of ${camelCase(targetIds.name)}) {
  new aws.organizations.PolicyAttachment(\`${policy.id}-\${targetId}\`, { policyId: ${id}.id, targetId });
}`,
  ];
}
