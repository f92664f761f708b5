import { snakeCase } from '../language/letterCase.ts';
import { type Block, block, type Item, rawAttribute, textAttribute } from './hcl.ts';
import { instanceArn, permissionSetDescription } from './permissionSets.ts';
import type { ExportPart, PlannedPermissionSet, PlannedPolicy } from './planned.ts';
import { documentBlocks, documentExpression } from './terraformDocuments.ts';

/**
 * A permission set with its inline policy, the policies that it names, and its boundary. Each attachment provisions the set again.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssoadmin_permission_set
 */
export function permissionSetBlocks(set: PlannedPermissionSet, { parameters }: ExportPart): readonly Block[] {
  const id = snakeCase(set.id);
  const of = [
    rawAttribute('instance_arn', `aws_ssoadmin_permission_set.${id}.instance_arn`),
    rawAttribute('permission_set_arn', `aws_ssoadmin_permission_set.${id}.arn`),
  ];
  const attachment = (type: string, name: string, ...items: readonly Item[]) =>
    block(`resource "aws_ssoadmin_${type}" "${name}"`, ...of, ...items);
  const { inline, boundary } = set;
  return [
    block(
      `resource "aws_ssoadmin_permission_set" "${id}"`,
      textAttribute('name', set.name),
      textAttribute('description', permissionSetDescription(set)),
      rawAttribute('instance_arn', `var.${snakeCase(instanceArn.name)}`),
    ),
    ...(inline
      ? [
          ...documentBlocks(id, inline.document, parameters),
          attachment(
            'permission_set_inline_policy',
            id,
            rawAttribute('inline_policy', documentExpression(id, inline.document, parameters, true)),
          ),
        ]
      : []),
    ...set.managed.map((policy) =>
      attachment(
        'customer_managed_policy_attachment',
        `${id}_${snakeCase(policy.id)}`,
        policyReference(policy),
      ),
    ),
    ...(boundary
      ? [
          attachment(
            'permissions_boundary_attachment',
            id,
            block('permissions_boundary', policyReference(boundary)),
          ),
        ]
      : []),
  ];
}

const policyReference = ({ name }: PlannedPolicy): Block =>
  block('customer_managed_policy_reference', textAttribute('name', name), textAttribute('path', '/'));
