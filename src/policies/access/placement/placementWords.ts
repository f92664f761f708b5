import type { GuardrailPlacement } from '../../model/draft.ts';
import type { PlacementChange, PlacementEffect } from './placementEffect.ts';

/** What is said when guardrails are enforced in another way. */

const places: Readonly<Record<GuardrailPlacement, string>> = {
  deny: 'Deny statements in each policy',
  conditions: 'conditions on Allow statements',
  boundary: 'the permissions boundary',
  serviceControl: 'the service control policy',
};

export const movedTo = (placement: GuardrailPlacement): string => `Guardrails moved to ${places[placement]}`;

/** What it means for the roles of the set: nothing is claimed that was not computed. */
export function placementInWords(effect: PlacementEffect): string {
  switch (effect.state) {
    case 'same':
      return 'Effective access for these roles is unchanged.';
    case 'noRoles':
      return 'This set has no roles.';
    case 'unreadable':
      return 'Effective access wasn’t compared: a policy can’t be read.';
    case 'notFound':
      return `No difference found in ${counted(effect.requests)} requests. That doesn’t prove that there is none.`;
    case 'differs':
      return differencesInWords(effect.changes);
    default:
      return effect satisfies never;
  }
}

const counted = (number: number): string => number.toLocaleString('en-US');

function differencesInWords(changes: readonly PlacementChange[]): string {
  const said = (['allowed', 'denied'] as const).flatMap((now) => {
    const changesToNow = changes.filter((change) => change.now === now);
    const actions = new Set(changesToNow.map(({ action }) => action)).size;
    if (actions === 0) return [];
    return `Some requests for ${actions === 1 ? '1 action' : `${actions} actions`} are now ${now}.`;
  });
  return `Effective access for these roles changes. ${said.join(' ')}`;
}

/** One of the requests that are decided in another way, as a line. */
export function changeInWords({ role, action, now, resource, context }: PlacementChange): string {
  const keys = Object.entries(context).map(([key, values]) => `${key} ${valuesInWords([values].flat())}`);
  const request = keys.length === 0 ? 'no condition keys' : keys.join(', ');
  return `${role}: ${action} on ${resource} is now ${now}, for example with ${request}`;
}

const valuesInWords = (values: readonly string[]): string =>
  values.length === 0 ? 'absent' : `= ${values.join(', ')}`;
