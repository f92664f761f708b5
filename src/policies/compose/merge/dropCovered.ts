import { coversAction } from '../../language/subsumes.ts';
import { listOf, type Statement } from '../../language/policy.ts';
import { addSources, clearCachedKeys, type MergeItem, wildcardIndex } from './statementSet.ts';
import { subsumesResource } from '../../language/resourcePattern.ts';
import { prefixIndexOf, PrefixIndex } from '../../language/prefixIndex.ts';

/** An item as something that may cover others, with its patterns ready to be searched. */
interface CoverCandidate {
  readonly item: MergeItem;
  readonly patterns: PrefixIndex<string>;
  readonly actions: PrefixIndex<string> | undefined;
}

/** What some items may cover, ready to be searched. */
export interface Covers {
  readonly byResource: PrefixIndex<CoverCandidate>;
  readonly actions: ReadonlySet<string>;
  readonly wildcards: PrefixIndex<string> | undefined;
}

export function coversOf(items: readonly MergeItem[]): Covers {
  const byResource = new PrefixIndex<CoverCandidate>();
  const actions = new Set<string>();
  for (const item of items) {
    const wide = {
      item,
      patterns: prefixIndexOf(item.resources),
      actions: wildcardIndex(item.actions.keys()),
    };
    for (const resource of item.resources) byResource.add(resource, wide);
    for (const action of item.actions.keys()) actions.add(action);
  }
  return { byResource, actions, wildcards: wildcardIndex(actions) };
}

/** Whether any action of a statement could be covered: most cannot, and need no look at resources. */
export function sharesAction({ actions, wildcards }: Covers, { Action }: Statement): boolean {
  return listOf(Action).some(
    (action) => actions.has(action) || (wildcards?.candidates(action.toLowerCase()).length ?? 0) > 0,
  );
}

/** Moves actions of an item that others grant or deny on all its resources to those. The number that was moved. */
export function moveCoveredActions({ byResource }: Covers, item: MergeItem): number {
  const [first = ''] = item.resources;
  let moved = 0;
  for (const wide of new Set(byResource.candidates(first))) {
    if (wide.item !== item && coversResources(wide, item)) moved += moveActions(wide, item);
  }
  return moved;
}

function coversResources({ item: { resources }, patterns }: CoverCandidate, item: MergeItem): boolean {
  return [...item.resources].every(
    (resource) =>
      resources.has(resource) ||
      patterns.candidates(resource).some((other) => subsumesResource(other, resource)),
  );
}

function moveActions({ item: wide, actions }: CoverCandidate, item: MergeItem): number {
  const before = item.actions.size;
  for (const [action, sources] of item.actions) {
    const by = wide.actions.has(action)
      ? action
      : actions
          ?.candidates(action.toLowerCase())
          .find((other) => wide.actions.has(other) && coversAction(other, action));
    if (by === undefined) continue;
    item.actions.delete(action);
    addSources(wide, by, sources);
  }
  if (item.actions.size < before) clearCachedKeys(item);
  return before - item.actions.size;
}
