import { canonicalCondition, canonicalValue } from '../../language/canonical.ts';
import type { Source, StatementProvenance } from '../../model/composedDocument.ts';
import {
  type ConditionBlock,
  listOf,
  type OneOrMany,
  type Principal,
  type Statement,
} from '../../language/policy.ts';
import { formerSids } from './formerSid.ts';
import { type Covers, coversOf, moveCoveredActions, sharesAction } from './dropCovered.ts';
import { actionsKey, entriesOf, type MergeItem, joinItems, resourcesKey } from './statementSet.ts';
import { contentName, type SidSource, type MergedPart, uniqueSids } from './sids.ts';

/** A statement on its way through the merge, with the choice it comes from. */
export interface AttributedStatement {
  readonly statement: Statement;
  readonly name: SidSource;
  /** The choices that ask for the whole statement. */
  readonly sources?: readonly Source[];
  /** Action → the choices that ask for it, where that is not all of them. */
  readonly actions?: StatementProvenance['actions'];
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
  readonly entries: { readonly entry: AttributedStatement; readonly order: number }[];
}

/**
 * Fewer statements with exactly the same access: actions are joined where effect, principal, resources and conditions
 * are equal, resources where actions and conditions are; what another statement covers is removed. Statements with
 * NotAction, NotResource or NotPrincipal stay as they are, without repeats. Sids come out unique, letters and
 * digits only. Actions, resources and conditions are sorted.
 */
export function mergeStatements(statements: readonly Statement[]): Statement[] {
  // Conditions are copied: caches are keyed by the object, and a caller may change the object it passed in.
  const named = statements.map((statement) => ({
    statement: statement.Condition ? { ...statement, Condition: { ...statement.Condition } } : statement,
    name: { template: statement.Sid?.replace(/[^0-9A-Za-z]/g, '') || contentName(statement), row: 0 },
  }));
  return mergeAttributed(named).map((merged) => merged.statement);
}

/** As `mergeStatements`, keeping for every statement and action the choices that need it. */
export function mergeAttributed(statements: readonly AttributedStatement[]): readonly MergedStatement[] {
  const merged = [...mergeGroups(groupMergeable(statements)), ...distinctOthers(statements)].sort(
    (one, other) => one.order - other.order,
  );
  const sids = uniqueSids(merged);
  const former = formerSids(merged.map((entry) => entry.names));
  return merged.map(({ statement, provenance }, index) => ({
    statement: { Sid: sids[index] ?? '', ...statement },
    provenance: former[index] === sids[index] ? provenance : { ...provenance, former: former[index] ?? '' },
  }));
}

/**
 * Groups without a condition come first: they may cover all groups of their frame, and must not change after that. Most
 * other groups are one statement that nothing covers.
 */
function mergeGroups(groups: readonly Group[]): readonly Finished[] {
  const free = groups.filter((group) => group.condition === undefined).map(freeItems);
  const coversOfFrame = new Map(free.map(({ group, items }) => [group.frame, coversOf(items)]));
  const conditional = groups
    .filter((group) => group.condition !== undefined)
    .flatMap((group) => conditionalItems(group, coversOfFrame.get(group.frame)));
  // The free items come last: covering adds the sources of what they cover, so only now are theirs complete.
  return [...free.flatMap(({ group, items }) => finish(group, items)), ...conditional];
}

function freeItems(group: Group): { readonly group: Group; readonly items: readonly MergeItem[] } {
  const items = joinItems(itemsOf(group));
  return { group, items: withoutCovered(coversOf(items), items) };
}

function conditionalItems(group: Group, free: Covers | undefined): readonly Finished[] {
  const [only, ...others] = group.entries;
  if (only && others.length === 0 && !(free && sharesAction(free, only.entry.statement))) {
    return [{ ...mergeSingle(group, only.entry), order: only.order }];
  }
  const joined = joinItems(itemsOf(group));
  const left = free ? withoutCovered(free, joined) : joined;
  return finish(group, left.length > 1 ? withoutCovered(coversOf(left), left) : left);
}

const mergedSingles = new WeakMap<AttributedStatement, Finished>();

/** A statement that is a group by itself. The same one comes back keystroke after keystroke. */
function mergeSingle(group: Group, entry: AttributedStatement): Finished {
  const cached = mergedSingles.get(entry);
  if (cached) return cached;
  const [finished] = finish(group, joinItems([itemOf(entry, 0)]));
  if (!finished) throw new Error('a statement got lost while it was merged');
  mergedSingles.set(entry, finished);
  return finished;
}

const isMergeable = ({ Action, Resource, NotAction, NotResource, NotPrincipal }: Statement): boolean =>
  Action !== undefined && Resource !== undefined && !NotAction && !NotResource && !NotPrincipal;

