import type { Draft } from '../model/draft.ts';
import { isLetThrough } from './callDecider.ts';
import { type ActivityCover, type CoverQuestion, findCover, standInsOf } from './coverWithActivities.ts';
import { countOf } from '../simulate/usedCall.ts';

/** The narrowest selection of one persona, and how many calls it allows, repeated calls included. */
export interface PersonaCover extends Omit<ActivityCover, 'verdicts'> {
  readonly letThrough: number;
  /** How many more calls the broader activities allow. */
  readonly leftOpen: number;
}

/**
 * Asks each persona that is a role: the one whose selection allows the most calls first, of those the one whose further activities
 * allow more, of those the one that allows the least beside the calls, and then the one with the fewest changes. Calls that differ only
 * in a name below the same value count as one of them does; `coverWithActivities` decides each.
 */
export function coversOfPersonas(
  draft: Draft,
  asked: Omit<CoverQuestion, 'persona'>,
): readonly PersonaCover[] {
  const standIns = standInsOf(draft, asked);
  const roles = asked.ruleset.personas.filter(({ kind }) => kind === 'identity');
  return roles
    .map(({ id }): CostedCover => {
      const { selection, cost, decideAll } = findCover(draft, { ...asked, persona: id }, standIns);
      const verdicts = decideAll(standIns.calls);
      const allowed = standIns.calls.filter((_, place) => isLetThrough(verdicts[place] ?? 'error'));
      const leftOpen = countOf(selection.farWider.flatMap((one) => one.calls));
      return { cover: { ...selection, letThrough: countOf(allowed), leftOpen }, cost };
    })
    .toSorted(byWorth)
    .map(({ cover }) => cover);
}

interface CostedCover {
  readonly cover: PersonaCover;
  readonly cost: number;
}

const byWorth = (one: CostedCover, other: CostedCover): number =>
  other.cover.letThrough - one.cover.letThrough ||
  other.cover.leftOpen - one.cover.leftOpen ||
  one.cost - other.cost ||
  sizeOf(one.cover) - sizeOf(other.cover);

const sizeOf = ({ changes }: Pick<ActivityCover, 'changes'>): number =>
  changes.filter(({ kind }) => kind !== 'values').length;
