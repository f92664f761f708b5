import { activeTemplates } from '../draft/selection.ts';
import { chooseActivity } from '../draft/createDraft.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { splitAction } from '../catalog/lookup.ts';
import type { StatementTemplate } from '../library/activities/activity.ts';
import { findActivity, type Ruleset } from '../library/ruleset.ts';
import type { PolicyDocument } from '../language/policy.ts';
import { actionsOfPattern, allowedActions } from './allowedActions.ts';

/** An activity of a persona, with how many of its actions a policy allows on some resource. */
export interface AllowedActivity {
  readonly persona: string;
  readonly activity: string;
  readonly actions: number;
  /** Those that the policy does not allow at all. */
  readonly missing: readonly string[];
}

export interface ManagedActivities {
  /** In the order of the library; those of which the policy allows nothing are left out. */
  readonly activities: readonly AllowedActivity[];
  /** The actions that no activity has, by service. */
  readonly others: readonly { readonly service: string; readonly actions: readonly string[] }[];
  /** All actions by name. */
  readonly total: number;
  /** Patterns that also match actions that AWS publishes later. */
  readonly open: readonly string[];
  /** What AWS's data does not have. */
  readonly notListed: readonly string[];
}

/** What a policy allows in the words of the library: which activities of roles, and which actions that none of them has. */
export function managedActivities(
  policy: PolicyDocument,
  ruleset: Ruleset,
  catalog: Catalog,
): ManagedActivities {
  const { actions, open, notListed } = allowedActions(policy, catalog);
  const allowed = new Set(actions.map(({ name }) => name));
  const roles = ruleset.personas.filter(({ kind }) => kind === 'identity');
  const activities = roles.flatMap((persona) =>
    persona.activities.map(({ activity }): AllowedActivity => {
      const named = actionsOf(activeTemplates(chooseActivity(activity, ruleset), ruleset), catalog);
      const missing = named.filter((action) => !allowed.has(action));
      return { persona: persona.id, activity, actions: named.length, missing };
    }),
  );
  const offered = new Set(roles.flatMap((persona) => persona.activities.map(({ activity }) => activity)));
  const covered = new Set(
    [...offered].flatMap((activity) => actionsOf(everyTemplate(activity, ruleset), catalog)),
  );
  return {
    activities: activities.filter(({ actions: all, missing }) => missing.length < all),
    others: byService([...allowed].filter((action) => !covered.has(action))),
    total: allowed.size,
    open,
    notListed,
  };
}

/** With every option: an action that only one of them has still belongs to the activity. */
function everyTemplate(activity: string, ruleset: Ruleset): readonly StatementTemplate[] {
  const found = findActivity(activity, ruleset);
  return [...(found?.hardened ?? []), ...(found?.published ?? [])];
}

/** The actions that templates allow, each once. One that AWS's data does not have counts by its name. */
function actionsOf(templates: readonly StatementTemplate[], catalog: Catalog): readonly string[] {
  const patterns = templates.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
  const names = patterns.flatMap((pattern) => actionsOfPattern(pattern, catalog).map(({ name }) => name));
  return [...new Set(names)];
}

function byService(actions: readonly string[]): ManagedActivities['others'] {
  const services = new Map<string, string[]>();
  for (const action of actions) {
    const [service] = splitAction(action);
    services.set(service, [...(services.get(service) ?? []), action]);
  }
  return [...services]
    .map(([service, all]) => ({ service, actions: all.toSorted() }))
    .toSorted((one, other) => other.actions.length - one.actions.length);
}
