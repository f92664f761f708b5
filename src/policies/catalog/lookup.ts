import { levelName } from './accessLevels.ts';
import type { Catalog } from './catalog.ts';
import type { ActionFacts, ConditionKey, KeyType, Service } from './service.ts';
import { globMatcher, isPattern } from '../language/glob.ts';

/** Look-ups over one service, made once for the service's data. */
export interface ServiceFacts {
  /** The actions that a name or pattern of this service matches; `pattern` is what follows the colon. */
  matching(pattern: string): readonly ActionFacts[];
  /** How many of its actions have an access level, by its name. */
  countOfLevel(level: string): number;
  key(lowerKey: string): ConditionKey | undefined;
}

const factsByService = new WeakMap<Service, ServiceFacts>();
const MAX_CACHED_PATTERNS = 4000;
/** More than all actions there are; only texts made up to fill the memory reach it. */
const MAX_CACHED_TEXTS = 40_000;

export function factsOf(service: Service): ServiceFacts {
  const cached = factsByService.get(service);
  if (cached) return cached;
  const facts = prepare(service);
  factsByService.set(service, facts);
  return facts;
}

function prepare(service: Service): ServiceFacts {
  const cut = service.prefix.length + 1;
  const names = new Map(service.actions.map((action) => [action.name.slice(cut).toLowerCase(), action]));
  const counts = countByLevel(service.actions);
  const actionsByPattern = new Map<string, readonly ActionFacts[]>();
  const find = (lower: string): readonly ActionFacts[] => {
    if (!isPattern(lower)) {
      const action = names.get(lower);
      return action ? [action] : [];
    }
    const matches = globMatcher(lower);
    return [...names].flatMap(([name, action]) => (matches(name) ? [action] : []));
  };
  return {
    matching(pattern) {
      const lower = pattern.toLowerCase();
      const before = actionsByPattern.get(lower);
      if (before) return before;
      const found = find(lower);
      if (actionsByPattern.size < MAX_CACHED_PATTERNS) actionsByPattern.set(lower, found);
      return found;
    },
    countOfLevel: (level) => counts.get(level) ?? 0,
    key: keyLookUp(service.conditionKeys),
  };
}

function countByLevel(actions: readonly ActionFacts[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { accessLevel } of actions) {
    const level = levelName(accessLevel);
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  return counts;
}

const matchesByCatalog = new WeakMap<Catalog, Map<string, readonly ActionFacts[]>>();

/** The actions that a name or pattern with its prefix matches; nothing while its service is unknown or not loaded. */
export function matchedActions(catalog: Catalog, text: string): readonly ActionFacts[] | undefined {
  const actionsByText = matchesByCatalog.get(catalog) ?? new Map<string, readonly ActionFacts[]>();
  const before = actionsByText.get(text);
  if (before) return before;
  const [prefix, name] = splitAction(text);
  const service = catalog.service(prefix);
  if (!service) return undefined;
  const found = factsOf(service).matching(name);
  if (actionsByText.size < MAX_CACHED_TEXTS) matchesByCatalog.set(catalog, actionsByText.set(text, found));
  return found;
}

/** AWS writes what the user names in three ways: `${TagKey}`, `<key>` and `tag-key`. */
const VARIABLE_PART = /\$\{.*\}|<.*>|(?<=\/)tag-key$/;

/** Finds a key by its name in lower case; `aws:RequestTag/${TagKey}` matches every tag key. */
export function keyLookUp(keys: readonly ConditionKey[]): (lowerKey: string) => ConditionKey | undefined {
  const plain = new Map<string, ConditionKey>();
  const templates: { readonly start: string; readonly end: string; readonly key: ConditionKey }[] = [];
  for (const key of keys) {
    const lower = key.name.toLowerCase();
    const part = VARIABLE_PART.exec(lower);
    if (!part) plain.set(lower, key);
    else
      templates.push({
        start: lower.slice(0, part.index),
        end: lower.slice(part.index + part[0].length),
        key,
      });
  }
  return (lowerKey) =>
    plain.get(lowerKey) ??
    templates.find(
      ({ start, end }) =>
        lowerKey.length > start.length + end.length && lowerKey.startsWith(start) && lowerKey.endsWith(end),
    )?.key;
}

const globalLookUps = new WeakMap<Catalog, (lowerKey: string) => ConditionKey | undefined>();

/** A global key by its name in lower case. */
export function globalKey(catalog: Catalog, lowerKey: string): ConditionKey | undefined {
  let lookUp = globalLookUps.get(catalog);
  if (!lookUp) {
    lookUp = keyLookUp(catalog.globalKeys);
    globalLookUps.set(catalog, lookUp);
  }
  return lookUp(lowerKey);
}

/** Type of a condition key, if it is a global key or a key of a loaded service. */
export function keyTypeOf(catalog: Catalog, lowerKey: string): KeyType | undefined {
  const found = globalKey(catalog, lowerKey);
  if (found) return found.type;
  const service = catalog.service(lowerKey.slice(0, lowerKey.indexOf(':')));
  return service && factsOf(service).key(lowerKey)?.type;
}

export const isMultivalued = (type: KeyType): boolean => type.startsWith('ArrayOf');

/** Prefix in lower case and the rest as written; the prefix is empty where there is no colon. */
export function splitAction(action: string): readonly [prefix: string, name: string] {
  const colon = action.indexOf(':');
  return colon === -1 ? ['', action] : [action.slice(0, colon).toLowerCase(), action.slice(colon + 1)];
}
