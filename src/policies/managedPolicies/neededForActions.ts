import { coverWithActivities } from '../activityCover/coverWithActivities.ts';
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
  let left = [...new Set(known.flatMap(({ action }) => action ?? []))];
  let isNarrowest = true;
  const needed: NeededActivity[] = [];
  const wider: WiderNeeded[] = [];
  while (left.length > 0) {
    const question = { calls: left.map(neededAction), principal: PRINCIPAL, ruleset, catalog };
    const empty = createDraft({}, ruleset);
    const covers = coversOfPersonas(empty, question);
    const [first] = covers;
    const best = first && coverWithActivities(empty, { ...question, persona: first.persona });
    const rest = left.filter((_, place) => !isLetThrough(best?.verdicts[place] ?? 'error'));
    if (!best || rest.length === left.length) {
      const offered = covers.find(({ farWider }) => farWider.length > 0);
      wider.push(...(offered ? widerIn(offered) : []));
      const found = new Set(wider.flatMap(({ actions }) => actions));
      left = left.filter((action) => !found.has(action));
      break;
    }
    needed.push(
      ...best.changes.flatMap((change) =>
        change.kind === 'activity'
          ? [{ persona: best.persona, activity: change.activity, options: change.options }]
          : [],
      ),
    );
    isNarrowest &&= best.isNarrowest;
    left = rest;
  }
  return {
    needed,
    left,
    wider,
    unknown: known.filter(({ action }) => action === undefined).map(({ name }) => name),
    isNarrowest,
  };
}

const widerIn = ({ persona, farWider }: Pick<PersonaCover, 'persona' | 'farWider'>): readonly WiderNeeded[] =>
  farWider.map(({ activity, calls }) => ({ persona, activity, actions: calls.map(({ action }) => action) }));

/** Names of actions are compared without case, and written as AWS writes them. */
function spelledAsAws(name: string, catalog: Catalog): string | undefined {
  const found = catalog.actions(name);
  return found.state === 'known' ? found.actions[0]?.name : undefined;
}
