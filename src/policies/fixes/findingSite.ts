import { findNodeAtOffset, type Node } from 'jsonc-parser';
import type { Catalog } from '../catalog/catalog.ts';
import type { Finding, Place } from '../checks/check.ts';
import type { PolicyType } from '../language/policyType.ts';

/** A finding with the places of the text that it is about. */
export interface FindingSite {
  readonly text: string;
  readonly root: Node;
  readonly finding: Finding;
  readonly catalog: Catalog;
  /** The type of policy that it was checked as, if known. */
  readonly type: PolicyType | undefined;
  readonly node: Node;
  /** The node and those of the further places. */
  readonly nodes: readonly Node[];
}

/** The places of a finding in its text, of which `root` is the tree; nothing where the text is not JSON, or not the one that the finding was made for. */
export function findingSite(
  text: string,
  root: Node | undefined,
  { finding, catalog, type }: Pick<FindingSite, 'finding' | 'catalog' | 'type'>,
): FindingSite | undefined {
  const node = root && nodeAt(root, finding);
  if (!root || !node) return undefined;
  const further = finding.also.flatMap((place) => nodeAt(root, place) ?? []);
  return { text, root, finding, catalog, type, node, nodes: [node, ...further] };
}

function nodeAt(root: Node, { range }: Place): Node | undefined {
  let node = findNodeAtOffset(root, range.offset);
  while (node && !(node.offset === range.offset && node.length === range.length)) node = node.parent;
  return node;
}

/** The member that a key or value belongs to. */
export const memberAround = ({ parent }: Node): Node | undefined =>
  parent?.type === 'property' ? parent : undefined;

export const memberKey = (member: Node | undefined): string => String(member?.children?.[0]?.value ?? '');

export const memberValue = (member: Node | undefined): Node | undefined => member?.children?.[1];

/** The member of an object that JSON readers keep: the last one of a name. */
export const findMember = (object: Node | undefined, is: (key: string) => boolean): Node | undefined =>
  object?.type === 'object' ? object.children?.findLast((member) => is(memberKey(member))) : undefined;

export const isKey =
  (name: string) =>
  (key: string): boolean =>
    key === name;

/** The members that a node is in, the outermost first: `Statement`, `Condition`, the operator, the key. */
function membersAround(node: Node): readonly Node[] {
  const found: Node[] = [];
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type === 'property') found.unshift(at);
  return found;
}

/** The statement that a node is in. */
export function statementAround(node: Node): Node | undefined {
  const [list, element] = membersAround(node);
  return memberKey(list) === 'Statement' ? element?.parent : undefined;
}

/** The place of a node in a condition. */
export interface ConditionPlace {
  /** The object with the operators. */
  readonly block: Node;
  readonly operator: Node;
  /** The key under the operator; nothing for the operator itself. */
  readonly member: Node | undefined;
}

export function conditionAround(node: Node): ConditionPlace | undefined {
  const [, condition, operator, member] = membersAround(node);
  const block = memberValue(condition);
  return memberKey(condition) === 'Condition' && block && operator ? { block, operator, member } : undefined;
}
