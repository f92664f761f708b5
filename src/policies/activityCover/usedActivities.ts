import { documentsWithOpen } from '../accessTests/refusals/refusalTrial.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { matchedActions, splitAction } from '../catalog/lookup.ts';
import { activityChoices } from '../draft/editDraft.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import { type ActivityChoice, type Draft, noLimits } from '../model/draft.ts';
import { allowedBy, isAbout } from './activityVariants.ts';
import { type Caller, callDecider, isLetThrough } from './callDecider.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

/** What an activity of a role allows beside the calls that were made. */
export interface ActivityUse {
  readonly activity: string;
  /** Whether it allows a call that was made, alone. */
  readonly isUsed: boolean;
  /** Actions that it allows and that no call was made of. */
  readonly unusedActions: readonly string[];
}

interface Used extends Caller {
  readonly calls: readonly UsedCall[];
  readonly ruleset: Ruleset;
}

/** For each activity of a role whether calls used it, and which of its actions they did not use. The catalog has its services loaded. */
export function usedActivities(draft: Draft, { calls, ruleset, ...caller }: Used): readonly ActivityUse[] {
  const used = new Set(calls.map(({ action }) => action.toLowerCase()));
  const open = new Set(ruleset.variables.map(({ id }) => id));
  return activityChoices(draft, caller.persona).map((choice): ActivityUse => {
    const allows = allowedBy(choice, ruleset);
    const alone = {
      ...draft,
      personas: [caller.persona],
      activities: { [caller.persona]: [choice] },
      limits: noLimits,
      edits: {},
    };
    const decide = callDecider(documentsWithOpen(alone, ruleset, open), caller);
    return {
      activity: choice.activity,
      isUsed: calls.some((call) => isAbout({ allows }, call.action) && isLetThrough(decide(call))),
      unusedActions: actionsOf(allows, caller.catalog).filter((action) => !used.has(action.toLowerCase())),
    };
  });
}

/** Actions that patterns stand for, sorted; a pattern of a service that is not loaded stays one. */
const actionsOf = (patterns: readonly string[], catalog: Catalog): readonly string[] =>
  [
    ...new Set(
      patterns.flatMap((pattern) => {
        const found = matchedActions(catalog, pattern);
        return found && found.length > 0 ? found.map(({ name }) => name) : [pattern];
      }),
    ),
  ].toSorted();

/** The services of everything that the personas offer, to compare the reach of selections. */
export const servicesOfPersonas = (ruleset: Ruleset): readonly string[] => [
  ...new Set(
    ruleset.personas
      .filter(({ kind }) => kind === 'identity')
      .flatMap(({ activities }) =>
        activities.flatMap(({ activity }) => findActivity(activity, ruleset) ?? []),
      )
      .flatMap(({ hardened = [], published = [] }) => [...hardened, ...published])
      .flatMap(({ Action }) => Action.map((action) => splitAction(action)[0])),
  ),
];

/** The services that have to be loaded for it. */
export const servicesOfActivities = (
  choices: readonly ActivityChoice[],
  ruleset: Ruleset,
): readonly string[] => [
  ...new Set(
    choices.flatMap((choice) => allowedBy(choice, ruleset)).map((action) => action.split(':', 1)[0] ?? ''),
  ),
];
