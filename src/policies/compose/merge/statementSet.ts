import type { Source } from '../../model/composedDocument.ts';
import { coversAction } from '../../language/subsumes.ts';
import { subsumesResource } from '../../language/resourcePattern.ts';
import type { MergedPart } from './sids.ts';
import { prefixIndexOf, type PrefixIndex } from '../../language/prefixIndex.ts';

/** A statement while it is merged: its actions with the choices that need them, and its resources. */
export interface MergeItem {
  /** Place of the first statement that went into it; orders the result. */
  order: number;
  readonly names: MergedPart[];
  readonly actions: Map<string, readonly Source[]>;
  readonly resources: Set<string>;
  /** Its actions and resources as text; absent after a change. */
  actionsKey?: string | undefined;
  resourcesKey?: string | undefined;
  /** No entry covers another; absent after a change. */
  isMinimal?: true | undefined;
}

/** Clears what is cached about the entries of an item. To be called after every change to them. */
export function clearCachedKeys(item: MergeItem): void {
  item.actionsKey = undefined;
  item.resourcesKey = undefined;
  item.isMinimal = undefined;
}

const keyOf = (entries: Iterable<string>): string => [...entries].sort().join(SEPARATOR);

/** In no action or resource: policies cannot hold it. */
const SEPARATOR = '\u0000';

/** The entries of a key, sorted. */
export const entriesOf = (key: string): readonly string[] => key.split(SEPARATOR);

export function resourcesKey(item: MergeItem): string {
  item.resourcesKey ??= keyOf(item.resources);
  return item.resourcesKey;
}

export function actionsKey(item: MergeItem): string {
  item.actionsKey ??= keyOf(item.actions.keys());
  return item.actionsKey;
}

/** Lists of sources are shared between actions, so they are replaced, never changed. */
export function addSources(item: MergeItem, action: string, sources: readonly Source[]): void {
  const listed = item.actions.get(action);
  if (!listed) item.actions.set(action, sources);
  else if (listed !== sources) item.actions.set(action, [...new Set([...listed, ...sources])]);
}

/** Removes entries of a statement that another entry of the same list covers. Whether there were any. */
function simplify(item: MergeItem): boolean {
  if (item.isMinimal) return false;
  const before = item.actions.size + item.resources.size;
  const wideActions = item.actions.size > 1 ? wildcardIndex(item.actions.keys()) : undefined;
  for (const [action, sources] of wideActions ? item.actions : []) {
    const wide = wideActions
      ?.candidates(action.toLowerCase())
      .find((other) => other !== action && item.actions.has(other) && coversAction(other, action));
    if (wide === undefined) continue;
    item.actions.delete(action);
    addSources(item, wide, sources);
  }
  const wideResources = item.resources.size > 1 ? wildcardIndex(item.resources) : undefined;
  for (const resource of wideResources ? item.resources : []) {
    const covered = wideResources
      ?.candidates(resource)
      .some((other) => other !== resource && item.resources.has(other) && subsumesResource(other, resource));
    if (covered) item.resources.delete(resource);
  }
  const removed = item.actions.size + item.resources.size < before;
  if (removed) clearCachedKeys(item);
  item.isMinimal = true;
  return removed;
}

/** The wildcards among some entries, nothing when there are none. Found by small letters or by the letters as they are. */
export function wildcardIndex(entries: Iterable<string>): PrefixIndex<string> | undefined {
  const wildcards = [...entries].filter((text) => text.includes('*') || text.includes('?'));
  if (wildcards.length === 0) return undefined;
  const index = prefixIndexOf(wildcards);
  for (const wildcard of wildcards)
    if (wildcard !== wildcard.toLowerCase()) index.add(wildcard.toLowerCase(), wildcard);
  return index;
}

/** Joins by equal resources, then by equal actions, until neither finds a pair nor shortens an item. */
export function joinItems(items: readonly MergeItem[]): readonly MergeItem[] {
  let joined = items;
  for (let again = true; again; ) {
    const before = joined.length;
    joined = joinBy(joined, resourcesKey);
    again = simplifyAll(joined);
    joined = joinBy(joined, actionsKey);
    again = simplifyAll(joined) || again || joined.length !== before;
  }
  return joined;
}

/** Whether anything was removed. */
const simplifyAll = (items: readonly MergeItem[]): boolean =>
  items.reduce((removed, item) => simplify(item) || removed, false);

function joinBy(items: readonly MergeItem[], key: (item: MergeItem) => string): readonly MergeItem[] {
  if (items.length === 1) return items;
  const joined = new Map<string, MergeItem>();
  for (const item of items) {
    const text = key(item);
    const earlier = joined.get(text);
    if (earlier) mergeInto(earlier, item);
    else joined.set(text, item);
  }
  return [...joined.values()];
}

function mergeInto(into: MergeItem, from: MergeItem): void {
  clearCachedKeys(into);
  into.order = Math.min(into.order, from.order);
  into.names.push(...from.names);
  for (const resource of from.resources) into.resources.add(resource);
  for (const [action, sources] of from.actions) addSources(into, action, sources);
}
