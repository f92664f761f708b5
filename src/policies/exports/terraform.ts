import { environmentFiles } from './environmentFiles.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { type Block, block, hcl, rawAttribute, stringExpression, textAttribute } from './hcl.ts';
import { commentLines, contentDescription, headerLines } from './header.ts';
import { snakeCase } from '../language/letterCase.ts';
import type { PolicyDocument } from '../language/policy.ts';
import type { Input, Parameter, Reference } from './parameters.ts';
import { descriptionOf, planOf, targetIds } from './plan.ts';
import {
  type ExistingRole,
  type ExportPart,
  namesOf,
  type PlannedOrganizationPolicy,
  type PlannedPolicy,
  type PlannedResourcePolicy,
  type PlannedRole,
} from './planned.ts';
import { terraformForms } from './resourceForms.ts';
import { documentBlocks, documentExpression } from './terraformDocuments.ts';
import { permissionSetBlocks } from './terraformPermissionSets.ts';
import { trustFiles } from './trustFiles.ts';

/** `minified_json` of a policy document is there from this version of the provider on. */
const PROVIDER = '>= 5.49.0';

export const terraform: Exporter = {
  id: 'terraform',
  label: 'Terraform',
  help: 'Policy documents, roles, and attachments. Missing values become variables.',
  makes: 'resources',
  write: (set) => planOf(set).flatMap((part) => partFiles(set, part)),
};

function partFiles(set: ExportSet, part: ExportPart): readonly ExportedFile[] {
  const parameters = [...part.parameters, ...part.endpoints.map(({ endpointId }) => endpointId)];
  const file = (name: string, blocks: readonly Block[], title: string): ExportedFile => ({
    name: `${part.id}/${name}`,
    title,
    text: `${commentLines('#', headerLines(set, part))}\n\n${hcl(blocks)}`,
    mediaType: 'text/plain',
  });
  return [
    file(
      'main.tf',
      [
        versions,
        ...part.policies.flatMap((policy) => managed(policy, part)),
        ...part.roles.flatMap((role) => roleBlocks(role, part)),
        ...part.existing.flatMap((role) => existingBlocks(role, part)),
        ...part.permissionSets.flatMap((set) => permissionSetBlocks(set, part)),
        ...part.endpoints.flatMap((endpoint) => endpointBlocks(endpoint, part)),
        ...part.resourcePolicies.flatMap((policy) => resourceBlocks(policy, part)),
        ...part.organizationPolicies.flatMap((policy) => controlBlocks(policy, part)),
      ],
      `Terraform: ${contentDescription(part)}`,
    ),
    ...(parameters.length > 0
      ? [file('variables.tf', parameters.map(variable), 'Terraform: variables')]
      : []),
    ...environmentFiles('terraform', set, part),
    ...trustFiles(part, `${part.id}/`),
  ];
}

const versions = block(
  'terraform',
  block('required_providers', {
    key: 'aws',
    value: ['{', '  source  = "hashicorp/aws"', `  version = "${PROVIDER}"`, '}'],
  }),
);

function variable(parameter: Parameter): Block {
  const { name, description, pattern, refused, list } = parameter;
  return block(
    `variable "${snakeCase(name)}"`,
    textAttribute('description', description),
    rawAttribute('type', list ? 'list(string)' : 'string'),
    rawAttribute('nullable', 'false'),
    validation(parameter, `^(${pattern})$`, true),
    ...(refused === undefined ? [] : [validation(parameter, refused, false)]),
  );
}

/** Whether a pattern has to be found in a value, or must not be. RE2 has no look ahead that could say both. */
function validation({ name, rule, list }: Parameter, pattern: string, found: boolean): Block {
  const id = `var.${snakeCase(name)}`;
  const matches = `${found ? '' : '!'}can(regex("${pattern}", ${list ? 'value' : id}))`;
  return block(
    'validation',
    rawAttribute('condition', list ? `alltrue([for value in ${id} : ${matches}])` : matches),
    textAttribute('error_message', rule),
  );
}

/** What an export plans to write, with the roles that it names. */
interface PlannedDocument {
  readonly document: PolicyDocument;
  readonly references: readonly Reference[];
}

/** The blocks of a document with this name, and the expression for it. Compact where white space counts. */
function documentOf(id: string, planned: PlannedDocument, part: ExportPart, isCompact = false) {
  const inputs: readonly Input[] = [...part.parameters, ...planned.references];
  return {
    blocks: documentBlocks(id, planned.document, inputs),
    expression: documentExpression(id, planned.document, inputs, isCompact),
  };
}

