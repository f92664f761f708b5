import type { Node } from 'jsonc-parser';
import type { DocumentKind } from '../../language/policy.ts';
import {
  organizationsPolicyKind,
  listEntries,
  type Candidate,
  type CandidateSearch,
  joinCandidates,
  type UnreadPlace,
  member,
  membersOf,
  noCandidates,
  stringValue,
} from '../candidates.ts';

/**
 * `terraform show -json` of a plan or a state. Of a plan the values after it count; what is deleted is no policy any more.
 * Sources: https://developer.hashicorp.com/terraform/internals/json-format and the AWS provider's pages of each resource.
 */
export const isTerraform = (root: Node): boolean =>
  stringValue(member(root, 'format_version')) !== undefined &&
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

export function findInTerraform(root: Node): CandidateSearch {
  const changes = member(root, 'resource_changes');
  if (changes) return joinCandidates(listEntries(changes).map(ofChange));
  const values = member(root, 'planned_values') ?? member(root, 'values');
  return ofModule(member(values, 'root_module'));
}

function ofChange(node: Node): CandidateSearch {
  const change = member(node, 'change');
  const after = member(change, 'after');
  if (after?.type !== 'object') return noCandidates;
  return ofResource(node, after, member(change, 'after_unknown'), 'in the plan');
}

function ofModule(module: Node | undefined): CandidateSearch {
  const ofResources = listEntries(member(module, 'resources')).map((node) => {
    const values = member(node, 'values');
    return values ? ofResource(node, values, undefined, 'in the state') : noCandidates;
  });
  return joinCandidates([...ofResources, ...listEntries(member(module, 'child_modules')).map(ofModule)]);
}

function ofResource(node: Node, values: Node, unknown: Node | undefined, where: string): CandidateSearch {
  const type = stringValue(member(node, 'type')) ?? '';
  const wanted = Object.hasOwn(attributes, type) ? (attributes[type] ?? []) : [];
  const address = stringValue(member(node, 'address')) ?? type;
  const source = `${address} ${where}`;
  const name = stringValue(member(values, 'name')) ?? address;
  const direct = wanted.map(([attribute, kind]) => {
    const title = kind === 'trust' ? `${name} trust` : name;
    const isControl = kind === 'service-control';
    const of = isControl ? organizationsPolicyKind(stringValue(member(values, 'type')), source) : { source };
    const found = { title, ...(kind ? { kind } : {}), ...of };
    return ofAttribute(values, unknown, attribute, found);
  });
  if (type !== 'aws_iam_role') return joinCandidates(direct);
  return joinCandidates([...direct, inlinePolicies(values, unknown, name, source)]);
}

function ofAttribute(
  values: Node,
  unknown: Node | undefined,
  attribute: string,
  find: Omit<Candidate, 'node'>,
): CandidateSearch {
  const node = member(values, attribute);
  if (stringValue(node) !== undefined && node) return { candidates: [{ ...find, node }], unreadPlaces: [] };
  if (member(unknown, attribute)?.value !== true) return noCandidates;
  const unread: UnreadPlace = {
    node: unknown ?? values,
    code: 'notKnown',
    detail: `${attribute} of ${find.source}`,
  };
  return { candidates: [], unreadPlaces: [unread] };
}

function inlinePolicies(
  values: Node,
  unknown: Node | undefined,
  role: string,
  source: string,
): CandidateSearch {
  const open = member(unknown, 'inline_policy');
  const isOpen =
    open?.value === true || listEntries(open).some((entry) => member(entry, 'policy')?.value === true);
  const detail = `inline_policy of ${source}`;
  const unread: readonly UnreadPlace[] = open && isOpen ? [{ node: open, code: 'notKnown', detail }] : [];
  const found = listEntries(member(values, 'inline_policy')).flatMap((entry): readonly Candidate[] => {
    const node = membersOf(entry).get('policy');
    const name = stringValue(member(entry, 'name'));
    if (!node || stringValue(node) === undefined) return [];
    return [{ node, title: name ?? `${role} inline`, source: `inline policy of ${source}` }];
  });
  return { candidates: found, unreadPlaces: unread };
}
