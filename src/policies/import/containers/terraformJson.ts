import type { Node } from 'jsonc-parser';
import type { DocumentKind } from '../../language/policy.ts';
import {
  controlPolicy,
  entriesOf,
  type Candidate,
  type Finds,
  joinFinds,
  type UnreadPlace,
  member,
  membersOf,
  noFinds,
  textOf,
} from '../candidates.ts';

/**
 * `terraform show -json` of a plan or a state. Of a plan the values after it count; what is deleted is no policy any more.
 * Sources: https://developer.hashicorp.com/terraform/internals/json-format and the AWS provider's pages of each resource.
 */
export const isTerraform = (root: Node): boolean =>
  textOf(member(root, 'format_version')) !== undefined &&
  ['planned_values', 'resource_changes', 'values'].some((key) => member(root, key) !== undefined);

type Attributes = readonly (readonly [attribute: string, kind?: DocumentKind | 'resource'])[];

/** Resource type → attributes that hold a document as a string. */
const attributes: Readonly<Record<string, Attributes>> = {
  aws_iam_policy: [['policy']],
  aws_iam_role: [['assume_role_policy', 'trust']],
  aws_iam_role_policy: [['policy']],
  aws_iam_user_policy: [['policy']],
  aws_iam_group_policy: [['policy']],
  aws_ssoadmin_permission_set_inline_policy: [['inline_policy']],
  aws_vpc_endpoint: [['policy', 'vpc-endpoint']],
  aws_vpc_endpoint_policy: [['policy', 'vpc-endpoint']],
  aws_organizations_policy: [['content', 'service-control']],
  aws_s3_bucket_policy: [['policy', 'resource']],
  aws_kms_key: [['policy', 'resource']],
  aws_kms_key_policy: [['policy', 'resource']],
  aws_ecr_repository_policy: [['policy', 'resource']],
  aws_iam_policy_document: [['json']],
};

export function findInTerraform(root: Node): Finds {
  const changes = member(root, 'resource_changes');
  if (changes) return joinFinds(entriesOf(changes).map(ofChange));
  const values = member(root, 'planned_values') ?? member(root, 'values');
  return ofModule(member(values, 'root_module'));
}

function ofChange(node: Node): Finds {
  const change = member(node, 'change');
  const after = member(change, 'after');
  if (after?.type !== 'object') return noFinds;
  return ofResource(node, after, member(change, 'after_unknown'), 'in the plan');
}

function ofModule(module: Node | undefined): Finds {
  const own = entriesOf(member(module, 'resources')).map((node) => {
    const values = member(node, 'values');
    return values ? ofResource(node, values, undefined, 'in the state') : noFinds;
  });
  return joinFinds([...own, ...entriesOf(member(module, 'child_modules')).map(ofModule)]);
}

function ofResource(node: Node, values: Node, unknown: Node | undefined, where: string): Finds {
  const type = textOf(member(node, 'type')) ?? '';
  const wanted = Object.hasOwn(attributes, type) ? (attributes[type] ?? []) : [];
  const address = textOf(member(node, 'address')) ?? type;
  const source = `${address} ${where}`;
  const name = textOf(member(values, 'name')) ?? address;
  const direct = wanted.map(([attribute, kind]) => {
    const title = kind === 'trust' ? `${name} trust` : name;
    const isControl = kind === 'service-control';
    const of = isControl ? controlPolicy(textOf(member(values, 'type')), source) : { source };
    const found = { title, ...(kind ? { kind } : {}), ...of };
    return ofAttribute(values, unknown, attribute, found);
  });
  if (type !== 'aws_iam_role') return joinFinds(direct);
  return joinFinds([...direct, inlinePolicies(values, unknown, name, source)]);
}

function ofAttribute(
  values: Node,
  unknown: Node | undefined,
  attribute: string,
  find: Omit<Candidate, 'node'>,
): Finds {
  const node = member(values, attribute);
  if (textOf(node) !== undefined && node) return { found: [{ ...find, node }], missed: [] };
  if (member(unknown, attribute)?.value !== true) return noFinds;
  const missed: UnreadPlace = {
    node: unknown ?? values,
    code: 'notKnown',
    detail: `${attribute} of ${find.source}`,
  };
  return { found: [], missed: [missed] };
}

function inlinePolicies(values: Node, unknown: Node | undefined, role: string, source: string): Finds {
  const open = member(unknown, 'inline_policy');
  const isOpen =
    open?.value === true || entriesOf(open).some((entry) => member(entry, 'policy')?.value === true);
  const detail = `inline_policy of ${source}`;
  const missed: readonly UnreadPlace[] = open && isOpen ? [{ node: open, code: 'notKnown', detail }] : [];
  const found = entriesOf(member(values, 'inline_policy')).flatMap((entry): readonly Candidate[] => {
    const node = membersOf(entry).get('policy');
    const name = textOf(member(entry, 'name'));
    if (!node || textOf(node) === undefined) return [];
    return [{ node, title: name ?? `${role} inline`, source: `inline policy of ${source}` }];
  });
  return { found, missed };
}
