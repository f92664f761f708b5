import type { Node } from 'jsonc-parser';
import { type Candidate, type CandidateSearch, listEntries, noCandidates } from '../candidates.ts';
import { branchesOf } from '../containers/branches.ts';
import { calledFunction, wordsOf } from '../containers/functionCalls.ts';
import { entriesOf } from './collections.ts';
import type { HclNodes } from './nodes.ts';
import type { Presence } from './presence.ts';
import { attributeOf, type Block } from './tree.ts';

/** A managed policy that a configuration attaches, and does not have itself. */
interface Attached {
  readonly node: Node;
  readonly presence: Presence;
  /** Of what attaches it. */
  readonly address: string;
}

const ATTACHES = /^aws_iam_(?:(?:role|user|group)_)?policy_attachment$/;

/** The managed policies of a configuration that are somewhere else, by the role that they are attached to. */
export class AttachedPolicies {
  readonly #byRole = new Map<string, Attached[]>();
  /** Of roles that are somewhere else as well. */
  readonly #others: Attached[] = [];

  constructor(blocks: readonly Block[], nodes: HclNodes, presenceOf: (block: Block) => Presence) {
    const present = new Set(blocks.map(({ labels }) => labels.join('.')));
    for (const block of blocks.filter(({ labels: [type = ''] }) => ATTACHES.test(type))) {
      const [role] = addressesIn(block, 'role', nodes);
      const presence = presenceOf(block);
      for (const node of attachedBy(block, nodes)) {
        if (present.has(addressOf(node) ?? '') || presence.never !== undefined) continue;
        const one = { node, presence, address: block.labels.join('.') };
        if (role !== undefined && present.has(role))
          this.#byRole.set(role, [...(this.#byRole.get(role) ?? []), one]);
        else this.#others.push(one);
      }
    }
  }

  /** What is named with the trust policy of a role. */
  notesOf(role: string): NonNullable<Candidate['about']> {
    return (this.#byRole.get(role) ?? []).map(({ node, presence }) => ({
      code: 'attached' as const,
      detail: wordsUnder(node, presence),
      node,
    }));
  }

  /** What no role of the configuration names. */
  get elsewhere(): CandidateSearch {
    const unreadPlaces = this.#others.map(({ node, presence, address: name }) => ({
      node,
      code: 'elsewhere' as const,
      detail: wordsUnder(node, presence),
      name,
    }));
    return { ...noCandidates, unreadPlaces };
  }
}

const wordsUnder = (node: Node, { conditions }: Presence): string =>
  conditions.length === 0 ? wordsOf(node) : `${wordsOf(node)} (only if ${conditions.join(', ')})`;

/** The policies that a block attaches; of `each.value`, those of the collection where the text has them. */
function attachedBy(block: Block, nodes: HclNodes): readonly Node[] {
  const [value, collection] = [attributeOf(block, 'policy_arn'), attributeOf(block, 'for_each')];
  if (!value) return [];
  const node = nodes.aside(() => nodes.of(value));
  const [, part] = /^each\.(key|value)$/.exec(referenceIn(node) ?? '') ?? [];
  const entries = part && collection ? nodes.aside(() => entriesOf(nodes.of(collection))) : undefined;
  const all = entries?.map((entry) => (part === 'key' ? entry.key : entry.value)) ?? [node];
  return all.flatMap((one) => branchesOf(one).map((branch) => branch.node));
}

const referenceIn = (node: Node): string | undefined => {
  const call = calledFunction(node);
  return call?.name === 'Ref' ? String(call.argument.value) : undefined;
};

/** The resource that a value refers to. */
function addressOf(node: Node): string | undefined {
  const [type, label] = referenceIn(node)?.split('.') ?? [];
  return type && label ? `${type}.${label}` : undefined;
}

/** The resources that an attribute refers to, under each of its conditions. */
export function addressesIn(block: Block, name: string, nodes: HclNodes): readonly string[] {
  const value = attributeOf(block, name);
  return (value ? branchesOf(nodes.of(value)) : []).flatMap(({ node }) => addressOf(node) ?? []);
}

/** By what modules call the ARNs of managed policies. */
const ARNS = /(?:^|_)polic(?:y|ies)(?:_arns?)?$|^managed_policy_arns$/;

/** Managed policies that a module attaches, by their ARNs, or by a name that says what is meant. */
export function attachedByModule(node: Node, name: string, address: string): CandidateSearch {
  if (!ARNS.test(name)) return noCandidates;
  const all = branchesOf(node).flatMap((branch) => {
    const below =
      branch.node.type === 'object' && !calledFunction(branch.node)
        ? membersIn(branch.node)
        : listEntries(branch.node);
    return below.length > 0 ? below : [branch.node];
  });
  const isOne = (one: Node) =>
    /^arn:.*:iam::.*:policy\//.test(wordsOf(one)) || (/_arns?$/.test(name) && isOutside(one));
  const unreadPlaces = all.filter(isOne).map((one) => ({
    node: one,
    code: 'elsewhere' as const,
    detail: wordsOf(one),
    name: `${address} (${name})`,
  }));
  return { ...noCandidates, unreadPlaces };
}

const membersIn = (node: Node): readonly Node[] =>
  (node.children ?? []).flatMap(({ children: [, value] = [] }) => (value ? [value] : []));

/** A reference to something that no resource of the configuration is. */
const isOutside = (node: Node): boolean => /^(?:var|module|data|each)\./.test(referenceIn(node) ?? '');
