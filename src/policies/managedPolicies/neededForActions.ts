import { type ActivityCover, coverWithActivities } from '../activityCover/coverWithActivities.ts';
import { coversOfPersonas, type PersonaCover } from '../activityCover/coversOfPersonas.ts';
import { isLetThrough } from '../activityCover/callDecider.ts';
import { neededAction } from '../simulate/usedCall.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { NeededActivity } from './neededActivities.ts';

/** The activities that allow actions with the least additional access, role by role. */
export interface NeededForActions {
  readonly needed: readonly NeededActivity[];
  /** Actions that no activity allows. */
  readonly left: readonly string[];
  /** Actions that only much broader activities allow. These activities aren’t selected. */
  readonly wider: readonly WiderNeeded[];
  /** Names that AWS's data does not have. */
  readonly unknown: readonly string[];
  /** Whether the search for the selection of each role with the least access came to its end; false where one was given up. */
  readonly isNarrowest: boolean;
}

/** An activity that isn’t selected, and the actions that only it allows. */
export interface WiderNeeded {
  readonly persona: string;
  readonly activity: string;
  readonly actions: readonly string[];
}

/** More are not looked for: no team's role uses that many. */
const MOST_ACTIONS = 1_000;

/** Whose calls are decided; which account it is makes no difference to what activities allow. */
const PRINCIPAL = 'arn:aws:iam::111122223333:role/example';

/** The role whose activities allow most of the actions comes first, then the one that allows most of the rest. */
export function neededForActions(
  named: readonly string[],
  ruleset: Ruleset,
  catalog: Catalog,
): NeededForActions {
  const asked = [...new Set(named)].slice(0, MOST_ACTIONS);
  const known = asked.map((name) => ({ name, action: spelledAsAws(name, catalog) }));
  const actions = [...new Set(known.flatMap(({ action }) => action ?? []))];
  return {
    ...coverRoleByRole(actions, ruleset, catalog),
    unknown: known.filter(({ action }) => action === undefined).map(({ name }) => name),
  };
}

function coverRoleByRole(
  actions: readonly string[],
  ruleset: Ruleset,
  catalog: Catalog,
): Omit<NeededForActions, 'unknown'> {
  const needed: NeededActivity[] = [];
  let isNarrowest = true;
  let left = actions;
  while (left.length > 0) {
    const { best, covers } = coverByOneRole(left, ruleset, catalog);
    const rest = left.filter((_, place) => !isLetThrough(best?.verdicts[place] ?? 'error'));
    if (!best || rest.length === left.length) {
      const wider = widerIn(covers);
      const found = new Set(wider.flatMap((one) => one.actions));
      return { needed, left: left.filter((action) => !found.has(action)), wider, isNarrowest };
    }
    needed.push(...activitiesIn(best));
    isNarrowest &&= best.isNarrowest;
    left = rest;
  }
  return { needed, left, wider: [], isNarrowest };
}

/** The selection of the role whose activities allow most of the actions, and what those of the other roles allow. */
function coverByOneRole(actions: readonly string[], ruleset: Ruleset, catalog: Catalog) {
  const question = { calls: actions.map(neededAction), principal: PRINCIPAL, ruleset, catalog };
  const empty = createDraft({}, ruleset);
  const covers = coversOfPersonas(empty, question);
  const [first] = covers;
  const best = first && coverWithActivities(empty, { ...question, persona: first.persona });
  return { best, covers };
}

const activitiesIn = ({ persona, changes }: ActivityCover): readonly NeededActivity[] =>
  changes.flatMap((change) =>
    change.kind === 'activity' ? [{ persona, activity: change.activity, options: change.options }] : [],
  );

/** The far wider activities of the first role that has any. */
function widerIn(covers: readonly PersonaCover[]): readonly WiderNeeded[] {
  const offered = covers.find(({ farWider }) => farWider.length > 0);
  if (!offered) return [];
  const { persona, farWider } = offered;
  return farWider.map(({ activity, calls }) => ({
    persona,
    activity,
    actions: calls.map(({ action }) => action),
  }));
}

/** Names of actions are compared without case, and written as AWS writes them. */
function spelledAsAws(name: string, catalog: Catalog): string | undefined {
  const found = catalog.actions(name);
  return found.state === 'known' ? found.actions[0]?.name : undefined;
}
