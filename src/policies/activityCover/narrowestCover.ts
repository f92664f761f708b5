import { type AllowedReach, costBeyond } from './accessBeyond.ts';
import { isNeededBy } from './givenAway.ts';
import { smallestCover } from './smallestCover.ts';

/** One way to select an activity, with the access that it adds to the role. */
export interface CoverCandidate {
  /** The activity: a cover has at most one of its candidates. */
  readonly set: string;
  /** Options that don’t have their default values. */
  readonly changed: number;
  /** What it allows that the role doesn’t have, or has with a narrower reach. */
  readonly adds: AllowedReach;
}

/** Calls that the same candidates cover, by index. */
export interface CallGroup {
  readonly by: readonly number[];
  /** In lower case. */
  readonly actions: readonly string[];
  readonly isSensitive: boolean;
}

/** A candidate that is much broader than the calls that only it covers, and these calls, by index of their group. */
export interface FarWider {
  readonly piece: number;
  readonly groups: readonly number[];
}

export interface NarrowestCover {
  readonly pieces: readonly number[];
  /** Candidates that cover more calls, which the user can add. */
  readonly farWider: readonly FarWider[];
  /** Whether each search came to its end. */
  readonly isExact: boolean;
}

/** An additional activity, or an option without its default value, costs as much as a few read-only actions. */
const [ACTIVITY, OPTION] = [5, 1];

/**
 * The candidates that allow the least beyond the calls, and cover all groups that can be covered narrowly. A group that only a far
 * wider candidate covers is left open.
 */
export function narrowestCover(
  candidates: readonly CoverCandidate[],
  groups: readonly CallGroup[],
): NarrowestCover {
  const called = new Set(groups.flatMap(({ actions }) => actions));
  const costs = candidates.map(({ adds, changed }) => costBeyond(adds, called) + ACTIVITY + changed * OPTION);
  const isGivingAway = candidates.map((_, piece) => givenAwayBy(piece, candidates, groups).length > 0);
  const asked: Asked = { candidates, costs, groups, isGivingAway };
  const farWider: FarWider[] = [];
  const refused = new Set<number>();
  let areExact = true;
  for (;;) {
    const open = [...groups.keys()].filter((place) => !farWider.some((one) => one.groups.includes(place)));
    const usable = [...candidates.keys()].filter((piece) => !refused.has(piece));
    const { pieces, isExact } = cheapest(asked, usable, open);
    areExact &&= isExact;
    const wider = pieces
      .toSorted((one, other) => (costs[other] ?? 0) - (costs[one] ?? 0))
      .find((piece) => isFarWider(piece, neededFor(piece, pieces, open, asked), open, asked));
    if (wider === undefined) return { pieces, farWider, isExact: areExact };
    const only = neededFor(wider, pieces, open, asked).filter((place) => !isCoveredNarrowly(place, asked));
    if (only.length > 0) farWider.push({ piece: wider, groups: only });
    refused.add(wider);
  }
}

interface Asked {
  readonly candidates: readonly CoverCandidate[];
  readonly costs: readonly number[];
  readonly groups: readonly CallGroup[];
  /** Whether a candidate gives away what no call needs. */
  readonly isGivingAway: readonly boolean[];
}

/** The actions by which a candidate gives away a role, a key, a grant, or a policy that no call needs; names as AWS writes them. */
export function givenAwayBy(
  piece: number,
  candidates: readonly CoverCandidate[],
  groups: readonly CallGroup[],
): readonly string[] {
  const called = groups.flatMap(({ actions }) => actions);
  const covered = groups.flatMap(({ by, actions }) => (by.includes(piece) ? actions : []));
  return [...(candidates[piece]?.adds ?? [])]
    .filter(([, { isGivingAway }]) => isGivingAway)
    .map(([name]) => name)
    .filter((name) => !called.includes(name.toLowerCase()) && !isNeededBy(name.toLowerCase(), covered))
    .toSorted();
}

