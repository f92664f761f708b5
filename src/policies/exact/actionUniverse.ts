import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
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
  readonly isRest: boolean;
}

/** The actions over which policies are compared. */
export interface ActionUniverse {
  readonly entries: readonly ComparedAction[];
  /** Whether a pattern or name matches an entry. A rest is matched by what matches every action of it. */
  matching(pattern: string): ReadonlySet<ComparedAction>;
  /** Whether a pattern may match actions of which no one knows, without matching every one. */
  isOpen(pattern: string): boolean;
}

export const UNKNOWN_LEVEL = 'unknown';

/** Every action of the services that the patterns name, the actions that only the patterns know, and a rest for each service. */
export function actionUniverse(patterns: Iterable<string>, catalog: Catalog): ActionUniverse {
  const entries = new Map<string, ComparedAction>();
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
  entries: ReadonlyMap<string, ComparedAction>,
  catalog: Catalog,
): Pick<ActionUniverse, 'matching' | 'isOpen'> {
  const matches = new Map<string, ReadonlySet<ComparedAction>>();
  const unlisted = [...entries.values()].filter(({ accessLevel }) => accessLevel === UNKNOWN_LEVEL);
  const find = (pattern: string): ReadonlySet<ComparedAction> => {
    const lower = pattern.toLowerCase();
    const [prefix] = splitAction(lower);
    if (!isPattern(lower)) return new Set(present([entries.get(lower)]));
    const facts = isPattern(prefix) || prefix === '' ? undefined : matchedActions(catalog, lower);
    if (facts) {
      const others = unlisted.filter((entry) => entry.service === prefix && matchesEntry(lower, entry));
      return new Set([...present(facts.map(({ name }) => entries.get(name.toLowerCase()))), ...others]);
    }
    return new Set([...entries.values()].filter((entry) => matchesEntry(lower, entry)));
  };
  return {
    matching(pattern) {
      const found = matches.get(pattern) ?? find(pattern);
      matches.set(pattern, found);
      return found;
    },
    isOpen: (pattern) => isPattern(pattern) && !/^(?:[\w-]+:)?\*+(?::\*+)?$/.test(pattern),
  };
}

const present = (entries: readonly (ComparedAction | undefined)[]): readonly ComparedAction[] =>
  entries.flatMap((entry) => entry ?? []);

function matchesEntry(pattern: string, { lower, isRest }: ComparedAction): boolean {
  if (!isRest) return globMatcher(pattern)(lower);
  return coversAction(pattern, lower === '*' ? '*:*' : lower);
}

/** The patterns of a statement, and whether they are what it leaves out. */
export const actionsOf = ({ Action, NotAction }: Statement) => ({
  patterns: listOf(Action ?? NotAction),
  isExcept: Action === undefined,
});
