import type { ComposedDocument } from '../model/composedDocument.ts';
import { type AllowedReach, allowedReach, everywhere, reachBeyond } from './accessBeyond.ts';
import { type ActivityVariant, isAbout } from './activityVariants.ts';
import { type Caller, callDecider, isLetThrough } from './callDecider.ts';
import { type CallGroup, givenAwayBy, narrowestCover } from './narrowestCover.ts';
import type { UsedCall } from '../simulate/usedCall.ts';

/** A variant that allows some of the calls, composed alone. */
export interface TriedVariant {
  readonly variant: ActivityVariant;
  /** Indexes of the calls that it allows. */
  readonly allows: readonly number[];
  readonly reach: AllowedReach;
}

/** The variants that allow some of the calls. */
export function triedVariants(
  variants: readonly ActivityVariant[],
  calls: readonly UsedCall[],
  documentsOf: (variant: ActivityVariant) => readonly ComposedDocument[],
  caller: Caller,
): readonly TriedVariant[] {
  return variants.flatMap((variant): readonly TriedVariant[] => {
    const about = [...calls.keys()].filter((place) => isAbout(variant, calls[place]?.action ?? ''));
    if (about.length === 0) return [];
    const documents = documentsOf(variant);
    const decide = callDecider(documents, caller);
    const allows = about.filter((place) => {
      const call = calls[place];
      return call !== undefined && isLetThrough(decide(call));
    });
    if (allows.length === 0) return [];
    return [{ variant, allows, reach: allowedReach(documents, caller) }];
  });
}

/** The result of `narrowestCover`, as variants and calls. `has`: what the role already allows. */
export function narrowestTrials(
  trials: readonly TriedVariant[],
  calls: readonly UsedCall[],
  has: AllowedReach,
): {
  readonly selected: readonly ActivityVariant[];
  readonly farWider: readonly FarWiderVariant[];
  readonly isExact: boolean;
} {
  const candidates = trials.map(({ variant: { choice, changed }, reach }) => ({
    set: choice.activity,
    changed: changed.length,
    adds: reachBeyond(reach, has),
  }));
  const groups = groupsOf(trials, calls);
  const { pieces, farWider, isExact } = narrowestCover(candidates, groups);
  const selectedReach = pieces.flatMap((piece) => trials[piece]?.reach ?? []);
  return {
    selected: pieces.toSorted((one, other) => one - other).flatMap((piece) => trials[piece]?.variant ?? []),
    farWider: farWider.flatMap(({ piece, groups: left }) => {
      const [trial, candidate] = [trials[piece], candidates[piece]];
      if (!trial || !candidate) return [];
      const adds = selectedReach.reduce(reachBeyond, candidate.adds);
      const its = left.flatMap((place) => groups[place]?.calls ?? []);
      const givesAway = givenAwayBy(piece, candidates, groups).filter((name) => adds.has(name));
      return [
        { variant: trial.variant, calls: its, givesAway, everywhere: everywhere(adds), adds: adds.size },
      ];
    }),
    isExact,
  };
}

interface FarWiderVariant {
  readonly variant: ActivityVariant;
  readonly calls: readonly UsedCall[];
  readonly givesAway: readonly string[];
  readonly everywhere: readonly string[];
  readonly adds: number;
}

/** Calls that the same variants allow form a group. The order of the calls doesn’t matter. */
function groupsOf(
  trials: readonly TriedVariant[],
  calls: readonly UsedCall[],
): readonly (CallGroup & { readonly calls: readonly UsedCall[] })[] {
  const groups = new Map<string, { by: readonly number[]; calls: UsedCall[] }>();
  calls.forEach((call, place) => {
    const by = [...trials.keys()].filter((piece) => trials[piece]?.allows.includes(place));
    const group = groups.get(by.join(' ')) ?? { by, calls: [] };
    group.calls.push(call);
    if (by.length > 0) groups.set(by.join(' '), group);
  });
  const sensitive = new Set(
    trials.flatMap(({ reach }) =>
      [...reach].flatMap(([name, { isSensitive }]) => (isSensitive ? [name.toLowerCase()] : [])),
    ),
  );
  return [...groups]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([, group]) => ({
      ...group,
      actions: group.calls.map(({ action }) => action.toLowerCase()),
      isSensitive: group.calls.some(({ action }) => sensitive.has(action.toLowerCase())),
    }));
}
