import type { Source, StatementProvenance } from './composed.ts';
import { canonicalCondition, canonicalValue } from './canonical.ts';
import { coversAction, coversResource } from './cover.ts';
import { type ConditionBlock, listOf, type OneOrMany, type Principal, type Statement } from './document.ts';
import {
  actionsKey,
  addSources,
  changed,
  entriesOf,
  type Item,
  resourcesKey,
  simplify,
  wildcardIndex,
} from './mergeItem.ts';
import { contentName, type Name, uniqueSids } from './sid.ts';
import { indexOf, StartIndex } from './startIndex.ts';

/** A statement on its way through the merge, with the choice it comes from. */
export interface SourcedStatement {
  readonly statement: Statement;
  readonly name: Name;
  /** The choices that ask for the whole statement. */
  readonly sources?: readonly Source[];
}

export interface MergedStatement {
  readonly statement: Statement;
  readonly provenance: StatementProvenance;
}

/** Statements that differ in nothing but actions and resources. */
interface Group {
  readonly effect: Statement['Effect'];
  readonly principal: Principal | undefined;
  readonly condition: ConditionBlock | undefined;
  /** Effect and principal: a group without a condition may cover groups of the same frame. */
  readonly frame: string;
  items: Item[];
}

/** An item as something that may cover others, with its patterns ready to be searched. */
interface Wide {
  readonly item: Item;
  readonly patterns: StartIndex<string>;
  readonly actions: StartIndex<string> | undefined;
}

/**
 * Fewer statements with exactly the same access: actions are joined where effect, principal, resources and conditions
 * are equal, resources where actions and conditions are; what another statement covers is removed. Statements with
 * NotAction, NotResource or NotPrincipal are kept as they are, without repeats. Sids come out unique, letters and
 * digits only. Actions, resources and conditions are sorted.
 */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  // Conditions are copied: what is known about one is kept by its object, and a caller may change its own.
  const named = statements.map((statement) => ({
    statement: statement.Condition ? { ...statement, Condition: { ...statement.Condition } } : statement,
    name: { template: statement.Sid?.replace(/[^0-9A-Za-z]/g, '') || contentName(statement), row: 0 },
  }));
  return mergeSourced(named).map((merged) => merged.statement);
}

/** As `mergeStatements`, keeping for every statement and action the choices that need it. */
export function mergeSourced(statements: readonly SourcedStatement[]): readonly MergedStatement[] {
  const groups = groupMergeable(statements);
  for (const group of groups) join(group);
  dropCovered(groups);
  const kept = [...groups.flatMap(finishGroup), ...distinctOthers(statements)].sort(
    (one, other) => one.order - other.order,
  );
  const sids = uniqueSids(kept.map((entry) => entry.names));
  return kept.map(({ statement, provenance }, index) => ({
    statement: { Sid: sids[index] ?? '', ...statement },
    provenance,
  }));
}

const isMergeable = ({ Action, Resource, NotAction, NotResource, NotPrincipal }: Statement): boolean =>
  Action !== undefined && Resource !== undefined && !NotAction && !NotResource && !NotPrincipal;

function groupMergeable(statements: readonly SourcedStatement[]): readonly Group[] {
  const groups = new Map<string, Group>();
  statements.forEach((entry, order) => {
    if (!isMergeable(entry.statement)) return;
    const { Effect, Principal } = entry.statement;
    const { key, frame, condition } = keysOf(entry.statement);
    const group = groups.get(key) ?? { effect: Effect, principal: Principal, condition, frame, items: [] };
    group.items.push(itemOf(entry, order));
    groups.set(key, group);
  });
  return [...groups.values()];
}

interface Keys {
  readonly key: string;
  readonly frame: string;
  readonly condition: ConditionBlock | undefined;
}

const knownKeys = new WeakMap<ConditionBlock, Omit<Keys, 'key'> & { readonly text: string }>();

/** Statements with the same key are one group. Conditions are brought into one order once for each object. */
function keysOf({ Effect, Principal, Condition }: Statement): Keys {
  const frame = Principal ? `${Effect} ${JSON.stringify(canonicalValue(Principal))}` : Effect;
  if (!Condition) return { frame, condition: undefined, key: `${frame} undefined` };
  const known = knownKeys.get(Condition);
  if (known) return { ...known, frame, key: `${frame} ${known.text}` };
  const condition = canonicalCondition(Condition);
  const text = JSON.stringify(condition);
  knownKeys.set(Condition, { frame, condition, text });
  return { frame, condition, key: `${frame} ${text}` };
}

function itemOf({ statement, name, sources = [] }: SourcedStatement, order: number): Item {
  return {
    order,
    names: [name],
    actions: new Map(listOf(statement.Action).map((action) => [action, sources])),
    resources: new Set(listOf(statement.Resource)),
  };
}

