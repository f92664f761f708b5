import { chosenPersonas } from '../chosen.ts';
import { deliver } from '../deliver.ts';
import { chooseActivity, type Draft } from '../draft.ts';
import { fillExamples } from '../example.ts';
import type { AccessRequest } from '../simulate/request.ts';
import { identityPolicies } from './policies.ts';

/** An activity that is not chosen and would allow a call. */
export interface Offer {
  readonly persona: string;
  readonly activity: string;
}

/**
 * The activities of a persona that are not chosen and would each allow a call that is refused. Every one that comes back has
 * been composed and simulated.
 */
export function offersFor(draft: Draft, persona: string, request: AccessRequest): readonly Offer[] {
  const found = chosenPersonas(draft).find(({ id }) => id === persona);
  const chosen = draft.activities[persona] ?? [];
  const open =
    found?.activities.filter(({ activity }) => !chosen.some((choice) => choice.activity === activity)) ?? [];
  return open
    .filter(({ activity }) => {
      const activities = { ...draft.activities, [persona]: [...chosen, chooseActivity(activity)] };
      const filled = fillExamples({ ...draft, activities });
      const { prepared } = identityPolicies(deliver(filled).documents, persona);
      const { verdict, otherReading } = prepared.simulate(request, { missingKeys: 'unknown' });
      return (verdict === 'allowed' || verdict === 'unknown') && !otherReading;
    })
    .map(({ activity }) => ({ persona, activity }));
}
