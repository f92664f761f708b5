import { snakeCase } from '../language/letterCase.ts';
import { type Block, block, type Item, rawAttribute, textAttribute } from './hcl.ts';
import { instanceArn, permissionSetDescription } from './permissionSets.ts';
import type { ExportPart, PlannedPermissionSet, PlannedPolicy } from './planned.ts';
import { documentBlocks, documentExpression } from './terraformDocuments.ts';

/**
 * A permission set with its inline policy, the policies that it names, and its boundary. Each attachment provisions the set again.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssoadmin_permission_set
 */
export const permissionSetBlocks = (
  set: PlannedPermissionSet,
  { parameters }: ExportPart,
): readonly Block[] => [
  permissionSetBlock(set),
  ...(set.inline ? inlinePolicyBlocks(set, set.inline, parameters) : []),
  ...set.managed.map((policy) =>
    attachment(
      set,
      'customer_managed_policy_attachment',
      `${snakeCase(set.id)}_${snakeCase(policy.id)}`,
      policyReference(policy),
    ),
  ),
  ...(set.boundary
    ? [
        attachment(
          set,
          'permissions_boundary_attachment',
          snakeCase(set.id),
          block('permissions_boundary', policyReference(set.boundary)),
        ),
      ]
    : []),
];

const permissionSetBlock = (set: PlannedPermissionSet): Block =>
  block(
    `resource "aws_ssoadmin_permission_set" "${snakeCase(set.id)}"`,
    textAttribute('name', set.name),
    textAttribute('description', permissionSetDescription(set)),
    rawAttribute('instance_arn', `var.${snakeCase(instanceArn.name)}`),
  );

function inlinePolicyBlocks(
  set: PlannedPermissionSet,
  { document }: PlannedPolicy,
  parameters: ExportPart['parameters'],
): readonly Block[] {
  const id = snakeCase(set.id);
  const policy = rawAttribute('inline_policy', documentExpression(id, document, parameters, true));
  return [
    ...documentBlocks(id, document, parameters),
    attachment(set, 'permission_set_inline_policy', id, policy),
  ];
}

/** A resource that gives the permission set a policy or a boundary. */
function attachment(set: PlannedPermissionSet, type: string, name: string, content: Item): Block {
  const permissionSet = `aws_ssoadmin_permission_set.${snakeCase(set.id)}`;
  return block(
    `resource "aws_ssoadmin_${type}" "${name}"`,
    rawAttribute('instance_arn', `${permissionSet}.instance_arn`),
    rawAttribute('permission_set_arn', `${permissionSet}.arn`),
    content,
  );
}

const policyReference = ({ name }: PlannedPolicy): Block =>
  block('customer_managed_policy_reference', textAttribute('name', name), textAttribute('path', '/'));
