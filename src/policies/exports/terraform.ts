import { listOf, type OneOrMany, type PolicyDocument, type Principal, type Statement } from '../document.ts';
import { minifyPolicy } from '../print.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { type Attribute, type Block, hcl, type Item, listExpression, stringExpression } from './hcl.ts';
import { comment, contentOf, headerLines } from './header.ts';
import { snakeCase } from './names.ts';
import type { Parameter } from './parameters.ts';
import { type ExportPart, type PlannedPolicy, type PlannedRole, planOf, targetIds } from './plan.ts';

/** `minified_json` of a policy document is there from this version of the provider on. */
const PROVIDER = '>= 5.49.0';

export const terraform: Exporter = {
  id: 'terraform',
  label: 'Terraform',
  help: 'Policy documents, roles and attachments. Open values become variables.',
  makes: 'resources',
  write: (set) => planOf(set).flatMap((part) => partFiles(set, part)),
};

function partFiles(set: ExportSet, part: ExportPart): readonly ExportedFile[] {
  const parameters = [...part.parameters, ...part.endpoints.map(({ endpointId }) => endpointId)];
  const file = (name: string, blocks: readonly Block[], title: string): ExportedFile => ({
    name: `${part.id}/${name}`,
    title,
    text: `${comment('#', headerLines(set, part))}\n\n${hcl(blocks)}`,
    mediaType: 'text/plain',
  });
  return [
    file(
      'main.tf',
      [
        versions,
        ...part.policies.flatMap((policy) => managed(policy, part)),
        ...part.roles.flatMap((role) => roleBlocks(role, part)),
        ...part.endpoints.flatMap((endpoint) => endpointBlocks(endpoint, part)),
        ...part.serviceControl.flatMap((policy) => controlBlocks(policy, part)),
      ],
      `Terraform: ${contentOf(part)}`,
    ),
    ...(parameters.length > 0
      ? [file('variables.tf', parameters.map(variable), 'Terraform: variables')]
      : []),
  ];
}

const text = (key: string, value: string, parameters: readonly Parameter[] = []): Attribute => ({
  key,
  value: stringExpression(value, parameters),
});
const raw = (key: string, value: string): Attribute => ({ key, value });
const block = (head: string, ...body: readonly Item[]): Block => ({ head, body });

const versions = block(
  'terraform',
  block('required_providers', {
    key: 'aws',
    value: ['{', '  source  = "hashicorp/aws"', `  version = "${PROVIDER}"`, '}'],
  }),
);

function variable({ name, description, rule, pattern, list }: Parameter): Block {
  const id = snakeCase(name);
  const matches = `regex("^(${pattern})$", ${list ? 'value' : `var.${id}`})`;
  return block(
    `variable "${id}"`,
    text('description', description),
    raw('type', list ? 'list(string)' : 'string'),
    raw('nullable', 'false'),
    block(
      'validation',
      raw('condition', list ? `alltrue([for value in var.${id} : can(${matches})])` : `can(${matches})`),
      text('error_message', rule),
    ),
  );
}

/** The data source where it can say what the document says, else the document as text. */
function documentBlocks(id: string, document: PolicyDocument, { parameters }: ExportPart): readonly Block[] {
  if (!isSayable(document)) return [];
  return [
    block(
      `data "aws_iam_policy_document" "${id}"`,
      text('version', document.Version ?? '2008-10-17'),
      ...(document.Id === undefined ? [] : [text('policy_id', document.Id, parameters)]),
      ...document.Statement.map((statement) => statementBlock(statement, parameters)),
    ),
  ];
}

/** How a resource refers to a document. Where white space counts, the document comes without it. */
function documentExpression(id: string, document: PolicyDocument, part: ExportPart, compact = false): string {
  if (!isSayable(document)) return stringExpression(minifyPolicy(document), part.parameters);
  return `data.aws_iam_policy_document.${id}.${compact ? 'minified_json' : 'json'}`;
}

