import { findNodeAtLocation, getNodeValue, type Node } from 'jsonc-parser';
import { layerOfType } from '../exact/layerOfType.ts';
import { redundantParts } from '../exact/redundantParts.ts';
import { removeNodes } from './jsonEdits.ts';
import type { Fixer, Rewrite } from './fix.ts';
import { conditionAround, memberAround, type FindingSite } from './findingSite.ts';

/** Entries go; a list that would be empty is left for its reader to decide. */
export function removeEntries(nodes: readonly Node[], title: string): readonly Rewrite[] {
  const [first] = nodes;
  const isPart = first?.parent?.type === 'array' && nodes.length < (first.parent.children?.length ?? 0);
  return isPart ? [{ title, edits: removeNodes(nodes) }] : [];
}

const many = ({ nodes }: FindingSite, one: string, more: string): string =>
  nodes.length === 1 ? one : `${more} (${nodes.length})`;

/** Takes entries away, and offers to take away all that is redundant in the policy where that is more. */
function orEverything(site: FindingSite, entries: readonly Node[], title: string): readonly Rewrite[] {
  const rewrites = removeEntries(entries, title);
  const layer = site.type && layerOfType[site.type];
  const parts = redundantParts(getNodeValue(site.root), layer ? { layer } : {});
  const nodes = parts.flatMap(({ path }) => findNodeAtLocation(site.root, [...path]) ?? []);
  if (nodes.length <= entries.length) return rewrites;
  const lists = new Set(nodes.map(({ parent }) => parent));
  const edits = [...lists].flatMap((list) => removeNodes(nodes.filter(({ parent }) => parent === list)));
  return [...rewrites, { title: `Remove all ${nodes.length} redundant parts of this policy`, edits }];
}

/** An operator without keys goes, and with it a condition without operators. */
function emptyMember({ node }: FindingSite): Node | undefined {
  const place = conditionAround(node);
  return place?.block.children?.length === 1 ? memberAround(place.block) : memberAround(node);
}

export const removalFixes: readonly Fixer[] = [
  {
    codes: ['REDUNDANT_ACTION'],
    rewrites: (site) =>
      orEverything(
        site,
        site.nodes,
        many(site, 'Remove the redundant action', 'Remove the redundant actions'),
      ),
  },
  {
    codes: ['REDUNDANT_RESOURCE'],
    rewrites: (site) =>
      orEverything(
        site,
        site.nodes,
        many(site, 'Remove the redundant resource', 'Remove the redundant resources'),
      ),
  },
  {
    codes: ['REDUNDANT_STATEMENT', 'SPB_STATEMENT_COVERED', 'SPB_ALLOW_ALWAYS_DENIED'],
    rewrites: (site) => orEverything(site, [site.node], 'Remove this statement'),
  },
  {
    codes: ['SPB_ACTION_NEVER_ALLOWED'],
    rewrites: (site) =>
      removeEntries(
        site.nodes,
        many(site, 'Remove the action that has no effect', 'Remove the actions that have no effect'),
      ),
  },
  {
    codes: ['REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY'],
    rewrites: ({ nodes }) => removeEntries(nodes, 'Remove the session'),
  },
  {
    codes: ['EMPTY_SID_VALUE', 'EMPTY_OBJECT_CONDITION'],
    rewrites: (site) => {
      const member = emptyMember(site);
      return member ? [{ title: 'Remove the empty element', edits: removeNodes([member]) }] : [];
    },
  },
];
