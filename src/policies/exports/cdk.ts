import { endpointInput, endpointInputs } from './endpointInputs.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { comment, contentOf, headerLines, oneLine } from './header.ts';
import { camelCase, pascalCase } from './names.ts';
import { NEW_ENDPOINTS, notesFile, withNewEndpoints } from './newEndpoints.ts';
import type { Parameter } from './parameters.ts';
import { descriptionOf, planOf, targetIds } from './plan.ts';
import {
  type ExportPart,
  makesSomething,
  type PlannedEndpoint,
  type PlannedPolicy,
  type PlannedRole,
} from './planned.ts';
import {
  CHECK_FUNCTION,
  checkedConstant,
  documentLiteral,
  inComment,
  textLiteral,
  typeOf,
} from './typeScript.ts';

export const cdk: Exporter = {
  id: 'cdk',
  label: 'AWS CDK',
  help: 'A stack in TypeScript. Open values become arguments of its constructor.',
  makes: 'resources',
  write: (set) => planOf(set).map((part) => stackFile(set, withNewEndpoints(part))),
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
    ...part.policies.map((policy) => managed(policy, part)),
    ...part.roles.map((role) => roleCode(role, part)),
    ...part.endpoints.map((endpoint) => endpointCode(endpoint, part)),
    ...part.serviceControl.map((policy, index) => control(policy, part, part.serviceControl[index - 1])),
  ];
  const text = [
    comment('//', header),
    imports(part),
    ...(inputs.length > 0 ? [parametersType(name, inputs), CHECK_FUNCTION] : []),
    stackClass(name, inputs, made),
  ].join('\n\n');
  return {
    name: `${part.name}-stack.ts`,
    title: `AWS CDK: ${contentOf(part)}`,
    text: `${text}\n`,
    mediaType: 'text/plain',
  };
}

const imports = ({ policies, roles, endpoints, serviceControl }: ExportPart): string =>
  [
    "import * as cdk from 'aws-cdk-lib';",
    ...(endpoints.length > 0 ? ["import * as ec2 from 'aws-cdk-lib/aws-ec2';"] : []),
    ...(policies.length + roles.length > 0 ? ["import * as iam from 'aws-cdk-lib/aws-iam';"] : []),
    ...(serviceControl.length > 0 ? ["import * as organizations from 'aws-cdk-lib/aws-organizations';"] : []),
    "import type { Construct } from 'constructs';",
  ].join('\n');

function parametersType(name: string, inputs: readonly Parameter[]): string {
  const members = inputs.map(
    (input) =>
      `  /** ${inComment(input.description)} */\n  readonly ${camelCase(input.name)}: ${typeOf(input)};`,
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

/** A construct, kept in a constant where another one needs it. */
function construct(
  type: string,
  id: string,
  keep: boolean,
  properties: readonly (readonly [string, string])[],
): string {
  const lines = properties.map(([key, value]) => `${INDENT}${key}: ${value},\n`).join('');
  const made = `new ${type}(this, ${textLiteral(pascalCase(id))}, {\n${lines}    });`;
  return `    ${keep ? `const ${constant(id)} = ` : ''}${made}`;
}

const constant = (id: string): string => `${camelCase(id)}Policy`;

function managed(policy: PlannedPolicy, { parameters, roles }: ExportPart): string {
  const used = roles.some(({ managed, boundary }) => boundary === policy || managed.includes(policy));
  return construct('iam.CfnManagedPolicy', policy.id, used, [
    ['managedPolicyName', textLiteral(policy.name)],
    ['policyDocument', documentLiteral(policy.document, parameters, INDENT)],
  ]);
}

function roleCode(role: PlannedRole, { parameters }: ExportPart): string {
  const inner = `${INDENT}    `;
  const inline = role.inline.map(
    ({ id, document }) =>
      `${INDENT}  {\n${inner}policyName: ${textLiteral(id)},\n${inner}policyDocument: ${documentLiteral(document, parameters, inner)},\n${INDENT}  },\n`,
  );
  return construct('iam.CfnRole', role.id, false, [
    ['roleName', textLiteral(role.name)],
    ['assumeRolePolicyDocument', documentLiteral(role.trust, parameters, INDENT)],
    ...(role.boundary ? [['permissionsBoundary', `${constant(role.boundary.id)}.ref`] as const] : []),
    ...(role.managed.length > 0
      ? [
          [
            'managedPolicyArns',
            `[${role.managed.map(({ id }) => `${constant(id)}.ref`).join(', ')}]`,
          ] as const,
        ]
      : []),
    ...(inline.length > 0 ? [['policies', `[\n${inline.join('')}${INDENT}]`] as const] : []),
  ]);
}

function endpointCode(endpoint: PlannedEndpoint, { parameters }: ExportPart): string {
  const { id, title, document, service } = endpoint;
  const { vpc, routeTables, subnets, securityGroups } = endpointInput;
  const copy = ({ name }: Parameter) => `[...${camelCase(name)}]`;
  const [before = '', after = ''] = (service?.name ?? '').split('<REGION>');
  const made = construct('ec2.CfnVPCEndpoint', id, false, [
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
    ['policyDocument', documentLiteral(document, parameters, INDENT)],
  ]);
  return `    // ${oneLine(title)}\n${made}`;
}

/** One after the other: Organizations refuses changes at the same time. */
function control(policy: PlannedPolicy, part: ExportPart, before?: PlannedPolicy): string {
  const made = construct('organizations.CfnPolicy', policy.id, part.serviceControl.length > 1, [
    ['name', textLiteral(policy.name)],
    ['description', textLiteral(descriptionOf(policy))],
    ['type', "'SERVICE_CONTROL_POLICY'"],
    ['targetIds', `[...${camelCase(targetIds.name)}]`],
    ['content', documentLiteral(policy.document, part.parameters, INDENT)],
  ]);
  if (before === undefined) return made;
  return `${made}\n    ${constant(policy.id)}.addDependency(${constant(before.id)});`;
}
