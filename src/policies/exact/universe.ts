import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
import { coversAction } from '../language/subsumes.ts';
import { listOf, type Statement } from '../language/policy.ts';
import { globMatcher, isPattern } from '../language/glob.ts';
import { levelName } from '../catalog/accessLevels.ts';

/** What stands for all actions that are in no list: `*` for those of other services, `s3:*` for others of a service. */
export interface Entry {
  /** As AWS writes it; of an action that nobody knows as the policy writes it. */
  readonly name: string;
  readonly lower: string;
  readonly service: string;
  readonly accessLevel: string;
  readonly isRest: boolean;
}

/** The actions over which policies are compared. */
export interface Universe {
  readonly entries: readonly Entry[];
  /** Whether a pattern or name matches an entry. A rest is matched by what matches every action of it. */
  matching(pattern: string): ReadonlySet<Entry>;
  /** Whether a pattern may match actions of which nobody knows, without matching every one. */
  isOpen(pattern: string): boolean;
}

export const UNKNOWN_LEVEL = 'unknown';

/** Every action of the services that the patterns name, the actions that only the patterns know, and a rest for each service. */
export function universeOf(patterns: Iterable<string>, catalog: Catalog): Universe {
  const entries = new Map<string, Entry>();
  const add = (name: string, service: string, accessLevel: string, isRest: boolean) => {
    const lower = name.toLowerCase();
    if (!entries.has(lower)) entries.set(lower, { name, lower, service, accessLevel, isRest });
  };
  const all = [...new Set(patterns)];
  const services = new Set(
    all.map((pattern) => splitAction(pattern)[0]).filter((prefix) => prefix !== '' && !isPattern(prefix)),
  );
  for (const prefix of services) {
    for (const action of catalog.service(prefix)?.actions ?? [])
      add(action.name, prefix, levelName(action.accessLevel), false);
    add(`${prefix}:*`, prefix, UNKNOWN_LEVEL, true);
  }
  for (const name of all) if (!isPattern(name)) add(name, splitAction(name)[0], UNKNOWN_LEVEL, false);
  add('*', '*', UNKNOWN_LEVEL, true);
  return { entries: [...entries.values()], ...lookUps(entries, catalog) };
}

function lookUps(
  entries: ReadonlyMap<string, Entry>,
  catalog: Catalog,
): Pick<Universe, 'matching' | 'isOpen'> {
  const known = new Map<string, ReadonlySet<Entry>>();
  const find = (pattern: string): ReadonlySet<Entry> => {
    const lower = pattern.toLowerCase();
    const [prefix] = splitAction(lower);
    if (!isPattern(lower)) return new Set(present([entries.get(lower)]));
    const facts = isPattern(prefix) || prefix === '' ? undefined : matchedActions(catalog, lower);
    if (facts) {
      const others = [...entries.values()].filter(
        (entry) => entry.service === prefix && matchesEntry(lower, entry),
      );
      return new Set([...present(facts.map(({ name }) => entries.get(name.toLowerCase()))), ...others]);
    }
    return new Set([...entries.values()].filter((entry) => matchesEntry(lower, entry)));
  };
  return {
    matching(pattern) {
      const found = known.get(pattern) ?? find(pattern);
      known.set(pattern, found);
      return found;
    },
    isOpen: (pattern) => isPattern(pattern) && !/^(?:[\w-]+:)?\*+(?::\*+)?$/.test(pattern),
  };
}

const present = (entries: readonly (Entry | undefined)[]): readonly Entry[] =>
  entries.flatMap((entry) => entry ?? []);

function matchesEntry(pattern: string, { lower, isRest }: Entry): boolean {
  if (!isRest) return globMatcher(pattern)(lower);
  return coversAction(pattern, lower === '*' ? '*:*' : lower);
}

/** The patterns of a statement, and whether they are what it leaves out. */
export const actionsOf = ({ Action, NotAction }: Statement) => ({
  patterns: listOf(Action ?? NotAction),
  isExcept: Action === undefined,
});
