import type { Draft } from '../model/draft.ts';
import { isLetThrough } from './callDecider.ts';
import { type ActivityCover, type CoverQuestion, coverWithActivities } from './coverWithActivities.ts';
import { countOf, type UsedCall } from './usedCall.ts';

/** Asks each persona that is a role: the one whose activities allow the most calls first, and of those the one with the fewest changes. */
export function coversOfPersonas(
  draft: Draft,
  asked: Omit<CoverQuestion, 'persona'>,
): readonly ActivityCover[] {
  const { calls, ruleset } = asked;
  const roles = ruleset.personas.filter(({ kind }) => kind === 'identity');
  return roles
    .map(({ id }) => coverWithActivities(draft, { ...asked, persona: id }))
    .toSorted(
      (one, other) =>
        countLetThrough(calls, other) - countLetThrough(calls, one) || sizeOf(one) - sizeOf(other),
    );
}

/** How many of the calls a selection allows, as often as they were made. */
export const countLetThrough = (calls: readonly UsedCall[], { verdicts }: ActivityCover): number =>
  countOf(calls.filter((_, place) => isLetThrough(verdicts[place] ?? 'error')));

const sizeOf = ({ changes }: ActivityCover): number => changes.filter(({ kind }) => kind !== 'values').length;
