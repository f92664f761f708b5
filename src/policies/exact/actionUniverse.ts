import type { Catalog } from '../catalog/catalog.ts';
import { factsOf, splitAction } from '../catalog/lookup.ts';
import type { Service } from '../catalog/service.ts';
import { coversAction } from '../language/subsumes.ts';
import { listOf, type Statement } from '../language/policy.ts';
import { globMatcher, isPattern } from '../language/glob.ts';
import { levelName } from '../catalog/accessLevels.ts';

/** An action, or the rest that is in no list: `*` for all other services, `s3:*` for other actions of a service. */
export interface ComparedAction {
  /** As AWS writes it; of an action that no one knows as the policy writes it. */
  readonly name: string;
  readonly lower: string;
  readonly service: string;
  readonly accessLevel: string;
  /** The same for actions of one service and access level. */
  readonly level: string;
  readonly isRest: boolean;
}

/** The actions over which policies are compared. */
export interface ActionUniverse {
  readonly entries: readonly ComparedAction[];
  /** The places in `entries` of what a pattern or name matches. A rest is matched by what matches every action of it. */
  matching(pattern: string): readonly number[];
  /** Whether a pattern may match actions of which no one knows, without matching every one. */
  isOpen(pattern: string): boolean;
}

export const UNKNOWN_LEVEL = 'unknown';

const unknownLevel = (service: string) => ({
  accessLevel: UNKNOWN_LEVEL,
  level: `${service} ${UNKNOWN_LEVEL}`,
});

/** Every action of the services that the patterns name, the actions that only the patterns know, and a rest for each service. */
export function actionUniverse(patterns: Iterable<string>, catalog: Catalog): ActionUniverse {
  const entries: ComparedAction[] = [];
  const starts = new Map<string, Placed>();
  const all = [...new Set(patterns)];
  for (const pattern of all) {
    const [prefix] = splitAction(pattern);
    if (prefix === '' || isPattern(prefix) || starts.has(prefix)) continue;
    const service = entriesOfService(prefix, catalog);
    starts.set(prefix, { service, start: entries.length });
    entries.push(...service.entries);
  }
  const others = new Map<string, number>();
  const add = (name: string, service: string, isRest: boolean): void => {
    const lower = name.toLowerCase();
    if (others.has(lower) || starts.get(service)?.service.places.has(lower)) return;
    others.set(lower, entries.length);
    entries.push({ name, lower, service, ...unknownLevel(service), isRest });
  };
  for (const name of all) if (!isPattern(name)) add(name, splitAction(name)[0], false);
  add('*', '*', true);
  return { entries, matching: matchingIn({ entries, starts, others }), isOpen };
}

/** The entries of a service, the last of them its rest. */
interface ServiceEntries {
  readonly entries: readonly ComparedAction[];
  /** By the name in lower case. */
  readonly places: ReadonlyMap<string, number>;
  /** What a pattern of the service matches; nothing where its actions are not known. */
  readonly matching?: (lowerPattern: string) => readonly number[];
}

/** The same service is in every comparison. */
const entriesByService = new WeakMap<Service, ServiceEntries>();

function entriesOfService(prefix: string, catalog: Catalog): ServiceEntries {
  const service = catalog.service(prefix);
  if (!service) return serviceEntries(prefix, []);
  const known = entriesByService.get(service);
  if (known) return known;
  const made = serviceEntries(prefix, service.actions);
  const read = { ...made, matching: matchingOf(made, service) };
  entriesByService.set(service, read);
  return read;
}

function serviceEntries(prefix: string, actions: Service['actions']): ServiceEntries {
  const byLower = new Map<string, ComparedAction>();
  for (const { name, accessLevel: code } of actions) {
    const lower = name.toLowerCase();
    const accessLevel = levelName(code);
    const level = `${prefix} ${accessLevel}`;
    byLower.set(lower, { name, lower, service: prefix, accessLevel, level, isRest: false });
  }
  const rest = `${prefix}:*`;
  byLower.set(rest, { name: rest, lower: rest, service: prefix, ...unknownLevel(prefix), isRest: true });
  const places = new Map([...byLower.keys()].map((lower, place) => [lower, place]));
  return { entries: [...byLower.values()], places };
}

/** Only patterns made up to fill the memory reach it. */
const MAX_CACHED_PATTERNS = 4000;

function matchingOf({ entries, places }: ServiceEntries, service: Service) {
  const byPattern = new Map<string, readonly number[]>();
  const find = (lower: string): readonly number[] => {
    const actions = factsOf(service).matching(splitAction(lower)[1]);
    const named = actions.flatMap(({ name }) => places.get(name.toLowerCase()) ?? []);
    const rest = entries.length - 1;
    return coversAction(lower, `${service.prefix}:*`) ? [...named, rest] : named;
  };
  return (lower: string): readonly number[] => {
    const found = byPattern.get(lower) ?? find(lower);
    if (byPattern.size < MAX_CACHED_PATTERNS) byPattern.set(lower, found);
    return found;
  };
}

interface Placed {
  readonly service: ServiceEntries;
  /** The place of its first entry. */
  readonly start: number;
}

interface PlacedEntries {
  readonly entries: readonly ComparedAction[];
  readonly starts: ReadonlyMap<string, Placed>;
  /** The places of entries that no service has. */
  readonly others: ReadonlyMap<string, number>;
}

function matchingIn({ entries, starts, others }: PlacedEntries): ActionUniverse['matching'] {
  const matches = new Map<string, readonly number[]>();
  const find = (pattern: string): readonly number[] => {
    const lower = pattern.toLowerCase();
    const [prefix] = splitAction(lower);
    const { service, start = 0 } = starts.get(prefix) ?? {};
    if (!isPattern(lower)) {
      const place = service?.places.get(lower);
      return [place === undefined ? others.get(lower) : start + place].filter((one) => one !== undefined);
    }
    const isMatched = (place: number): boolean => {
      const entry = entries[place];
      return entry !== undefined && matchesEntry(lower, entry);
    };
    if (!service?.matching) return [...entries.keys()].filter(isMatched);
    const known = service.matching(lower).map((place) => start + place);
    return [...known, ...[...others.values()].filter(isMatched)];
  };
  return (pattern) => {
    const found = matches.get(pattern) ?? find(pattern);
    matches.set(pattern, found);
    return found;
  };
}

const isOpen = (pattern: string): boolean =>
  isPattern(pattern) && !/^(?:[\w-]+:)?\*+(?::\*+)?$/.test(pattern);

function matchesEntry(pattern: string, { lower, isRest }: ComparedAction): boolean {
  if (!isRest) return globMatcher(pattern)(lower);
  return coversAction(pattern, lower === '*' ? '*:*' : lower);
}

/** The patterns of a statement, and whether they are what it leaves out. */
export const actionsOf = ({ Action, NotAction }: Statement) => ({
  patterns: listOf(Action ?? NotAction),
  isExcept: Action === undefined,
});
