import type { Source } from './composed.ts';
import { coversAction, coversResource } from './cover.ts';
import type { Name } from './sid.ts';
import { indexOf, type StartIndex } from './startIndex.ts';

/** A statement while it is merged: its actions with the choices that need them, and its resources. */
export interface Item {
  /** Place of the first statement that went into it; orders the result. */
  order: number;
  readonly names: Name[];
  readonly actions: Map<string, Set<Source>>;
  readonly resources: Set<string>;
}

export function addSources(item: Item, action: string, sources: ReadonlySet<Source>): void {
  const known = item.actions.get(action);
  if (!known) item.actions.set(action, new Set(sources));
  else for (const source of sources) known.add(source);
}

/** Removes entries of a statement that another entry of the same list covers. */
export function simplify(item: Item): void {
  const wideActions = wildcardIndex(item.actions.keys());
  for (const [action, sources] of wideActions ? item.actions : []) {
    const wide = wideActions
      ?.candidates(action.toLowerCase())
      .find((other) => other !== action && item.actions.has(other) && coversAction(other, action));
    if (wide === undefined) continue;
    item.actions.delete(action);
    addSources(item, wide, sources);
  }
  const wideResources = wildcardIndex(item.resources);
  for (const resource of wideResources ? item.resources : []) {
    const covered = wideResources
      ?.candidates(resource)
      .some((other) => other !== resource && item.resources.has(other) && coversResource(other, resource));
    if (covered) item.resources.delete(resource);
  }
}

/** The wildcards among some entries, nothing when there are none. Found by small letters or by the letters as they are. */
export function wildcardIndex(entries: Iterable<string>): StartIndex<string> | undefined {
  const wildcards = [...entries].filter((text) => text.includes('*') || text.includes('?'));
  if (wildcards.length === 0) return undefined;
  const index = indexOf(wildcards);
  for (const wildcard of wildcards)
    if (wildcard !== wildcard.toLowerCase()) index.add(wildcard.toLowerCase(), wildcard);
  return index;
}
