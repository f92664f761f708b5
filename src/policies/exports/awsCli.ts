import { environmentFiles } from './environmentFiles.ts';
import { shellQuoted } from './shellQuoted.ts';
import { escapeJson } from '../language/characters/escapeCharacters.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { minifyPolicy, printPolicy } from '../language/print.ts';
import { CHECK, SCRIPT_END, functionsFor, SPLIT, SCRIPT_START } from './awsCliFunctions.ts';
import type { ExportedFile, Exporter, ExportSet } from './exporter.ts';
import { RESOURCE_POLICIES_END } from './awsCliResourcePolicies.ts';
import { commentLines, contentDescription, headerLines } from './header.ts';
import { upperCase, snakeCase } from '../language/letterCase.ts';
import { type Parameter, type Reference, withoutReferences } from './parameters.ts';
import { permissionSetDescription } from './permissionSets.ts';
import { descriptionOf, planOf, targetIds } from './plan.ts';
import {
  type ExistingRole,
  type ExportPart,
  isPermissions,
  isReferredTo,
  namesOf,
  type PlannedOrganizationPolicy,
  type PlannedPermissionSet,
  type PlannedPolicy,
  type PlannedResourcePolicy,
  type PlannedRole,
} from './planned.ts';
import { trustFiles } from './trustFiles.ts';

export const awsCli: Exporter = {
  id: 'awsCli',
  label: 'AWS CLI',
  help: 'A bash script that creates missing resources and updates existing ones. Missing values are read from environment variables.',
  makes: 'resources',
  write: (set) =>
    planOf(set).flatMap((part) => [
      scriptFile(set, part),
      ...environmentFiles('awsCli', set, part),
      ...trustFiles(part, `${part.name}.`),
    ]),
};

function scriptFile(set: ExportSet, part: ExportPart): ExportedFile {
  const header = headerLines(
    set,
    part,
    `bash ${part.name}.sh --dry-run shows the changes. Without --dry-run, the script makes them. You can run it again.`,
  );
  const text = [
    '#!/usr/bin/env bash',
    commentLines('#', header),
    SCRIPT_START,
    ...inputChecks(part),
    functionsFor(part),
    ...callsOf(part),
    ...(part.resourcePolicies.length > 0 ? [RESOURCE_POLICIES_END] : []),
    SCRIPT_END,
  ].join('\n\n');
  return {
    name: `${part.name}.sh`,
    title: `AWS CLI: ${contentDescription(part)}`,
    text: `${text}\n`,
    mediaType: 'text/x-shellscript',
  };
}

/** Each environment variable is checked before the first call. */
function inputChecks(part: ExportPart): readonly string[] {
  const inputs = [...part.parameters, ...part.endpoints.map(({ endpointId }) => endpointId)];
  if (inputs.length === 0) return [];
  return [...(inputs.some(({ list }) => list) ? [SPLIT] : []), CHECK, inputs.map(check).join('\n')];
}

/** Policies that a role needs when it is created, such as its boundary, come before the roles. */
function callsOf(part: ExportPart): readonly string[] {
  const permissions = part.policies.filter((policy) => isPermissions(policy, part));
  const others = part.policies.filter((policy) => !isPermissions(policy, part));
  return [
    ...others.map((policy) => policyCall(policy, part)),
    ...part.roles.map((role) => roleCall(role, part)),
    ...permissions.map((policy) => policyCall(policy, part)),
    ...part.roles.flatMap((role) => attachments(role, [role.name], part)),
    ...part.existing.flatMap((role) => attachments(role, namesOf(role), part)),
    ...part.permissionSets.map((set) => permissionSetCalls(set, part)),
    ...part.endpoints.map((endpoint) => endpointCall(endpoint, part)),
    ...part.resourcePolicies.map((policy) => resourceCall(policy, part)),
    ...part.organizationPolicies.map((policy) => controlCall(policy, part)),
  ];
}

function check(parameter: Parameter): string {
  const { name, description, rule, pattern, refused, list } = parameter;
  const id = upperCase(name);
  const help = commentLines('#', [
    description + (list ? ' Separate several values with white space or commas.' : ''),
  ]);
  return `${help}\ncheck ${id} "\${${id}:-}" ${list ? 'list' : 'one'} ${shellQuoted(pattern)} ${shellQuoted(rule.replaceAll('’', "'"))}${refused === undefined ? '' : ` ${shellQuoted(refused)}`}`;
}

/** The variable with the ARN of a role, in small letters: those of parameters have capitals. */
const arnVariable = (role: string): string => `${snakeCase(role)}_arn`;

