import { accessLevels, levelName, levelRank } from '../catalog/accessLevels.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { factsOf, matchedActions, splitAction } from '../catalog/lookup.ts';
import { listOf, type OneOrMany, type PolicyDocument, type Statement } from '../language/policy.ts';
import { type ConditionWords, conditionsInWords } from './conditionSentences.ts';

/** Whom `*` means. */
export const ANY_PRINCIPAL = 'any principal';

/** Actions of one service and access level that a statement names. */
export interface ActionGroup {
  readonly service: string;
  /**
   * As AWS calls it. `unknown` while the service's data is not there, `notListed` for what AWS does not list, `everything` for
   * a pattern of every action there is.
   */
  readonly accessLevel: string;
  /** As the statement writes them. */
  readonly written: readonly string[];
  /** What they stand for; names only. */
  readonly actions: readonly string[];
  /** How many actions of this level the service has; nothing while no one knows. */
  readonly ofTotal: number | undefined;
}

/** One statement in plain words. */
export interface StatementWords {
  /** Place of the statement in the document. */
  readonly index: number;
  readonly effect: Statement['Effect'];
  /** Nothing in policies that do not name anybody. */
  readonly who: readonly string[];
  /** `true` for `NotPrincipal`, `NotAction` and `NotResource`: everything but these. */
  readonly exceptWho: boolean;
  readonly exceptActions: boolean;
  readonly exceptResources: boolean;
  readonly groups: readonly ActionGroup[];
  readonly resources: readonly string[];
  readonly conditions: readonly ConditionWords[];
}

/** Every statement of a document in plain words, in its order. Actions are looked up in the catalog as far as it is loaded. */
export function explainPolicy(
  policy: PolicyDocument,
  catalog: Catalog | undefined,
): readonly StatementWords[] {
  return [policy.Statement].flat().map((statement, index) => ({
    index,
    effect: statement.Effect,
    who: principals(statement),
    exceptWho: statement.NotPrincipal !== undefined,
    exceptActions: statement.NotAction !== undefined,
    exceptResources: statement.NotResource !== undefined,
    groups: actionGroups(listOf(statement.Action ?? statement.NotAction), catalog),
    resources: listOf(statement.Resource ?? statement.NotResource),
    conditions: conditionsInWords(statement.Condition),
  }));
}

function principals({ Principal, NotPrincipal }: Statement): readonly string[] {
  const named = Principal ?? NotPrincipal;
  if (named === undefined) return [];
  if (named === '*') return [ANY_PRINCIPAL];
  return Object.entries(named).flatMap(([type, names]: readonly [string, OneOrMany]) =>
    listOf(names).map((name) =>
      name === '*' ? ANY_PRINCIPAL : type === 'AWS' ? name : `${NAMES[type] ?? type} ${name}`,
    ),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  Service: 'the service',
  Federated: 'users of',
  CanonicalUser: 'the canonical user',
};

/** Grouped by service and access level, what matters most first. */
export function actionGroups(
  patterns: readonly string[],
  catalog: Catalog | undefined,
): readonly ActionGroup[] {
  const groups = new Map<string, CollectedGroup>();
  for (const pattern of patterns)
    for (const { service, accessLevel, action } of actionsWithLevel(pattern, catalog)) {
      const key = `${service} ${accessLevel}`;
      const group = groups.get(key) ?? { service, accessLevel, written: new Set(), actions: new Set() };
      group.written.add(pattern);
      group.actions.add(action);
      groups.set(key, group);
    }
  return [...groups.values()]
    .map(({ service, accessLevel, written, actions }) => ({
      service,
      accessLevel,
      written: [...written],
      actions: [...actions],
      ofTotal: totalOf(catalog, service, accessLevel),
    }))
    .toSorted(
      (one, other) =>
        one.service.localeCompare(other.service) || levelRank(one.accessLevel) - levelRank(other.accessLevel),
    );
}

interface CollectedGroup {
  readonly service: string;
  readonly accessLevel: string;
  readonly written: Set<string>;
  readonly actions: Set<string>;
}

interface ActionWithLevel {
  readonly service: string;
  readonly accessLevel: string;
  readonly action: string;
}

/** The actions that a pattern matches, or the pattern itself where the data has none. */
function actionsWithLevel(pattern: string, catalog: Catalog | undefined): readonly ActionWithLevel[] {
  const [prefix, name] = splitAction(pattern);
  const found = catalog && matchedActions(catalog, pattern);
  if (!found || found.length === 0)
    return [
      {
        service: prefix || '*',
        accessLevel: withoutLevel(pattern, prefix, catalog),
        action: prefix === '' ? pattern : name,
      },
    ];
  return found.map((action) => ({
    service: prefix,
    accessLevel: levelName(action.accessLevel),
    action: action.name.slice(prefix.length + 1),
  }));
}

/** Why actions have no access level. */
function withoutLevel(pattern: string, prefix: string, catalog: Catalog | undefined): string {
  if (/^\*+(?::\*+)?$/.test(pattern)) return 'everything';
  const state = catalog?.state(prefix);
  return state === 'loaded' || state === 'unknown' || state === 'retired' ? 'notListed' : 'unknown';
}

/** How many actions of a level a service has; no one knows for actions that are in no list. */
function totalOf(catalog: Catalog | undefined, service: string, level: string): number | undefined {
  const facts = accessLevels.includes(level) ? catalog?.service(service) : undefined;
  return facts && factsOf(facts).countOfLevel(level);
}
