import { coverWithActivities } from '../activityCover/coverWithActivities.ts';
import { coversOfPersonas } from '../activityCover/coversOfPersonas.ts';
import { isLetThrough } from '../activityCover/callDecider.ts';
import { neededAction } from '../activityCover/usedCall.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { createDraft } from '../draft/createDraft.ts';
import type { Ruleset } from '../library/ruleset.ts';
import type { NeededActivity } from './neededActivities.ts';

/** The activities that allow actions, in as few roles as possible, and in each as few as possible. */
export interface NeededForActions {
  readonly needed: readonly NeededActivity[];
  /** Actions that no activity allows. */
  readonly left: readonly string[];
  /** Names that AWS's data does not have. */
  readonly unknown: readonly string[];
  /** Whether no smaller selection of a role allows as much; false where the search was given up. */
  readonly isSmallest: boolean;
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
  let isSmallest = true;
  const needed: NeededActivity[] = [];
  while (left.length > 0) {
    const question = { calls: left.map(neededAction), principal: PRINCIPAL, ruleset, catalog };
    const empty = createDraft({}, ruleset);
    const [first] = coversOfPersonas(empty, question);
    const best = first && coverWithActivities(empty, { ...question, persona: first.persona });
    const rest = left.filter((_, place) => !isLetThrough(best?.verdicts[place] ?? 'error'));
    if (!best || rest.length === left.length) break;
    needed.push(
      ...best.changes.flatMap((change) =>
        change.kind === 'activity'
          ? [{ persona: best.persona, activity: change.activity, options: change.options }]
          : [],
      ),
    );
    isSmallest &&= best.isSmallest;
    left = rest;
  }
  return {
    needed,
    left,
    unknown: known.filter(({ action }) => action === undefined).map(({ name }) => name),
    isSmallest,
  };
}

/** Names of actions are compared without case, and written as AWS writes them. */
function spelledAsAws(name: string, catalog: Catalog): string | undefined {
  const found = catalog.actions(name);
  return found.state === 'known' ? found.actions[0]?.name : undefined;
}