function cheapest({ candidates, costs, groups }: Asked, usable: readonly number[], open: readonly number[]) {
  const isUsed = new Set(withoutNeedlessOptions(candidates, groups, usable));
  return smallestCover(
    candidates.map(({ set }, piece) => ({ set, cost: costs[piece] ?? 0 })),
    open.map((place) => (groups[place]?.by ?? []).filter((piece) => isUsed.has(piece))),
  );
}

/** Options keep their default values if that covers the same calls: the defaults have reasons that no call shows. */
function withoutNeedlessOptions(
  candidates: readonly CoverCandidate[],
  groups: readonly CallGroup[],
  usable: readonly number[],
): readonly number[] {
  const covered = (piece: number) => groups.flatMap(({ by }, place) => (by.includes(piece) ? [place] : []));
  const coverage = new Map(usable.map((piece) => [piece, covered(piece)]));
  return usable.filter((piece) => {
    const mine = candidates[piece];
    return !usable.some((other) => {
      const its = candidates[other];
      if (!mine || !its || its.set !== mine.set || its.changed >= mine.changed) return false;
      return (coverage.get(piece) ?? []).every((place) => coverage.get(other)?.includes(place));
    });
  });
}

/** The groups that need a piece of a cover: no other piece covers them, and no other activity covers them with less access. */
function neededFor(
  piece: number,
  pieces: readonly number[],
  open: readonly number[],
  asked: Asked,
): readonly number[] {
  const { candidates, costs, groups } = asked;
  return open.filter((place) => {
    const by = groups[place]?.by ?? [];
    if (!by.includes(piece) || pieces.some((other) => other !== piece && by.includes(other))) return false;
    return !by.some(
      (other) =>
        candidates[other]?.set !== candidates[piece]?.set &&
        !isBroad(other, asked) &&
        (costs[other] ?? 0) < (costs[piece] ?? 0),
    );
  });
}

const isCoveredNarrowly = (place: number, asked: Asked): boolean =>
  (asked.groups[place]?.by ?? []).some((piece) => !isBroad(piece, asked));

const isEverywhere = ({ reach }: { readonly reach: string }) => reach === 'service' || reach === 'type';

const isBroad = (piece: number, { candidates, isGivingAway }: Asked): boolean =>
  isGivingAway[piece] === true ||
  [...(candidates[piece]?.adds.values() ?? [])].some(
    (action) => isEverywhere(action) && (action.isSensitive || action.reach === 'service'),
  );

/**
 * Whether a piece allows far more than the calls that it is there for: it gives away what no call needs; or, on every resource, it
 * changes things where they only look, it widens what other activities allow on some resources, or most of what it allows on every
 * resource of a service is not called.
 */
function isFarWider(
  piece: number,
  there: readonly number[],
  open: readonly number[],
  { candidates, groups, isGivingAway }: Asked,
): boolean {
  if (isGivingAway[piece]) return true;
  const adds = [...(candidates[piece]?.adds ?? [])].map(
    ([name, action]) => [name.toLowerCase(), action] as const,
  );
  const own = there.flatMap((place) => groups[place] ?? []);
  const others = open.filter((place) => !there.includes(place)).flatMap((place) => groups[place] ?? []);
  const wide = adds.filter(([, action]) => isEverywhere(action) && action.isSensitive);
  const calledBy = (of: readonly CallGroup[]) => new Set(of.flatMap(({ actions }) => actions));
  const [ownCalls, otherCalls] = [calledBy(own), calledBy(others)];
  if (wide.length > 0) {
    const ofService = wide.filter(([, { reach }]) => reach === 'service');
    const notCalled = ofService.filter(([name]) => !ownCalls.has(name));
    return (
      own.every(({ isSensitive }) => !isSensitive) ||
      wide.some(([name]) => otherCalls.has(name)) ||
      notCalled.length * 2 > ofService.length
    );
  }
  return adds.some(([, { reach }]) => reach === 'service') && ownCalls.size < otherCalls.size;
}
