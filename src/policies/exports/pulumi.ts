import { Document } from 'yaml';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { comment, contentOf, headerLines, oneLine } from './header.ts';
import { camelCase } from './names.ts';
import type { Parameter } from './parameters.ts';
import { descriptionOf, planOf, targetIds } from './plan.ts';
import type { ExportPart, PlannedEndpoint, PlannedPolicy, PlannedRole } from './planned.ts';
import { CHECK_FUNCTION, checkedConstant, documentLiteral, textLiteral } from './typeScript.ts';
import { yamlText } from './yamlText.ts';

export const pulumi: Exporter = {
  id: 'pulumi',
  label: 'Pulumi',
  help: 'Programs in TypeScript. Open values become configuration.',
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
    file('index.ts', contentOf(part), 'text/plain', program(set, part, inputs)),
    file('Pulumi.yaml', 'project', 'application/yaml', project(set, part, inputs)),
    file('package.json', 'packages', 'application/json', packages(part)),
  ];
}

function program(set: ExportSet, part: ExportPart, inputs: readonly Parameter[]): string {
  const code = [
    ...part.policies.map((policy) => managed(policy, part)),
    ...part.roles.flatMap((role) => roleCode(role, part)),
    ...part.endpoints.map((endpoint) => endpointCode(endpoint, part)),
    ...part.serviceControl.flatMap((policy) => control(policy, part)),
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
    comment('//', headerLines(set, part, ...inputs.filter(({ list }) => list).map(listUsage))),
    [
      "import * as aws from '@pulumi/aws';",
      ...(inputs.length > 0 ? ["import * as pulumi from '@pulumi/pulumi';"] : []),
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

/**
 * Project file: https://www.pulumi.com/docs/iac/concepts/projects/project-file/. Lists have no type there: Pulumi would refuse
 * an account ID among texts, which it keeps as a number.
 */
function project(set: ExportSet, part: ExportPart, inputs: readonly Parameter[]): string {
  const entries = inputs
    .filter(({ list }) => !list)
    .map(({ name, description }) => [camelCase(name), { type: 'string', description: oneLine(description) }]);
  const document = new Document({
    name: part.name,
    runtime: 'nodejs',
    description: oneLine(`${set.name}: ${contentOf(part)}`).slice(0, 256),
    ...(entries.length > 0 ? { config: Object.fromEntries(entries) } : {}),
  });
  return yamlText(document);
}

const packages = (part: ExportPart): string =>
  `${JSON.stringify(
    {
      name: part.name,
      private: true,
      main: 'index.ts',
      dependencies: { '@pulumi/aws': '^7.0.0', '@pulumi/pulumi': '^3.142.0' },
    },
    null,
    2,
  )}\n`;

/** A resource, kept in a constant where another one needs it. */
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
const roleConstant = (id: string): string => `${camelCase(id)}Role`;

const documentText = ({ document }: PlannedPolicy, { parameters }: ExportPart): string =>
  `JSON.stringify(${documentLiteral(document, parameters, '  ')})`;

function managed(policy: PlannedPolicy, part: ExportPart): string {
  const used = part.roles.some(({ managed, boundary }) => boundary === policy || managed.includes(policy));
  return resource('aws.iam.Policy', policy.id, used ? policyConstant(policy.id) : undefined, [
    ['name', textLiteral(policy.name)],
    ['policy', documentText(policy, part)],
  ]);
}

function roleCode(role: PlannedRole, part: ExportPart): readonly string[] {
  const id = roleConstant(role.id);
  const used = role.managed.length + role.inline.length > 0;
  const trust = documentLiteral(role.trust, part.parameters, '  ');
  return [
    resource('aws.iam.Role', role.id, used ? id : undefined, [
      ['name', textLiteral(role.name)],
      ['assumeRolePolicy', `JSON.stringify(${trust})`],
      ...(role.boundary ? [['permissionsBoundary', `${policyConstant(role.boundary.id)}.arn`] as const] : []),
    ]),
    ...role.managed.map((policy) =>
      resource('aws.iam.RolePolicyAttachment', `${role.id}-${policy.id}`, undefined, [
        ['role', `${id}.name`],
        ['policyArn', `${policyConstant(policy.id)}.arn`],
      ]),
    ),
    ...role.inline.map((policy) =>
      resource('aws.iam.RolePolicy', `${role.id}-${policy.id}`, undefined, [
        ['name', textLiteral(policy.id)],
        ['role', `${id}.id`],
        ['policy', documentText(policy, part)],
      ]),
    ),
  ];
}

const endpointCode = (endpoint: PlannedEndpoint, part: ExportPart): string =>
  resource('aws.ec2.VpcEndpointPolicy', endpoint.id, undefined, [
    ['vpcEndpointId', camelCase(endpoint.endpointId.name)],
    ['policy', documentText(endpoint, part)],
  ]);

function control(policy: PlannedPolicy, part: ExportPart): readonly string[] {
  const id = policyConstant(policy.id);
  return [
    resource('aws.organizations.Policy', policy.id, id, [
      ['name', textLiteral(policy.name)],
      ['description', textLiteral(descriptionOf(policy))],
      ['type', "'SERVICE_CONTROL_POLICY'"],
      ['content', documentText(policy, part)],
    ]),
    `for (const targetId of ${camelCase(targetIds.name)}) {
  new aws.organizations.PolicyAttachment(\`${policy.id}-\${targetId}\`, { policyId: ${id}.id, targetId });
}`,
  ];
}