function groupMergeable(statements: readonly AttributedStatement[]): readonly Group[] {
  const groups = new Map<string, Group>();
  statements.forEach((entry, order) => {
    if (!isMergeable(entry.statement)) return;
    const { Effect, Principal } = entry.statement;
    const { key, frame, condition } = keysOf(entry.statement);
    const group = groups.get(key) ?? { effect: Effect, principal: Principal, condition, frame, entries: [] };
    group.entries.push({ entry, order });
    groups.set(key, group);
  });
  return [...groups.values()];
}

interface Keys {
  readonly key: string;
  readonly frame: string;
  readonly condition: ConditionBlock | undefined;
}

const keysOfConditions = new WeakMap<ConditionBlock, Keys>();

/** Statements with the same key are one group. Keys and ordered conditions are made once for each condition and what it is usually with. */
function keysOf({ Effect, Principal, Condition }: Statement): Keys {
  const frame = Principal ? `${Effect} ${JSON.stringify(canonicalValue(Principal))}` : Effect;
  if (!Condition) return { frame, condition: undefined, key: `${frame} undefined` };
  const cached = keysOfConditions.get(Condition);
  if (cached?.frame === frame) return cached;
  const condition = cached?.condition ?? canonicalCondition(Condition);
  const keys = { frame, condition, key: `${frame} ${JSON.stringify(condition)}` };
  keysOfConditions.set(Condition, keys);
  return keys;
}

function itemOf(
  { statement, name, sources = [], actions = {} }: AttributedStatement,
  order: number,
): MergeItem {
  return {
    order,
    names: [{ ...name, of: statement }],
    actions: new Map(
      listOf(statement.Action).map((action) => [
        action,
        Object.hasOwn(actions, action) ? (actions[action] ?? sources) : sources,
      ]),
    ),
    resources: new Set(listOf(statement.Resource)),
  };
}

/** Several personas may ask for the very same statement: it is one item with all their names and sources. */
function itemsOf({ entries }: Group): readonly MergeItem[] {
  const byStatement = new Map<Statement, Group['entries'][number][]>();
  for (const one of entries) {
    const same = byStatement.get(one.entry.statement);
    if (same) same.push(one);
    else byStatement.set(one.entry.statement, [one]);
  }
  return [...byStatement.values()].map(sameItem);
}

function sameItem(same: Group['entries']): MergeItem {
  const [first] = same;
  if (!first) throw new Error('a group of statements without any');
  if (same.length === 1) return itemOf(first.entry, first.order);
  const sources = [...new Set(same.flatMap(({ entry }) => entry.sources ?? []))];
  const item = itemOf({ ...first.entry, sources }, first.order);
  item.names.push(...same.slice(1).map(({ entry }) => ({ ...entry.name, of: entry.statement })));
  return item;
}

/** Removes actions, and with them statements, that another statement grants or denies on all the same resources. */
function withoutCovered(covers: Covers, items: readonly MergeItem[]): readonly MergeItem[] {
  const removed = items.reduce((sum, item) => sum + moveCoveredActions(covers, item), 0);
  return removed === 0 ? items : joinItems(items.filter((item) => item.actions.size > 0));
}

interface Finished extends MergedStatement {
  readonly order: number;
  readonly names: readonly MergedPart[];
}

function finish(group: Group, items: readonly MergeItem[]): readonly Finished[] {
  return items.map((item) => {
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

function provenanceOf({ actions }: MergeItem, sorted: readonly string[]): StatementProvenance {
  const all = new Set<Source>();
  const byAction = sorted.map((action): readonly [string, readonly Source[]] => {
    const sources = actions.get(action) ?? [];
    for (const source of sources) all.add(source);
    return [action, sources];
  });
  return { sources: [...all], actions: Object.fromEntries(byAction) };
}

const oneOrMany = (entries: readonly string[]): OneOrMany =>
  entries.length === 1 && entries[0] !== undefined ? entries[0] : entries;

function distinctOthers(statements: readonly AttributedStatement[]): readonly Finished[] {
  const seen = new Map<string, Finished>();
  statements.forEach(({ statement, name, sources = [] }, order) => {
    if (isMergeable(statement)) return;
    const { Sid: _sid, ...content } = statement;
    const key = JSON.stringify(content);
    const actions = listOf(statement.Action).map((action) => [action, [...sources]] as const);
    const provenance = { sources: [...sources], actions: Object.fromEntries(actions) };
    const earlier = seen.get(key);
    seen.set(
      key,
      earlier
        ? withSources(earlier, sources)
        : { order, names: [{ ...name, of: statement }], statement: content, provenance },
    );
  });
  return [...seen.values()];
}

/** A repeated statement counts for everything that asks for it. */
function withSources(finished: Finished, added: readonly Source[]): Finished {
  const { sources, actions } = finished.provenance;
  const union = (listed: readonly Source[]) => [...new Set([...listed, ...added])];
  const byAction = Object.entries(actions).map(([action, askedBy]) => [action, union(askedBy)] as const);
  return { ...finished, provenance: { sources: union(sources), actions: Object.fromEntries(byAction) } };
}