function managed(policy: PlannedPolicy, part: ExportPart): readonly Block[] {
  const id = snakeCase(policy.id);
  const { blocks, expression } = documentOf(id, policy, part);
  return [
    ...blocks,
    block(
      `resource "aws_iam_policy" "${id}"`,
      textAttribute('name', policy.name),
      rawAttribute('policy', expression),
    ),
  ];
}

const boundaryArn = ({ id }: PlannedPolicy): string => `aws_iam_policy.${snakeCase(id)}.arn`;

function roleBlocks(role: PlannedRole, part: ExportPart): readonly Block[] {
  const id = snakeCase(role.id);
  const trust = `${id}_trust`;
  const { blocks, expression } = documentOf(
    trust,
    { document: role.trust, references: role.trustReferences },
    part,
  );
  return [
    ...blocks,
    block(
      `resource "aws_iam_role" "${id}"`,
      textAttribute('name', role.name),
      rawAttribute('assume_role_policy', expression),
      ...(role.boundary ? [rawAttribute('permissions_boundary', boundaryArn(role.boundary))] : []),
    ),
    ...policyBlocks(role, id, { id: `aws_iam_role.${id}.id`, name: `aws_iam_role.${id}.name` }, part),
  ];
}

/** Policies of roles that exist; where there are several, each has separate blocks. */
const existingBlocks = (role: ExistingRole, part: ExportPart): readonly Block[] =>
  namesOf(role).flatMap((name, index) => {
    const id = `${snakeCase(role.id)}${index === 0 ? '' : `_${index + 1}`}`;
    const expression = stringExpression(name);
    return policyBlocks(role, id, { id: expression, name: expression }, part);
  });

/** The policies of one role, given its ID and name. */
function policyBlocks(
  role: PlannedRole | ExistingRole,
  id: string,
  of: { readonly id: string; readonly name: string },
  part: ExportPart,
): readonly Block[] {
  const inline = role.inline.flatMap((policy) => {
    const name = `${id}_${snakeCase(policy.id)}`;
    const { blocks, expression } = documentOf(name, policy, part);
    return [
      ...blocks,
      block(
        `resource "aws_iam_role_policy" "${name}"`,
        textAttribute('name', policy.id),
        rawAttribute('role', of.id),
        rawAttribute('policy', expression),
      ),
    ];
  });
  return [
    ...inline,
    ...role.managed.map((policy) =>
      block(
        `resource "aws_iam_role_policy_attachment" "${id}_${snakeCase(policy.id)}"`,
        rawAttribute('role', of.name),
        rawAttribute('policy_arn', `aws_iam_policy.${snakeCase(policy.id)}.arn`),
      ),
    ),
  ];
}

function endpointBlocks(endpoint: ExportPart['endpoints'][number], part: ExportPart): readonly Block[] {
  const id = snakeCase(endpoint.id);
  const { blocks, expression } = documentOf(id, endpoint, part, true);
  return [
    ...blocks,
    block(
      `resource "aws_vpc_endpoint_policy" "${id}"`,
      rawAttribute('vpc_endpoint_id', `var.${snakeCase(endpoint.endpointId.name)}`),
      rawAttribute('policy', expression),
    ),
  ];
}

function resourceBlocks(policy: PlannedResourcePolicy, part: ExportPart): readonly Block[] {
  const id = snakeCase(policy.id);
  const { blocks, expression } = documentOf(id, policy, part, true);
  const form = terraformForms[policy.resource.type];
  return [
    ...blocks,
    block(
      `resource "${form.type}" "${id}"`,
      textAttribute(form.resource, policy.resource.name, part.parameters),
      rawAttribute(form.policy, expression),
    ),
  ];
}

function controlBlocks(policy: PlannedOrganizationPolicy, part: ExportPart): readonly Block[] {
  const id = snakeCase(policy.id);
  const { blocks, expression } = documentOf(id, policy, part, true);
  return [
    ...blocks,
    block(
      `resource "aws_organizations_policy" "${id}"`,
      textAttribute('name', policy.name),
      textAttribute('description', descriptionOf(policy)),
      textAttribute('type', policy.type),
      rawAttribute('content', expression),
    ),
    block(
      `resource "aws_organizations_policy_attachment" "${id}"`,
      rawAttribute('for_each', `toset(var.${snakeCase(targetIds.name)})`),
      rawAttribute('policy_id', `aws_organizations_policy.${id}.id`),
      rawAttribute('target_id', 'each.value'),
    ),
  ];
}
