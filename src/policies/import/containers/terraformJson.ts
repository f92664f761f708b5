import type { Node } from 'jsonc-parser';
import {
  type Candidate,
  type CandidateSearch,
  isDocumentText,
  joinCandidates,
  listEntries,
  member,
  membersOf,
  noCandidates,
  organizationsPolicyKind,
  stringValue,
  type UnreadPlace,
} from '../candidates.ts';
import { holdsPolicy, kindOfAttribute } from './terraformTypes.ts';

/**
 * What Terraform writes as JSON: a state file, and `terraform show -json` of a plan or a state. Of a plan the values after it count;
 * what is deleted is no policy any more.
 * Sources: https://developer.hashicorp.com/terraform/internals/json-format and the AWS provider's pages of each resource.
 */
export const isTerraform = (root: Node): boolean => isShown(root) || isState(root);

const isShown = (root: Node): boolean =>
  stringValue(member(root, 'format_version')) !== undefined &&
  ['planned_values', 'resource_changes', 'values'].some((key) => member(root, key) !== undefined);

/** A state file: each resource has the values of its instances. */
const isState = (root: Node): boolean =>
  typeof member(root, 'version')?.value === 'number' &&
  member(root, 'resources')?.type === 'array' &&
  (member(root, 'lineage') ?? member(root, 'terraform_version')) !== undefined;

export function findInTerraform(root: Node): CandidateSearch {
  if (!isShown(root)) return joinCandidates(listEntries(member(root, 'resources')).map(ofStateResource));
  const changes = member(root, 'resource_changes');
  const values = member(root, 'planned_values') ?? member(root, 'values');
  const inModules = ofModule(member(values, 'root_module'));
  return changes ? joinCandidates(listEntries(changes).map(ofChange)) : inModules;
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

/** Data sources of a state are copies of what its resources have. */
function ofStateResource(node: Node): CandidateSearch {
  if (stringValue(member(node, 'mode')) === 'data') return noCandidates;
  return joinCandidates(
    listEntries(member(node, 'instances')).map((instance) => {
      const values = member(instance, 'attributes');
      return values ? ofResource(node, values, undefined, 'in the state', instance) : noCandidates;
    }),
  );
}

function ofResource(
  node: Node,
  values: Node,
  unknown: Node | undefined,
  where: string,
  instance?: Node,
): CandidateSearch {
  const type = stringValue(member(node, 'type')) ?? '';
  const address = addressOf(node, type, instance);
  const name =
    ['name', 'managed_policy_name', 'role_name', 'policy_name']
      .map((key) => stringValue(member(values, key)))
      .find((text) => text !== undefined) ?? address;
  const of: Described = { type, name, source: `${address} ${where}`, values };
  return joinCandidates([
    ...[...membersOf(values)].map(([attribute, value]) => ofAttribute(attribute, value, of)),
    { candidates: [], unreadPlaces: unknownPlaces(unknown, of) },
  ]);
}

/** `module.team.aws_iam_role.nb["a"]`: a state file has its parts one by one. */
function addressOf(node: Node, type: string, instance: Node | undefined): string {
  const address = stringValue(member(node, 'address'));
  if (address !== undefined) return address;
  const module = stringValue(member(node, 'module'));
  const key: unknown = member(instance, 'index_key')?.value;
  const index = key === undefined ? '' : `[${JSON.stringify(key)}]`;
  const resource = [type, stringValue(member(node, 'name'))].filter(Boolean).join('.');
  return `${module === undefined ? '' : `${module}.`}${resource}${index}`;
}

interface Described {
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly values: Node;
}

function ofAttribute(attribute: string, value: Node, of: Described): CandidateSearch {
  const { type, name, source, values } = of;
  if (value.type === 'string') {
    const isPolicy = holdsPolicy(type, attribute) || isDocumentText(value);
    if (!isPolicy || stringValue(value) === undefined || attribute === 'minified_json') return noCandidates;
    const kind = kindOfAttribute(type, attribute);
    const isControl = kind === 'service-control';
    const candidate: Candidate = {
      node: value,
      title: kind === 'trust' ? `${name} trust` : name,
      ...(kind ? { kind } : {}),
      ...(isControl ? organizationsPolicyKind(stringValue(member(values, 'type')), source) : { source }),
    };
    return { candidates: isDocumentText(value) ? [candidate] : [], unreadPlaces: [] };
  }
  return joinCandidates(listEntries(value).map((entry) => ofEntry(entry, of)));
}

/** Policies in lists: `inline_policy` of a role, `policies` of the other provider's. */
function ofEntry(entry: Node, { name, source }: Described): CandidateSearch {
  const found = [...membersOf(entry).values()].filter(isDocumentText);
  const title =
    stringValue(member(entry, 'name')) ?? stringValue(member(entry, 'policy_name')) ?? `${name} inline`;
  return {
    ...noCandidates,
    candidates: found.map((node) => ({
      node,
      kind: 'identity',
      title,
      source: `inline policy of ${source}`,
    })),
  };
}

/** Policies that the plan does not know yet. That a role could have inline policies is said of every new role. */
function unknownPlaces(unknown: Node | undefined, { type, source }: Described): readonly UnreadPlace[] {
  return [...membersOf(unknown)].flatMap(([attribute, value]): readonly UnreadPlace[] => {
    const isOpen =
      (value.value === true && holdsPolicy(type, attribute)) ||
      listEntries(value).some((entry) => member(entry, 'policy')?.value === true);
    return isOpen ? [{ node: value, code: 'notKnown', detail: attribute, name: source }] : [];
  });
}