/** Joins by equal resources, then by equal actions, until neither finds a pair nor shortens an item. */
function join(group: Group): void {
  for (let again = true; again; ) {
    const before = group.items.length;
    group.items = joinBy(group.items, resourcesKey);
    again = simplifyAll(group.items);
    group.items = joinBy(group.items, actionsKey);
    again = simplifyAll(group.items) || again || group.items.length !== before;
  }
}

/** Whether anything was removed. */
const simplifyAll = (items: readonly Item[]): boolean =>
  items.reduce((removed, item) => simplify(item) || removed, false);

function joinBy(items: Item[], key: (item: Item) => string): Item[] {
  if (items.length === 1) return items;
  const joined = new Map<string, Item>();
  for (const item of items) {
    const text = key(item);
    const known = joined.get(text);
    if (known) absorb(known, item);
    else joined.set(text, item);
  }
  return [...joined.values()];
}

function absorb(into: Item, from: Item): void {
  changed(into);
  into.order = Math.min(into.order, from.order);
  into.names.push(...from.names);
  for (const resource of from.resources) into.resources.add(resource);
  for (const [action, sources] of from.actions) addSources(into, action, sources);
}

/**
 * Removes actions, and with them statements, that another statement grants or denies on all the same resources. Groups
 * without a condition come first: they may cover all groups of their frame, and must not change after that.
 */
function dropCovered(groups: readonly Group[]): void {
  const free = groups.filter((group) => group.condition === undefined);
  for (const group of free) dropCoveredBy(byResource(group.items), group);
  const freeOfFrame = new Map(free.map((group) => [group.frame, byResource(group.items)]));
  for (const group of groups) {
    if (group.condition === undefined) continue;
    const wide = freeOfFrame.get(group.frame);
    if (wide) dropCoveredBy(wide, group);
    if (group.items.length > 1) dropCoveredBy(byResource(group.items), group);
  }
}

function byResource(items: readonly Item[]): StartIndex<Wide> {
  const index = new StartIndex<Wide>();
  for (const item of items) {
    const wide = { item, patterns: indexOf(item.resources), actions: wildcardIndex(item.actions.keys()) };
    for (const resource of item.resources) index.add(resource, wide);
  }
  return index;
}

function dropCoveredBy(candidates: StartIndex<Wide>, group: Group): void {
  let removed = 0;
  for (const item of group.items) {
    const [first = ''] = item.resources;
    for (const wide of new Set(candidates.candidates(first))) {
      if (wide.item !== item && coversResources(wide, item)) removed += moveCoveredActions(wide, item);
    }
  }
  if (removed === 0) return;
  group.items = group.items.filter((item) => item.actions.size > 0);
  join(group);
}

function coversResources({ item: { resources }, patterns }: Wide, item: Item): boolean {
  return [...item.resources].every(
    (resource) =>
      resources.has(resource) ||
      patterns.candidates(resource).some((other) => coversResource(other, resource)),
  );
}

/** The number of actions that were moved. */
function moveCoveredActions({ item: wide, actions }: Wide, item: Item): number {
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
  if (item.actions.size < before) changed(item);
  return before - item.actions.size;
}

interface Finished extends MergedStatement {
  readonly order: number;
  readonly names: readonly Name[];
}

function finishGroup(group: Group): readonly Finished[] {
  return group.items.map((item) => {
    const Action = entriesOf(actionsKey(item));
    const statement: Statement = {
      Effect: group.effect,
      ...(group.principal === undefined ? {} : { Principal: group.principal }),
      Action,
      Resource: oneOrMany(entriesOf(resourcesKey(item))),
      ...(group.condition === undefined ? {} : { Condition: group.condition }),
    };
    return { order: item.order, names: item.names, statement, provenance: provenanceOf(item, Action) };
  });
}

function provenanceOf({ actions }: Item, sorted: readonly string[]): StatementProvenance {
  const byAction = sorted.map((action) => [action, actions.get(action) ?? []] as const);
  const all = new Set<Source>();
  for (const [, sources] of byAction) for (const source of sources) all.add(source);
  return { sources: [...all], actions: Object.fromEntries(byAction) };
}

const oneOrMany = (entries: readonly string[]): OneOrMany =>
  entries.length === 1 && entries[0] !== undefined ? entries[0] : entries;

function distinctOthers(statements: readonly SourcedStatement[]): readonly Finished[] {
  const seen = new Map<string, Finished>();
  statements.forEach(({ statement, name, sources = [] }, order) => {
    if (isMergeable(statement)) return;
    const { Sid: _sid, ...content } = statement;
    const key = JSON.stringify(content);
    const actions = listOf(statement.Action).map((action) => [action, [...sources]] as const);
    const provenance = { sources: [...sources], actions: Object.fromEntries(actions) };
    if (!seen.has(key)) seen.set(key, { order, names: [name], statement: content, provenance });
  });
  return [...seen.values()];
}