/**
 * The data source reads `&{` as `${`, leaves out lists without entries, and knows two versions.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
function isSayable({ Version, Id, Statement }: PolicyDocument): boolean {
  const known = Version === undefined || Version === '2012-10-17' || Version === '2008-10-17';
  return (
    known &&
    Statement.length > 0 &&
    !JSON.stringify([Id, Statement]).includes('&{') &&
    Statement.every(isWhole)
  );
}

function isWhole(statement: Statement): boolean {
  const { Sid, Action, NotAction, Resource, NotResource, Principal, NotPrincipal, Condition } = statement;
  const isGiven = (value: OneOrMany | undefined) =>
    value === undefined || (listOf(value).length > 0 && !listOf(value).includes(''));
  const lists = [
    Action,
    NotAction,
    Resource,
    NotResource,
    ...principalLists(Principal),
    ...principalLists(NotPrincipal),
  ];
  const keys = Object.values(Condition ?? {});
  return (
    Sid !== '' &&
    lists.every(isGiven) &&
    [Principal, NotPrincipal].every(
      (who) => who === undefined || who === '*' || Object.keys(who).length > 0,
    ) &&
    (Condition === undefined || keys.length > 0) &&
    keys.every(
      (key) => Object.keys(key).length > 0 && Object.values(key).every((values) => listOf(values).length > 0),
    )
  );
}

const principalLists = (who: Principal | undefined): readonly OneOrMany[] =>
  who === undefined || who === '*' ? [] : Object.values(who).filter((list) => list !== undefined);

function statementBlock(statement: Statement, parameters: readonly Parameter[]): Block {
  const list = (key: string, value: OneOrMany | undefined): readonly Attribute[] =>
    value === undefined
      ? []
      : [{ key, value: listExpression(listOf(value).map((entry) => stringExpression(entry, parameters))) }];
  const who = (head: string, principal: Principal | undefined): readonly Block[] =>
    principalEntries(principal).map(([type, identifiers]) =>
      block(head, text('type', type), ...list('identifiers', identifiers)),
    );
  return block(
    'statement',
    ...(statement.Sid === undefined ? [] : [text('sid', statement.Sid)]),
    text('effect', statement.Effect),
    ...list('actions', statement.Action),
    ...list('not_actions', statement.NotAction),
    ...list('resources', statement.Resource),
    ...list('not_resources', statement.NotResource),
    ...who('principals', statement.Principal),
    ...who('not_principals', statement.NotPrincipal),
    ...Object.entries(statement.Condition ?? {}).flatMap(([test, keys]) =>
      Object.entries(keys).map(([key, values]) =>
        block('condition', text('test', test), text('variable', key, parameters), ...list('values', values)),
      ),
    ),
  );
}

function principalEntries(principal: Principal | undefined): readonly (readonly [string, OneOrMany])[] {
  if (principal === undefined) return [];
  if (principal === '*') return [['*', '*']];
  return Object.entries(principal).flatMap(([type, value]) =>
    value === undefined ? [] : [[type, value] as const],
  );
}

function managed(policy: PlannedPolicy, part: ExportPart): readonly Block[] {
  const id = snakeCase(policy.id);
  return [
    ...documentBlocks(id, policy.document, part),
    block(
      `resource "aws_iam_policy" "${id}"`,
      text('name', policy.name),
      raw('policy', documentExpression(id, policy.document, part)),
    ),
  ];
}

function roleBlocks(role: PlannedRole, part: ExportPart): readonly Block[] {
  const id = snakeCase(role.id);
  const trust = `${id}_trust`;
  const inline = role.inline.flatMap((policy) => {
    const name = `${id}_${snakeCase(policy.id)}`;
    return [
      ...documentBlocks(name, policy.document, part),
      block(
        `resource "aws_iam_role_policy" "${name}"`,
        text('name', policy.id),
        raw('role', `aws_iam_role.${id}.id`),
        raw('policy', documentExpression(name, policy.document, part)),
      ),
    ];
  });
  return [
    ...documentBlocks(trust, role.trust, part),
    block(
      `resource "aws_iam_role" "${id}"`,
      text('name', role.name),
      raw('assume_role_policy', documentExpression(trust, role.trust, part)),
      ...(role.boundary
        ? [raw('permissions_boundary', `aws_iam_policy.${snakeCase(role.boundary.id)}.arn`)]
        : []),
    ),
    ...inline,
    ...role.managed.map((policy) =>
      block(
        `resource "aws_iam_role_policy_attachment" "${id}_${snakeCase(policy.id)}"`,
        raw('role', `aws_iam_role.${id}.name`),
        raw('policy_arn', `aws_iam_policy.${snakeCase(policy.id)}.arn`),
      ),
    ),
  ];
}

function endpointBlocks(endpoint: ExportPart['endpoints'][number], part: ExportPart): readonly Block[] {
  const id = snakeCase(endpoint.id);
  return [
    ...documentBlocks(id, endpoint.document, part),
    block(
      `resource "aws_vpc_endpoint_policy" "${id}"`,
      raw('vpc_endpoint_id', `var.${snakeCase(endpoint.endpointId.name)}`),
      raw('policy', documentExpression(id, endpoint.document, part, true)),
    ),
  ];
}

function controlBlocks(policy: PlannedPolicy, part: ExportPart): readonly Block[] {
  const id = snakeCase(policy.id);
  return [
    ...documentBlocks(id, policy.document, part),
    block(
      `resource "aws_organizations_policy" "${id}"`,
      text('name', policy.name),
      text('type', 'SERVICE_CONTROL_POLICY'),
      raw('content', documentExpression(id, policy.document, part, true)),
    ),
    block(
      `resource "aws_organizations_policy_attachment" "${id}"`,
      raw('for_each', `toset(var.${snakeCase(targetIds.name)})`),
      raw('policy_id', `aws_organizations_policy.${id}.id`),
      raw('target_id', 'each.value'),
    ),
  ];
}