/**
 * A document in the variable `document`. Between quoted marks the shell reads nothing; a line of JSON is never the mark.
 * Values are put in afterwards: they were checked, and hold nothing that JSON or a policy reads as anything but itself.
 */
function documentLines(
  document: PolicyDocument,
  part: ExportPart,
  references: readonly Reference[],
  compact = false,
): string {
  const text = escapeJson(compact ? `${minifyPolicy(document)}\n` : printPolicy(document).text);
  const arns = references.map(
    ({ role, arn }) => `document=\${document//'"${arn}"'/"\\"$${arnVariable(role)}\\""}`,
  );
  const left = withoutReferences(document, references);
  const used = part.parameters.filter(({ placeholder = '' }) => left.includes(`<${placeholder}>`));
  const fills = used.map(({ name, placeholder }) => {
    const id = upperCase(name);
    return `document=\${document//'<${placeholder}>'/"$${id}"}`;
  });
  return [`IFS= read -r -d '' document <<'POLICY' || true`, `${text}POLICY`, ...arns, ...fills].join('\n');
}

const policyCall = (policy: PlannedPolicy, part: ExportPart): string =>
  `${documentLines(policy.document, part, policy.references)}\nput_policy ${shellQuoted(policy.name)} "$document"`;

function roleCall(role: PlannedRole, part: ExportPart): string {
  const name = shellQuoted(role.name);
  return [
    documentLines(role.trust, part, role.trustReferences),
    `put_role ${name} "$document"${role.boundary ? ` ${shellQuoted(role.boundary.name)}` : ''}`,
    ...(isReferredTo(role, part) ? [`${arnVariable(role.id)}=$(role_arn ${name})`] : []),
  ].join('\n');
}

/** The policies of roles, by the names of the roles. */
function attachments(
  { managed, inline }: PlannedRole | ExistingRole,
  names: readonly string[],
  part: ExportPart,
): readonly string[] {
  const calls = names.flatMap((name) => [
    ...managed.map((policy) => `attach_policy ${shellQuoted(name)} ${shellQuoted(policy.name)}`),
    ...inline.flatMap(({ id, document, references }) => [
      documentLines(document, part, references),
      `put_inline_policy ${shellQuoted(name)} ${shellQuoted(id)} "$document"`,
    ]),
  ]);
  return calls.length > 0 ? [calls.join('\n')] : [];
}

function permissionSetCalls(set: PlannedPermissionSet, part: ExportPart): string {
  const name = shellQuoted(set.name);
  const { inline, boundary } = set;
  const description = permissionSetDescription(set);
  return [
    ...(/[`$\\]/.test(description) ? ['# shellcheck disable=SC1003,SC2016'] : []),
    `put_permission_set ${name} ${shellQuoted(description)}`,
    ...(inline
      ? [documentLines(inline.document, part, [], true), `put_set_inline_policy ${name} "$document"`]
      : []),
    ...set.managed.map((policy) => `refer_to_policy ${name} ${shellQuoted(policy.name)}`),
    ...(boundary ? [`put_set_boundary ${name} ${shellQuoted(boundary.name)}`] : []),
    `provision_set ${name}`,
  ].join('\n');
}

const endpointCall = (
  { document, endpointId, references }: ExportPart['endpoints'][number],
  part: ExportPart,
): string =>
  `${documentLines(document, part, references, true)}\nput_endpoint_policy "$${upperCase(endpointId.name)}" "$document"`;

/** The name of the resource is a value of the page, or one that the script asks for. */
function resourceCall({ document, resource }: PlannedResourcePolicy, part: ExportPart): string {
  const { name, type } = resource;
  const asked = part.parameters.find(({ placeholder }) => name === `<${placeholder}>`);
  return [
    documentLines(document, part, [], true),
    `put_resource_policy ${type} ${asked ? `"$${upperCase(asked.name)}"` : shellQuoted(name)} "$document"`,
  ].join('\n');
}

/** What a shell might read in other places of a description is meant as it is. */
function controlCall(policy: PlannedOrganizationPolicy, part: ExportPart): string {
  const { name, title, type, document, references } = policy;
  const description = shellQuoted(descriptionOf(policy));
  return [
    documentLines(document, part, references, true),
    ...(/[`$\\]/.test(title) ? ['# shellcheck disable=SC1003,SC2016'] : []),
    `put_organization_policy ${shellQuoted(name)} ${description} "$document" "$${upperCase(targetIds.name)}" ${type}`,
  ].join('\n');
}
